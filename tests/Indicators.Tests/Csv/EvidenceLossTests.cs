using System.Text;
using Indicators.Csv;

namespace Indicators.Tests.Csv;

/// <summary>A score must not look finished when a part of its evidence could not be read.</summary>
public sealed class EvidenceLossTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("evidence-");
    private readonly TestRuleSet files = new(
        ("output.yaml", TestRuleSet.Dimension(100, "评价要点: [甲, {名称: 乙, 部分得分: 允许}, {名称: 丙, 符合: 已验收}]")),
        ("evidence.yaml", """
            数据:
              预算: {类型: 金额, 别名: [预算数], 必填: 是}
              面积: {类型: 数, 别名: [面积(平方米)]}
              到场: 数 people
              已验收: 是否
              说明书: 文本
            表:
              资金: {键: 年度, 列: {年度: 数, 支出: {类型: 金额 万元, 必填: 是}}}
              目标: {列: {类别: 文本, 数量: 数}}
            """));

    private RuleSet RuleSet => field ??= files.Sound();

    [Theory]
    [InlineData("P1,2016,30,账,多", "too-many-cells")]
    [InlineData("P1,2016,30", "too-few-cells")]
    [InlineData("P1,2016,3\"0,账", "malformed-row")]
    [InlineData("P1,2016,30,\"账", "unclosed-quote")]
    public void A_row_that_cannot_be_read_rejects_the_project_that_it_names(string row, string code)
    {
        Write("项目.csv", "项目,预算\nP1,1元\nP2,1元\n");
        Write("资金.csv", $"项目,年度,支出,来源\n{row}\nP2,2016,30,账\n");
        var evidence = Read();
        Assert.Equal([(code, 2L)], Codes(evidence));
        Assert.Equal(["P1"], evidence.Rejected);
        Assert.Equal(["P2"], evidence.Projects.Select(p => p.Id));
        Assert.Single(evidence.Projects[0].Tables["资金"]);
    }

    [Fact]
    public void A_project_whose_own_row_cannot_be_read_is_rejected_not_forgotten()
    {
        Write("项目.csv", "项目,预算\nP1,\"1元\nP2,1元\n");
        Write("数据.csv", "项目,字段,值\nP1,已验收,是\n");
        var evidence = Read();
        Assert.Equal([("unclosed-quote", 2L)], Codes(evidence));
        Assert.Equal(["P1"], evidence.Rejected);
        Assert.Equal(["P2"], evidence.Projects.Select(p => p.Id));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void An_open_quote_that_meets_a_later_one_costs_its_own_line_only(string newLine)
    {
        Write("项目.csv", "项目,说明书,预算\nP1,\"一,1元\nP2,二,1元\nP3,\"三\",1元\nP4,\"四\n五\",1元\nP5,六,坏\n".ReplaceLineEndings(newLine));
        var evidence = Read();
        Assert.Equal([("unclosed-quote", 2L), ("bad-number", 7L)], Codes(evidence));
        Assert.Equal(["P2", "P3", "P4"], evidence.Projects.Select(p => p.Id));
        Assert.Equal(["P1", "P5"], evidence.Rejected);
    }

    [Fact]
    public void An_open_quote_in_the_header_is_reported()
    {
        Write("项目.csv", "项目,\"预算\nP1,1元\n");
        var evidence = Read();
        Assert.Equal([("unclosed-quote", 1L)], Codes(evidence));
        Assert.Empty(evidence.Projects);
    }

    [Fact]
    public void A_record_of_more_than_a_mebibyte_is_an_open_quote()
    {
        var rows = string.Concat(Enumerable.Range(2, 80_000).Select(i => $"P{i},二,1元\n"));
        Write("项目.csv", $"项目,说明书,预算\nP1,\"一,1元\n{rows}PX,三\",1元\n");
        var evidence = Read();
        Assert.Equal([("unclosed-quote", 2L), ("malformed-row", 80_003L)], Codes(evidence));
        Assert.Equal(80_000, evidence.Projects.Length);
    }

    [Theory]
    [InlineData("评价意见.csv", "项目,要点\nP1,A1①\n", "missing-column")]
    [InlineData("评价意见.csv", "", "csv-empty")]
    [InlineData("资金.csv", "项目,支出\nP1,30\n", "missing-column")]
    [InlineData("资金.csv", "项目,年度,年度,支出\nP1,2016,2017,30\n", "duplicate-column")]
    [InlineData("数据.csv", "项目,字段\nP1,已验收\n", "missing-column")]
    public void Without_one_of_its_files_no_project_is_scored(string file, string text, string code)
    {
        Write("项目.csv", "项目,预算\nP1,1元\nP2,1元\n");
        Write(file, text);
        var evidence = Read();
        Assert.Equal(code, Assert.Single(evidence.Problems).Code);
        Assert.Empty(evidence.Projects);
        Assert.Equal(["P1", "P2"], evidence.Rejected);
    }

    [Fact]
    public void Bytes_in_no_encoding_cost_every_project()
    {
        Write("项目.csv", "项目,预算\nP1,1元\n");
        File.WriteAllBytes(Path.Combine(folder.FullName, "评价意见.csv"), [0x50, 0x2C, 0xFF, 0xFF, 0x0A]);
        var evidence = Read();
        Assert.Equal("unknown-encoding", Assert.Single(evidence.Problems).Code);
        Assert.Equal(["P1"], evidence.Rejected);
    }

    [Fact]
    public void A_projects_file_without_ids_is_not_replaced_by_the_long_one()
    {
        Write("项目.csv", "编号,预算\nP1,1元\n");
        Write("数据.csv", "项目,字段,值\nP1,预算,2元\n");
        var evidence = Read();
        Assert.Equal("missing-column", Assert.Single(evidence.Problems, p => p.Severity == Severity.Error).Code);
        Assert.Empty(evidence.Projects);
    }

    [Fact]
    public void A_file_that_is_open_elsewhere_is_reported()
    {
        Write("项目.csv", "项目,预算\nP1,1元\n");
        Write("评价意见.csv", "项目,要点,结论\n");
        using var open = new FileStream(Path.Combine(folder.FullName, "评价意见.csv"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var evidence = Read();
        Assert.Equal("file-unreadable", Assert.Single(evidence.Problems).Code);
        Assert.Equal(["P1"], evidence.Rejected);
    }

    [Fact]
    public void A_name_and_its_alias_in_one_header_are_one_column_twice()
    {
        Write("项目.csv", "项目,预算(元),预算数（万元）\nP1,1,2\n");
        var problem = Assert.Single(Read().Problems, p => p.Severity == Severity.Error);
        Assert.Equal(("duplicate-column", 1L, 3L), (problem.Code, problem.Place.Line, problem.Place.Column));
    }

    [Fact]
    public void Rows_and_columns_that_a_spreadsheet_leaves_empty_are_no_problem()
    {
        Write("项目.csv", "\n项目,预算,\nP1,1元,\n,,\n  ,,\n");
        var evidence = Read();
        Assert.Empty(evidence.Problems);
        Assert.Equal(["P1"], evidence.Projects.Select(p => p.Id));
    }

    [Fact]
    public void A_blank_cell_is_no_value_given_twice()
    {
        Write("项目.csv", "项目,预算,已验收\nP1,1元,\n");
        Write("数据.csv", "项目,字段,值\nP1,预算,\nP1,已验收,是\n");
        var evidence = Read();
        Assert.Empty(evidence.Problems);
        Assert.Equal(["1", "true"], new[] { "预算", "已验收" }.Select(f => evidence.Projects[0].Fields[f].Value.ToString()));
    }

    [Fact]
    public void A_column_that_the_table_declares_is_not_the_class_of_the_row()
    {
        Write("项目.csv", "项目,预算\nP1,1元\n");
        Write("目标.csv", "项目,类别,数量,来源\nP1,数量指标,5,目标表\n");
        var evidence = Read();
        Assert.Empty(evidence.Problems);
        var row = Assert.Single(evidence.Projects[0].Tables["目标"]);
        Assert.Equal(("\"数量指标\"", Standing.Evidence), (row.Cells["类别"].Value.ToString(), row.Standing));
    }

    [Theory]
    [InlineData("P1,,30,账", "table-key-blank", "年度")]
    [InlineData("P1,2016,,账", "required-missing", "支出")]
    public void A_row_without_its_key_or_a_required_column_is_named(string row, string code, string column)
    {
        Write("项目.csv", "项目,预算\nP1,1元\n");
        Write("资金.csv", $"项目,年度,支出,来源\n{row}\n");
        var problem = Assert.Single(Read().Problems);
        Assert.Equal((code, 2L), (problem.Code, problem.Place.Line));
        Assert.EndsWith("资金.csv", problem.Place.File);
        Assert.Contains($"“{column}”", problem.Text(Language.Chinese));
    }

    [Fact]
    public void A_required_field_without_a_column_is_reported_at_the_row_of_its_project()
    {
        Write("项目.csv", "项目,已验收\nP0,是\nP1,是\n");
        Write("数据.csv", "项目,字段,值\nP0,预算,1元\n");
        var problem = Assert.Single(Read().Problems);
        Assert.Equal(("required-missing", 3L), (problem.Code, problem.Place.Line));
        Assert.EndsWith("项目.csv", problem.Place.File);
    }

    [Theory]
    [InlineData("P1,A1②,部分符合,0.5分", "bad-share")]
    [InlineData("P1,A1②,符合,50%", "share-unused")]
    [InlineData("P1,A1①,部分符合,100%", "partial-not-allowed")]
    [InlineData("P1,A1②,部分符合,150%", "finding-amount-outside")]
    public void A_share_that_does_not_fit_its_conclusion_is_refused(string row, string code)
    {
        Write("项目.csv", "项目,预算\nP1,1元\n");
        Write("评价意见.csv", $"项目,要点,结论,比例\n{row}\n");
        Assert.Equal([(code, 2L)], Codes(Read()));
    }

    [Theory]
    [InlineData("比例", "打分", "7.5", "7.5", false)]
    [InlineData("比例", "打分", "7.5分", "7.5", false)]
    [InlineData("比例", "打分", "75%", "0.75", true)]
    [InlineData("比例(%)", "打分", "75", "0.75", true)]
    [InlineData("比例(%)", "部分符合", "50", "0.5", true)]
    [InlineData("比例", "部分符合", "0.5", "0.5", true)]
    [InlineData("比例", "部分符合", "1/4", "0.25", true)]
    public void A_share_keeps_its_unit(string header, string conclusion, string cell, string amount, bool isShare)
    {
        Write("项目.csv", "项目,预算\nP1,1元\n");
        Write("评价意见.csv", $"项目,要点,结论,{header}\nP1,A1②,{conclusion},{cell}\n");
        var evidence = Read();
        Assert.Empty(evidence.Problems);
        var finding = Assert.Single(evidence.Projects[0].Findings);
        Assert.Equal((amount, isShare), (finding.Amount!.Value.ToShortest(4), finding.AmountIsShare));
    }

    [Fact]
    public void Tables_alone_say_which_projects_there_are()
    {
        File.WriteAllText(Path.Combine(files.Path, "evidence.yaml"), TestRuleSet.Evidence + "\n表:\n  资金: {列: {支出: 金额}}\n");
        var ruleSet = files.Sound();
        Write("资金.csv", "项目,支出\nP2,1元\nP1,2元\nP2,3元\n");
        var evidence = EvidenceReader.Read(folder.FullName, ruleSet);
        Assert.Equal(["P2", "P1"], evidence.Projects.Select(p => p.Id));
        Assert.Equal(2, evidence.Projects[0].Tables["资金"].Length);
    }

    [Fact]
    public void Units_and_aliases_in_brackets_are_told_apart()
    {
        Write("项目.csv", "项目,预算,面积(平方米),到场\nP1,1元,120,17 people\n");
        var evidence = Read();
        Assert.Empty(evidence.Problems);
        Assert.Equal(["120", "17"], new[] { "面积", "到场" }.Select(f => evidence.Projects[0].Fields[f].Value.ToString()));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void A_byte_order_mark_decides_the_encoding(string name)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "项目.csv"), "项目,预算\nP1,30万元\n", Encoding.GetEncoding(name));
        Assert.Equal("300000", Assert.Single(Read().Projects).Fields["预算"].Value.ToString());
    }

    public void Dispose()
    {
        files.Dispose();
        folder.Delete(recursive: true);
    }

    private static IEnumerable<(string Code, long Line)> Codes(EvidenceSet evidence) => evidence.Problems.Select(p => (p.Code, p.Place.Line));

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(folder.FullName, file), text);

    private EvidenceSet Read() => EvidenceReader.Read(folder.FullName, RuleSet);
}
