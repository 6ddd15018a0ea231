namespace Indicators.Loading;

/// <summary>
/// Puts names after what they depend on; names in a circle, and names that need them, are left out and each circle is
/// reported once. Walks without recursion: a file may hold a chain of any length.
/// </summary>
internal static class DependencyOrder
{
    private const int CircleShown = 20;

    /// <summary>A circle as a path; of a long one its beginning.</summary>
    public static string InWords(IEnumerable<string> circle)
    {
        var names = circle.Take(CircleShown + 1).ToList();
        return string.Join(" → ", names.Count > CircleShown ? names.Take(CircleShown).Append("…") : names);
    }

    public static List<string> Sort(IEnumerable<string> names, Func<string, IEnumerable<string>> dependencies, Action<IReadOnlyList<string>> circle)
    {
        var order = new List<string>();
        var done = new Dictionary<string, bool>();
        var path = new List<Visit>();
        var onPath = new Dictionary<string, int>();

        void Enter(string name)
        {
            onPath[name] = path.Count;
            path.Add(new Visit(name, new Queue<string>(dependencies(name))));
        }

        void Leave()
        {
            var visit = path[^1];
            path.RemoveAt(path.Count - 1);
            onPath.Remove(visit.Name);
            done[visit.Name] = visit.Ordered;
            if (visit.Ordered)
            {
                order.Add(visit.Name);
            }

            if (path.Count > 0)
            {
                path[^1].Ordered &= visit.Ordered;
            }
        }

        foreach (var name in names.Where(n => !done.ContainsKey(n)))
        {
            Enter(name);
            while (path.Count > 0)
            {
                // All dependencies are visited, so that every circle is found.
                if (!path[^1].Left.TryDequeue(out var next))
                {
                    Leave();
                }
                else if (done.TryGetValue(next, out var fine))
                {
                    path[^1].Ordered &= fine;
                }
                else if (onPath.TryGetValue(next, out var start))
                {
                    path[^1].Ordered = false;
                    circle([.. path[start..].Select(v => v.Name), next]);
                }
                else
                {
                    Enter(next);
                }
            }
        }

        return order;
    }

    private sealed class Visit(string name, Queue<string> left)
    {
        public string Name => name;

        public Queue<string> Left => left;

        public bool Ordered { get; set; } = true;
    }
}
