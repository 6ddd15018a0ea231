namespace Indicators.Loading;

/// <summary>Puts names after what they depend on; names in a circle, and names that need them, are left out and each circle is reported once.</summary>
internal static class DependencyOrder
{
    public static List<string> Sort(IEnumerable<string> names, Func<string, IEnumerable<string>> dependencies, Action<IReadOnlyList<string>> circle)
    {
        var order = new List<string>();
        var done = new Dictionary<string, bool>();
        var path = new List<string>();

        bool Visit(string name)
        {
            if (done.TryGetValue(name, out var fine))
            {
                return fine;
            }

            if (path.IndexOf(name) is >= 0 and var start)
            {
                circle([.. path[start..], name]);
                return false;
            }

            path.Add(name);
            // All dependencies are visited, so that every circle is found.
            var ordered = dependencies(name).ToList().Aggregate(true, (all, next) => Visit(next) && all);
            path.RemoveAt(path.Count - 1);
            done[name] = ordered;
            if (ordered)
            {
                order.Add(name);
            }

            return ordered;
        }

        foreach (var name in names)
        {
            Visit(name);
        }

        return order;
    }
}
