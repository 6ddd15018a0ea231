using System.Text;
using Indicators.Csv;
using Indicators.Feel;

namespace Indicators.Tests.Csv;

/// <summary>One mistake each in real files: the code, the place, and what is kept.</summary>
public sealed class BadEvidenceTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("evidence-");
    private readonly TestRuleSet files = new(
        ("output.yaml", TestRuleSet.Dimension(100, "评价要点: [甲, {名称: 乙, 扣分: {每项: 20%}}, {名称: 丙, 符合: 已验收}]")),
        ("evidence.yaml", """
            数据:
              实际: {类型: 数 次, 别名: [实际完成], 范围: ≥ 0}
              预算: {类型: 金额, 必填: 是}
              满意度: 百分比
              已验收: 是否
              开工: 日期
              说明书: 文本
            表:
              资金: {键: 年度, 列: {年度: 数, 支出: 金额 万元}}
            """));

    private RuleSet RuleSet => field ??= files.Sound();

    [Theory]
    [InlineData("预算", "abc", "bad-number")]
    [InlineData("预算", "30", "money-without-unit")]
    [InlineData("预算", "12,34元", "bad-number")]
    [InlineData("预算", "1e3元", "bad-number")]
    [InlineData("预算", "(5)元", "bad-number")]
    [InlineData("预算", "1.元", "bad-number")]
    [InlineData("预算", "30美元", "wrong-unit")]
    [InlineData("满意度", "98.5", "percent-without-sign")]
    [InlineData("实际", "17个", "wrong-unit")]
    [InlineData("实际", "≥12", "target-not-number")]
    [InlineData("实际", "-1", "out-of-range")]
    [InlineData("实际", "NaN", "bad-number")]
    [InlineData("实际", "12345678901234567890123456789", "bad-number")]
    [InlineData("已验收", "好", "bad-yes-no")]
    [InlineData("开工", "2017-02-30", "bad-date")]
    public void A_bad_cell_rejects_its_project_and_no_other(string field, string value, string code)
    {
        Write("项目.csv", "项目,预算\nP1,1元\nP2,1元\n".Replace("预算", field == "预算" ? "空列" : "预算"));
        Write("数据.csv", $"项目,字段,值,来源\nP1,{field},\"{value}\",文件\n" + (field == "预算" ? "P2,预算,1元,文件\n" : ""));
        var evidence = Read();
        var problem = Assert.Single(evidence.Problems, p => p.Severity == Severity.Error);
        Assert.Equal((code, 2L, 3L), (problem.Code, problem.Place.Line, problem.Place.Column));
        Assert.EndsWith("数据.csv", problem.Place.File);
        if (code != "out-of-range")
        {
            Assert.Contains(value, problem.Text(Language.Chinese));
        }

        Assert.NotEmpty(problem.Remedy(Language.English));
        Assert.Equal(["P2"], evidence.Projects.Select(p => p.Id));
        Assert.Equal(["P1"], evidence.Rejected);
    }

    [Theory]
    [InlineData("30万元", 300_000)]
    [InlineData("１，２３４．５０元", 1234.5)]
    [InlineData("\"1,234.5 元\"", 1234.5)]
    [InlineData("0.3百万元", 300_000)]
    public void Money_is_held_in_yuan(string cell, double yuan)
    {
        Write("项目.csv", $"项目,预算\nP1,{cell}\n");
        Assert.Equal(new Value.Number(new Fraction((int)(yuan * 2), 2)), Read().Projects.Single().Fields["预算"].Value);
    }

    [Theory]
    [InlineData("预算(万元)", "30", "300000")]
    [InlineData("预算（万元）", "30", "300000")]
    public void The_unit_may_stand_in_the_header(string header, string cell, string expected)
    {
        Write("项目.csv", $"项目,{header}\nP1,{cell}\n");
        Assert.Equal(expected, Read().Projects.Single().Fields["预算"].Value.ToString());
    }

    [Theory]
    [InlineData("未提供", MissingState.Withheld)]
    [InlineData("无法考核", MissingState.Unassessable)]
    [InlineData("n/a", MissingState.NotApplicable)]
    [InlineData("", MissingState.Blank)]
    public void A_cell_may_hold_a_missing_state(string cell, MissingState state)
    {
        Write("项目.csv", $"项目,预算,实际\nP1,1元,{cell}\n");
        Assert.Equal(new Value.Missing(state), Read().Projects.Single().Fields["实际"].Value);
    }

    [Fact]
    public void A_source_makes_evidence_and_its_lack_a_claim()
    {
        Write("项目.csv", "项目\nP1\n");
        Write("数据.csv", "项目,字段,值,来源,类别\nP1,预算,1元,批复,文件\nP1,实际,1,,\nP1,已验收,是,报告,自述\nP1,开工,2017年4月25日,报告,反推\n");
        var fields = Read().Projects.Single().Fields;
        Assert.Equal(
            [Standing.Evidence, Standing.Claim, Standing.Claim, Standing.Nothing],
            new[] { "预算", "实际", "已验收", "开工" }.Select(f => fields[f].Standing));
    }

    [Fact]
    public void A_missing_column_that_is_required_is_named_for_each_project()
    {
        Write("项目.csv", "项目,实际完成\nP1,3\n");
        var problem = Assert.Single(Read().Problems);
        Assert.Equal("required-missing", problem.Code);
        Assert.Contains("预算", problem.Text(Language.Chinese));
    }

    [Theory]
    [InlineData("项目.csv", "编号,预算\nP1,1元\n", "项目")]
    [InlineData("数据.csv", "项目,字段\nP1,预算\n", "值")]
    public void A_missing_column_of_the_form_is_named_with_what_is_there(string file, string text, string column)
    {
        Write("项目.csv", "项目,预算\nP1,1元\n");
        Write(file, text);
        var problem = Read().Problems.First(p => p.Code == "missing-column");
        Assert.Contains($"“{column}", problem.Text(Language.Chinese));
        Assert.Contains(text.Split(',')[0], problem.Text(Language.Chinese));
    }

    [Fact]
    public void The_same_project_twice_is_rejected_and_the_others_stay()
    {
        Write("项目.csv", "项目,预算\nP1,1元\nP2,2元\nP1,3元\n");
        var evidence = Read();
        var problem = Assert.Single(evidence.Problems);
        Assert.Equal(("duplicate-project", 4L), (problem.Code, problem.Place.Line));
        Assert.Contains("2", problem.Text(Language.Chinese));
        Assert.Equal(["P2"], evidence.Projects.Select(p => p.Id));
        Assert.Equal(["P1"], evidence.Rejected);
    }

    [Theory]
    [InlineData("P1,A1④,符合,,", "finding-unknown-code")]
    [InlineData("P1,A1,符合,,", "finding-has-points")]
    [InlineData("P1,产出,符合,,", "finding-too-high")]
    [InlineData("P1,A1③,符合,,", "finding-not-judged")]
    [InlineData("P1,A1①,部分符合,50%,", "partial-not-allowed")]
    [InlineData("P1,A1①,缺陷,,", "defect-without-deduction")]
    [InlineData("P1,A1②,打分,5,", "deduction-needs-defects")]
    [InlineData("P1,A1①,合格,,", "unknown-conclusion")]
    [InlineData("P1,A1①,打分,,", "finding-needs-amount")]
    [InlineData("P1,A1①,打分,50,", "finding-amount-outside")]
    [InlineData("P1,A1①,部分符合,一半,", "bad-share")]
    [InlineData("P1,A1①,符合,,传闻", "unknown-class")]
    [InlineData("P9,A1①,符合,,", "unknown-project")]
    public void A_bad_finding_is_named(string row, string code)
    {
        Write("项目.csv", "项目,预算\nP1,1元\nP2,1元\n");
        Write("评价意见.csv", $"项目,要点,结论,比例,类别\n{row}\n");
        var evidence = Read();
        var problem = Assert.Single(evidence.Problems);
        Assert.Equal((code, 2L), (problem.Code, problem.Place.Line));
        Assert.Contains("P2", evidence.Projects.Select(p => p.Id));
    }

    [Fact]
    public void Two_findings_that_contradict_are_an_error()
    {
        Write("项目.csv", "项目,预算\nP1,1元\n");
        Write("评价意见.csv", "项目,要点,结论\nP1,A1①,符合\nP1,A1①,不符合\n");
        Assert.Equal("findings-contradict", Assert.Single(Read().Problems).Code);
    }

    [Fact]
    public void A_whole_that_cannot_be_assessed_contradicts_a_finding_on_its_part()
    {
        Write("项目.csv", "项目,预算\nP1,1元\n");
        Write("评价意见.csv", "项目,要点,结论\nP1,A1,无法考核\nP1,A1①,符合\n");
        var problem = Assert.Single(Read().Problems);
        Assert.Equal(("findings-contradict", 3L), (problem.Code, problem.Place.Line));
    }

    [Fact]
    public void Two_rulings_that_differ_contradict_each_other_across_levels()
    {
        Write("项目.csv", "项目,预算\nP1,1元\n");
        Write("评价意见.csv", "项目,要点,结论\nP1,A1,认定符合\nP1,A1①,认定不符合\n");
        Assert.Equal("findings-contradict", Assert.Single(Read().Problems).Code);
    }

    [Fact]
    public void Gb18030_is_read_without_being_told()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        File.WriteAllBytes(Path.Combine(folder.FullName, "项目.csv"), Encoding.GetEncoding("GB18030").GetBytes("项目,名称,预算\nP1,职工技能竞赛,30万元\n"));
        var project = Assert.Single(Read().Projects);
        Assert.Equal(("职工技能竞赛", "300000"), (project.Name, project.Fields["预算"].Value.ToString()));
    }

    [Fact]
    public void Bytes_in_no_encoding_are_refused()
    {
        File.WriteAllBytes(Path.Combine(folder.FullName, "项目.csv"), [0x50, 0x2C, 0xFF, 0xFF, 0x0A]);
        Assert.Contains(Read().Problems, p => p.Code == "unknown-encoding");
    }

    [Fact]
    public void A_line_break_in_quotes_does_not_shift_the_lines_of_later_problems()
    {
        Write("项目.csv", "项目,说明书,预算\nP1,\"一\n二\",1元\nP2,三,坏\n");
        var problem = Assert.Single(Read().Problems);
        Assert.Equal(("bad-number", 4L, 3L), (problem.Code, problem.Place.Line, problem.Place.Column));
    }

    [Fact]
    public void An_open_quote_costs_its_own_line_only()
    {
        Write("项目.csv", "项目,说明书,预算\nP1,一,1元\nP2,\"二,1元\nP3,三,1元\n");
        var evidence = Read();
        Assert.Equal(("unclosed-quote", 3L), (evidence.Problems.Single().Code, evidence.Problems.Single().Place.Line));
        Assert.Equal(["P1", "P3"], evidence.Projects.Select(p => p.Id));
    }

    [Theory]
    [InlineData("P1,1元,2,3", "too-many-cells")]
    [InlineData(",1元", "project-id-missing")]
    public void A_bad_row_is_left_out_and_named(string row, string code)
    {
        Write("项目.csv", $"项目,预算\n{row}\nP2,1元\n");
        var evidence = Read();
        Assert.Equal((code, 2L), (evidence.Problems.Single().Code, evidence.Problems.Single().Place.Line));
        Assert.Equal(["P2"], evidence.Projects.Select(p => p.Id));
    }

    [Fact]
    public void Tables_are_read_with_their_keys_and_units()
    {
        Write("项目.csv", "项目,预算\nP1,1元\n");
        Write("资金.csv", "项目,年度,支出,来源\nP1,2016,30,账\nP1,2017,20万元,账\n");
        var rows = Read().Projects.Single().Tables["资金"];
        Assert.Equal(["300000", "200000"], rows.Select(r => r.Cells["支出"].Value.ToString()));
        Write("资金.csv", "项目,年度,支出\nP1,2016,30\nP1,2016,20\n");
        Assert.Equal(("duplicate-row", 3L), (Read().Problems.Single().Code, Read().Problems.Single().Place.Line));
    }

    [Fact]
    public void A_value_given_twice_names_both_places()
    {
        Write("项目.csv", "项目,预算\nP1,1元\n");
        Write("数据.csv", "项目,字段,值\nP1,预算,2元\n");
        var problem = Assert.Single(Read().Problems);
        Assert.Equal("duplicate-value", problem.Code);
        Assert.Contains("项目.csv:2", problem.Text(Language.Chinese));
    }

    [Fact]
    public void An_unknown_column_or_file_is_a_warning()
    {
        Write("项目.csv", "项目,预算,实计\nP1,1元,3\n");
        Write("备注.csv", "a\n");
        var evidence = Read();
        Assert.Equal(["column-misspelt", "unused-file"], evidence.Problems.Select(p => p.Code));
        Assert.Contains("实际", evidence.Problems[0].Text(Language.Chinese));
        Assert.False(evidence.Problems.HasErrors);
        Assert.Single(evidence.Projects);
    }

    [Fact]
    public void One_wide_file_is_enough()
    {
        Write("all.csv", "项目,名称,预算,实际,满意度(%)\nP1,甲,1万元,17次,98.5\n");
        var project = EvidenceReader.Read(Path.Combine(folder.FullName, "all.csv"), RuleSet).Projects.Single();
        Assert.Equal(["10000", "17", "0.985"], new[] { "预算", "实际", "满意度" }.Select(f => project.Fields[f].Value.ToString()));
    }

    public void Dispose()
    {
        files.Dispose();
        folder.Delete(recursive: true);
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(folder.FullName, file), text);

    private EvidenceSet Read() => EvidenceReader.Read(folder.FullName, RuleSet);
}
