namespace Indicators.Tests.Service;

/// <summary>The mapping to the wire goes by position: each enum of the engine stands one below its twin, under the same name.</summary>
public sealed class WireEnumTests
{
    [Theory]
    [InlineData(typeof(Level), typeof(V1.Level))]
    [InlineData(typeof(ScoreState), typeof(V1.ScoreState))]
    [InlineData(typeof(MissingState), typeof(V1.MissingState))]
    [InlineData(typeof(MissingPolicy), typeof(V1.MissingPolicy))]
    [InlineData(typeof(Standing), typeof(V1.Standing))]
    [InlineData(typeof(FlagKind), typeof(V1.FlagKind))]
    [InlineData(typeof(DimensionKind), typeof(V1.DimensionKind))]
    [InlineData(typeof(Conclusion), typeof(V1.Conclusion))]
    [InlineData(typeof(Indicators.Differences.DifferenceKind), typeof(V1.RuleEditKind))]
    [InlineData(typeof(Indicators.Simulating.ImprovementKind), typeof(V1.ImprovementKind))]
    public void Twins_have_the_same_names_one_apart(Type engine, Type wire)
    {
        Assert.Equal(["Unspecified", .. Enum.GetNames(engine)], Enum.GetNames(wire));
        Assert.Equal(Enumerable.Range(0, Enum.GetNames(wire).Length), Enum.GetValues(wire).Cast<object>().Select(value => (int)value));
    }
}
