namespace Indicators.Feel;

/// <summary>A name bound by a loop, a filter, a context or a function; inside a filter the members of <c>item</c> are names too.</summary>
internal record Frame(string Name, Value Bound, Frame? Outer)
{
    public static Value? Find(Frame? frame, string name, Budget budget)
    {
        for (; frame is not null; frame = frame.Outer)
        {
            if (frame.Name == name)
            {
                return frame is Partial partial ? partial.SoFar(budget) : frame.Bound;
            }

            if (frame is Item && frame.Bound is Value.Context row && row.Members.TryGetValue(name, out var member))
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>The item that a filter looks at.</summary>
    public sealed record Item(Value Bound, Frame? Outer) : Frame("item", Bound, Outer);

    /// <summary>The results of a loop so far; copied only when somebody asks, and that is paid for.</summary>
    public sealed record Partial(IReadOnlyCollection<Value> Results, Frame? Outer) : Frame("partial", Value.Null, Outer)
    {
        public Value SoFar(Budget budget)
        {
            budget.Spend(Results.Count);
            return budget.Made(Value.Of(Results));
        }
    }
}
