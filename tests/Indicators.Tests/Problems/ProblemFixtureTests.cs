namespace Indicators.Tests.Problems;

/// <summary>Every problem that files can have: the mistake as data, and what the user reads.</summary>
public sealed class ProblemFixtureTests
{
    public static TheoryData<string> Codes => [.. ProblemFixture.All.Where(f => f.HasFiles).Select(f => f.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_mistake_in_a_file_is_named_with_its_place_and_the_way_out(string code) => new ProblemFixture(code).Check();

    [Fact]
    public void Every_message_has_a_fixture() => ProblemFixture.CheckComplete(ProblemCaseTests.Codes);
}
