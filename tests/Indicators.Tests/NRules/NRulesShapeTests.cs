using Indicators.NRules;
using Indicators.Tests.Shapes;

namespace Indicators.Tests.NRules;

public sealed class NRulesShapeTests
{
    [Theory]
    [MemberData(nameof(ShapeTests.All), MemberType = typeof(ShapeTests))]
    public void A_published_shape_earns_the_same_in_a_session(string name, int @case)
    {
        var shape = PublishedShapes.All.Single(s => s.Name == name);
        Assert.Equal(shape.Cases[@case].Expected, shape.Score(shape.Cases[@case], r => new NRulesExecutor(r)));
    }
}
