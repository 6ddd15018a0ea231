using Indicators.Csv;

namespace Indicators.Tests.Loading;

/// <summary>Which column of a survey names the answer and which counts, in the shapes that people bring; 3 × 100% and 1 × 60% of 4 answers are 90%.</summary>
public sealed class SurveyTests
{
    [Theory]
    [InlineData("{键: 选项, 列: {选项: 文本, 份数: 数 份}", "项目,选项,份数\nP,好,3\nP,中,1\n")]
    [InlineData("{列: {答案: 文本}", "项目,答案\nP,好\nP,好\nP,中\nP,好\n")]
    [InlineData("{键: 编号, 列: {编号: 数, 答案: 文本, 年龄: 数}", "项目,编号,答案,年龄\nP,1,好,30\nP,2,好,40\nP,3,中,50\nP,4,好,60\n")]
    [InlineData("{键: [村, 选项], 列: {村: 文本, 选项: 文本, 份数: 数 份}", "项目,村,选项,份数\nP,甲,好,1\nP,甲,中,1\nP,乙,好,2\n")]
    [InlineData("{键: 选项, 列: {选项: 文本, 份数: 数 份, 备注: 文本}", "项目,选项,份数,备注\nP,好,3,甲\nP,中,1,乙\n")]
    [InlineData("{键: 编号, 列: {编号: 文本, 答案: 文本}", "项目,编号,答案\nP,1,好\nP,2,好\nP,3,中\nP,4,好\n")]
    [InlineData("{键: 编号, 列: {编号: 数, 答案: 文本}", "项目,编号,答案\nP,1,好\nP,2,好\nP,3,中\nP,4,好\n")]
    public void The_answer_and_the_count_are_found(string table, string csv)
    {
        using var rules = TestRuleSet.WithNode("公式: 满意度(问卷) * 100", evidence: TestRuleSet.Evidence + $"\n表:\n  问卷: {table}, 选项: {{好: 100%, 中: 60%}}}}");
        using var evidence = new TestFolder(("项目.csv", "项目\nP\n"), ("问卷.csv", csv));
        var ruleSet = rules.Sound();

        var read = EvidenceReader.Read(evidence.Path, ruleSet);

        Assert.Empty(read.Problems);
        Assert.Equal(90, ReferenceEvaluator.Evaluate(ruleSet, read.Projects.Single()).Total.Published);
    }
}
