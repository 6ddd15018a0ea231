using System.Text.Json;
using System.Text.RegularExpressions;
using Indicators.Methods;
using Indicators.Schema;
using Json.Schema;

namespace Indicators.Tests.Schema;

/// <summary>The schemas accept what is shipped, name every key, and match as the readers do.</summary>
public sealed class RuleSchemasTests
{
    private const string ModeLine = "# yaml-language-server: $schema=";

    private static readonly string Folder = Repository.Path("docs", "schema");

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Repository.Path("rules"), "*.yaml", SearchOption.AllDirectories).Select(p => Path.GetRelativePath(Repository.Root, p)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Names => [.. RuleSchemas.All.Select(s => s.Name)];

    [Fact]
    public void The_committed_schemas_are_those_of_the_code()
    {
        var committed = Directory.EnumerateFiles(Folder).Select(p => Path.GetFileName(p)!).Order(StringComparer.Ordinal);
        Assert.Equal(RuleSchemas.All.Select(s => s.Name).Order(StringComparer.Ordinal), committed);
        foreach (var schema in RuleSchemas.All)
        {
            Assert.True(
                File.ReadAllText(Path.Combine(Folder, schema.Name)) == schema.Text,
                $"docs/schema/{schema.Name} is out of date: run `dotnet run --project src/Indicators.Cli -- schema --out docs/schema`.");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_schema_is_one_by_the_rules_of_draft_07(string name)
    {
        var schema = JsonSerializer.Deserialize<JsonElement>(RuleSchemas.All.Single(s => s.Name == name).Text);
        Assert.True(MetaSchemas.Draft7.Evaluate(schema).IsValid);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_reference_has_its_definition(string name)
    {
        var text = RuleSchemas.All.Single(s => s.Name == name).Text;
        var defined = JsonSerializer.Deserialize<JsonElement>(text).GetProperty("definitions").EnumerateObject().Select(d => d.Name).ToHashSet();
        Assert.NotEmpty(defined);
        Assert.All(Regex.Matches(text, "\"#/definitions/([^\"]+)\""), reference => Assert.Contains(reference.Groups[1].Value, defined));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_shipped_file_names_its_schema_and_satisfies_it(string file)
    {
        var path = Repository.Path(file);
        var first = File.ReadLines(path).First();
        Assert.StartsWith(ModeLine, first);
        var schema = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, first[ModeLine.Length..]));
        var set = Repository.Path([.. file.Split(Path.DirectorySeparatorChar)[..2], "rule-set.yaml"]);
        var extension = File.ReadLines(set).Any(l => l.StartsWith("继承", StringComparison.Ordinal));
        Assert.Equal(Path.Combine(Folder, Schemas.NameFor(path, extension)), schema);
        Assert.Empty(Schemas.Errors(Path.GetFileName(schema), EditorYaml.Read(File.ReadAllText(path))));
    }

    [Fact]
    public void A_file_may_mix_languages_but_not_write_one_key_in_both()
    {
        const string Mixed = "一级指标: 产出\ncriteria: [{名称: 甲, indicators: [{编号: A1, name: 乙, weight: 100, 符合: 已验收}]}]";
        Assert.Empty(Schemas.Errors("dimension.schema.json", EditorYaml.Read(Mixed)));
        Assert.NotEmpty(Schemas.Errors("dimension.schema.json", EditorYaml.Read(Mixed + "\nweight: 100\n分值: 100")));
        Assert.NotEmpty(Schemas.Errors("dimension.schema.json", EditorYaml.Read(Mixed + "\ndimension: 产出")));
    }

    [Theory]
    [InlineData("分值: {按年度: {2016: 5, 2017: {值: 6, 依据: 表}}}", true)]
    [InlineData("分值: {按年度: {2016: 5, 一七: 6}}", false)]
    [InlineData("分值: {按年度: {2016: 五}}", false)]
    [InlineData("分值: 待定", true)]
    [InlineData("分值: open", true)]
    [InlineData("分值: 未定", false)]
    public void A_value_by_year_and_an_open_weight_pass_where_the_reader_takes_them(string weight, bool passes)
    {
        var file = EditorYaml.Read($"一级指标: 产出\n二级指标: [{{名称: 甲, 三级指标: [{{编号: A1, 名称: 乙, 符合: 已验收, {weight}}}]}}]");
        Assert.Equal(passes, Schemas.Errors("dimension.schema.json", file).Count == 0);
    }

    [Fact]
    public void A_file_over_a_base_may_give_a_part_of_a_node_and_take_a_key_away()
    {
        var file = EditorYaml.Read("一级指标: 产出\n二级指标: [{名称: 甲, 三级指标: [{编号: A1, 分值: 5, 口径: 删除}]}]");
        Assert.Empty(Schemas.Errors("dimension-extension.schema.json", file));
        Assert.NotEmpty(Schemas.Errors("dimension.schema.json", file));
    }

    [Fact]
    public void The_patterns_match_what_the_readers_parse()
    {
        string[] numbers = ["0", "5", "0.5", "12.50", "１", "1/3", "1 / 3", "", "-1", "1.", ".5", "12345678901", "80"];
        string[] units = ["", "%", " %", "％", "分", " point", "points", "pt", "元", "‰"];
        string[] joins = ["扣", " 扣 ", "加", " loses ", "adds", "减", "天扣", "个百分点扣", "万元加", "五个字的单位扣"];
        var amounts = numbers.SelectMany(n => units.Select(u => n + u)).ToList();
        Assert.All(amounts, a => Assert.True((Amount.Parse(a) is not null) == Regex.IsMatch(a, Patterns.Amount), a));
        // A step of zero is refused by its value, which a pattern does not know.
        var steps = amounts.Where(a => a.StartsWith("0.5", StringComparison.Ordinal) || !a.StartsWith('0'));
        Assert.All(
            steps.SelectMany(a => joins.Select(j => a + j + "5%")).Concat(amounts.SelectMany(a => joins.Select(j => "1%" + j + a))),
            s => Assert.True((Slope.Parse(s) is not null) == Regex.IsMatch(s, Patterns.Slope), s));
        Assert.All(
            amounts.SelectMany(a => new[] { a, a + "~100%", "60%-" + a, "0～" + a }),
            r => Assert.True((EvaluationLevel.Parse("好", r, new Place("")) is not null) == Regex.IsMatch(r, Patterns.LevelRange), r));
    }
}
