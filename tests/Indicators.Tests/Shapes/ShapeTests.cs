namespace Indicators.Tests.Shapes;

/// <summary>Every published shape with its digits, by the reference.</summary>
public sealed class ShapeTests
{
    public static TheoryData<string, int> All => Rows();

    [Theory]
    [MemberData(nameof(All))]
    public void A_published_shape_earns_what_it_says(string name, int @case)
    {
        var shape = PublishedShapes.All.Single(s => s.Name == name);
        Assert.Equal(shape.Cases[@case].Expected, shape.Score(shape.Cases[@case], r => new ReferenceEvaluator(r)));
    }

    private static TheoryData<string, int> Rows()
    {
        var rows = new TheoryData<string, int>();
        foreach (var shape in PublishedShapes.All)
        {
            foreach (var (i, _) in shape.Cases.Index())
            {
                rows.Add(shape.Name, i);
            }
        }

        return rows;
    }
}
