using Indicators.Batch;
using Indicators.Cases;
using Indicators.Contracts;
using Indicators.Csv;
using Indicators.Loading;
using Indicators.Service;

namespace Indicators.Tests.Problems;

/// <summary>Problems that no file of a fixture can have: of whole folders, of very large files, of the wire, the service and of running rules.</summary>
public sealed class ProblemCaseTests : IDisposable
{
    private readonly TestRuleSet rules = new(("output.yaml", TestRuleSet.Dimension(100, "符合: 已验收")));
    private readonly TestFolder evidence = new();

    private static readonly Dictionary<string, Func<ProblemCaseTests, IEnumerable<Diagnostic>>> Cases = new()
    {
        ["no-such-rule-set"] = t => RuleSetLoader.LoadDirectory(Path.Combine(t.rules.Path, "没有")).Problems,
        ["no-such-evidence"] = t => t.Read("没有.csv"),
        ["no-project"] = t => t.Read(),
        ["file-missing"] = t => t.WithoutFile("evidence.yaml"),
        ["no-dimension"] = t => t.WithoutFile("output.yaml"),
        ["too-many-files"] = t => t.WithFiles(63),
        ["file-too-large"] = t => t.WithRuleFile(TestRuleSet.Dimension(100, "符合: 已验收") + "\n#" + new string('x', Limits.RuleFileBytes)),
        ["file-unreadable"] = t => t.WithDanglingLink("项目.csv"),
        ["record-too-long"] = t => t.WithEvidence("项目.csv", $"项目,说明书\nP1,{new string('x', Limits.CsvRecordBytes)}\nP2,短\n"),
        ["expression-too-long"] = t => t.WithRuleFile(TestRuleSet.Dimension(100, $"符合: 已验收 and {new string(' ', Limits.ExpressionLength)}已验收")),
        ["nested-methods-limit"] = t => t.WithHeader(TestRuleSet.Header + "\n方法:\n" + MethodBomb(), TestRuleSet.Dimension(100, "方法: 法0")),
        ["duplicate-rule-set"] = t => t.Service(twice: true),
        ["case-failed"] = t => t.Service(("cases/a.yaml", "名称: 甲\n改: {已验收: 是}\n应得: {总分: 0}\n")),
        ["unknown-executor"] = t => t.Service(executor: "drools"),
        ["nrules-absent"] = _ => [new Diagnostic(Messages.NRulesAbsent, new Place(nameof(ServiceSettings.Executor)))],
        ["rule-failed"] = _ => [new Diagnostic(Messages.RuleFailed, new Place("P1"), "附加规则", "thirteen", "P1")],
        ["expression-limit"] = t => t.Score("符合: 'count(for 次 in 1..实际 return 次) > 3'"),
        ["portfolio-missing"] = t => t.Score("取值: 实际\n同类: {比: 极差, 来自: 项目库}"),
        ["unit-not-sent"] = t => t.Send("预算", new V1.Value { Number = "30" }),
        ["number-not-plain"] = t => t.Send("实际", new V1.Value { Number = "1,234" }),
        ["wrong-kind"] = t => t.Send("实际", new V1.Value { YesNo = true }),
        ["missing-state-unknown"] = t => t.Send("实际", new V1.Value { Missing = (V1.MissingState)99 }),
        ["symbolic-link"] = t => t.WithRuleLink("effect.yaml"),
        ["extends-too-long"] = t => t.WithChain(Limits.ExtendsChain),
        ["year-unknown"] = t => t.OfYear(2019, TestRuleSet.Header.Replace("年度: 2017", "年度: [2016, 2017, 2018]")),
        ["rule-set-without-years"] = t => t.OfYear(2017, TestRuleSet.Header.Replace("年度: 2017\n", "")),
        ["framework-unscored"] = t => t.Framework(),
        ["case-expects-nothing"] = t => t.Case("名称: 甲\n改: {实际: 1}"),
        ["published-grade"] = t => t.Case("名称: 甲\n公布: {等级: 良}\n疑点: [F01]"),
        ["case-no-evidence"] = t => t.Case("名称: 甲\n证据: 没有\n疑点: [F01]"),
        ["case-which-project"] = t => t.Case("名称: 甲\n证据: 甲.csv\n疑点: [F01]", ("甲.csv", "项目,实际\nP1,1\nP2,2\n")),
        ["case-unknown-path"] = t => t.Case("名称: 甲\n改: {实记: 1}\n疑点: [F01]"),
        ["case-table-without-key"] = t => t.CaseOfTable("名称: 甲\n改: {走访.2017.人数: 1}\n疑点: [F01]"),
        ["nul-byte"] = t => t.WithEvidence("项目.csv", "项目,实际\nP1,1\nP2,\02\n"),
        ["gzip-damaged"] = t => t.Batch(["项目.csv.gz"], t.Cut),
        ["same-file-twice"] = t => t.Batch(["项目.csv", "projects.csv"]),
        ["file-changed"] = t => t.Batch(["项目.csv"], during: () => t.WithEvidence("项目.csv", "项目,实际\nP1,1\n")),
        ["write-failed"] = t => t.Batch(["项目.csv"], () => Directory.CreateDirectory(Path.Combine(t.rules.Parent, "results.csv.part"))),
        ["checkpoint-stale"] = t => t.Batch(["项目.csv"], t.Stopped, resumes: true),
        ["read-failed"] = _ => [new Diagnostic(Messages.ReadFailed, new Place("项目.csv"), "Input/output error")],
        ["unknown-table"] = t => t.Send(new V1.Project { Id = "P1", Tables = { new V1.Table { Name = "资金" } } }),
    };

    public static IReadOnlyCollection<string> Codes => Cases.Keys;

    public static TheoryData<string> Rows => [.. Codes];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_mistake_is_named_with_its_place_and_the_way_out(string code) =>
        new ProblemFixture(code).Check([.. Cases[code](this)], (rules.Path, "rules"), (evidence.Path, "evidence"), (rules.Parent, ""));

    public void Dispose()
    {
        rules.Dispose();
        evidence.Dispose();
    }

    /// <summary>Each method uses the next twice: the last would be read 2²⁰ times.</summary>
    private static string MethodBomb() => string.Join('\n', Enumerable.Range(0, 20).Select(i =>
        i == 19 ? "  法19: {符合: 已验收}" : $"  法{i}: {{分档: {{已验收: {{方法: 法{i + 1}}}, 其余: {{方法: 法{i + 1}}}}}}}"));

    private IEnumerable<Diagnostic> Read(string file = "") => EvidenceReader.Read(Path.Combine(evidence.Path, file), rules.Sound()).Problems;

    private IEnumerable<Diagnostic> WithEvidence(string file, string text)
    {
        File.WriteAllText(Path.Combine(evidence.Path, file), text);
        return Read();
    }

    /// <summary>The problems of a batch over files of one project each.</summary>
    private IEnumerable<Diagnostic> Batch(string[] files, Action? before = null, Action? during = null, bool resumes = false)
    {
        foreach (var file in files)
        {
            File.WriteAllText(Path.Combine(evidence.Path, file), "项目,实际\nP1,5\nP2,5\n");
        }

        before?.Invoke();
        return BatchRun.Run(rules.Sound(), Options(marked: false, resumes), _ => during?.Invoke(), TestContext.Current.CancellationToken).Problems;
    }

    private BatchOptions Options(bool marked, bool resumes) =>
        new([evidence.Path], Path.Combine(rules.Parent, "results.csv"), Path.Combine(rules.Parent, "rejects.csv"), new BatchFormat(false, false, marked, Language.Chinese), 1, resumes);

    /// <summary>A compressed file without its end.</summary>
    private void Cut()
    {
        var zipped = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(zipped, System.IO.Compression.CompressionLevel.Fastest))
        {
            gzip.Write(File.ReadAllBytes(Path.Combine(evidence.Path, "项目.csv.gz")));
        }

        File.WriteAllBytes(Path.Combine(evidence.Path, "项目.csv.gz"), zipped.ToArray()[..^5]);
    }

    /// <summary>A run of another format that was stopped.</summary>
    private void Stopped()
    {
        using var cancel = new CancellationTokenSource();
        Assert.True(BatchRun.Run(rules.Sound(), Options(marked: true, resumes: false), _ => cancel.Cancel(), cancel.Token).WasStopped);
    }

    private IEnumerable<Diagnostic> WithDanglingLink(string file)
    {
        File.CreateSymbolicLink(Path.Combine(evidence.Path, file), Path.Combine(evidence.Path, "没有"));
        return Read();
    }

    private Diagnostics WithRuleLink(string file)
    {
        File.Move(Path.Combine(rules.Path, "output.yaml"), Path.Combine(rules.Parent, "output.yaml"));
        File.CreateSymbolicLink(Path.Combine(rules.Path, file), Path.Combine(rules.Parent, "output.yaml"));
        return rules.Load().Problems;
    }

    /// <summary>So many rule sets under this one, each of which extends the next.</summary>
    private Diagnostics WithChain(int length)
    {
        static string Extends(string header, int i) => header + $"\n继承: s{i}";
        rules.Write("rule-set.yaml", Extends(TestRuleSet.Header, 1));
        foreach (var i in Enumerable.Range(1, length))
        {
            var folder = Directory.CreateDirectory(Path.Combine(rules.Parent, $"s{i}")).FullName;
            File.WriteAllText(Path.Combine(folder, "rule-set.yaml"), i == length ? TestRuleSet.Header : Extends(TestRuleSet.Header, i + 1));
        }

        return rules.Load().Problems;
    }

    private Diagnostics OfYear(int year, string header)
    {
        rules.Write("rule-set.yaml", header);
        return RuleSetLoader.LoadDirectory(rules.Path, year).Problems;
    }

    private Diagnostics WithRuleFile(string text) => WithHeader(TestRuleSet.Header, text);

    private Diagnostics WithHeader(string header, string output)
    {
        rules.Write("rule-set.yaml", header);
        rules.Write("output.yaml", output);
        return rules.Load().Problems;
    }

    private Diagnostics WithoutFile(string file)
    {
        File.Delete(Path.Combine(rules.Path, file));
        return rules.Load().Problems;
    }

    private Diagnostics WithFiles(int dimensions)
    {
        foreach (var i in Enumerable.Range(0, dimensions - 1))
        {
            rules.Write($"dimension{i}.yaml", "一级指标: 空");
        }

        return rules.Load().Problems;
    }

    private Diagnostics Framework()
    {
        rules.Write("output.yaml", TestRuleSet.Dimension(100, "符合: 已验收").Replace("分值: 100", "分值: 待定"));
        var loaded = rules.Load();
        loaded.ReportOpen(rules.Path);
        return loaded.Problems;
    }

    /// <summary>A case that is read and, where it can be, run.</summary>
    private Diagnostics CaseOfTable(string text)
    {
        rules.Write("evidence.yaml", TestRuleSet.Evidence + "\n表:\n  走访:\n    列: {年度: 文本, 人数: 数 人}");
        return Case(text);
    }

    private Diagnostics Case(string text, params (string Name, string Text)[] files)
    {
        Directory.CreateDirectory(Path.Combine(rules.Path, "cases"));
        foreach (var (name, content) in files.Append((Name: "a.yaml", Text: text)))
        {
            rules.Write(Path.Combine("cases", name), content);
        }

        var problems = new Diagnostics();
        foreach (var test in CaseReader.Read(rules.Path, problems))
        {
            problems.AddRange(problems.Count == 0 ? new CaseRun(rules.Sound(), Language.Chinese).Run(test).Problems : []);
        }

        return problems;
    }

    private Diagnostics Service((string File, string Text) more)
    {
        Directory.CreateDirectory(Path.Combine(rules.Path, "cases"));
        rules.Write(more.File, more.Text);
        RuleSets.Load(new ServiceSettings { Rules = rules.Parent }, out var problems);
        return problems;
    }

    private Diagnostics Service(bool twice = false, string executor = "reference")
    {
        foreach (var folder in twice ? new[] { "甲", "乙" } : ["甲"])
        {
            var copy = Directory.CreateDirectory(Path.Combine(evidence.Path, folder)).FullName;
            foreach (var file in Directory.EnumerateFiles(rules.Path))
            {
                File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            }
        }

        RuleSets.Load(new ServiceSettings { Rules = evidence.Path, Executor = executor }, out var problems);
        return problems;
    }

    private static IEnumerable<Diagnostic> Score(TestRuleSet set) =>
        new ReferenceEvaluator(set.Sound()).Evaluate([TestProject.Of(("实际", 200_000))]).Select(r => r.Problem).OfType<Diagnostic>();

    private IEnumerable<Diagnostic> Score(string keys)
    {
        rules.Write("output.yaml", TestRuleSet.Dimension(100, keys));
        return Score(rules);
    }

    private Diagnostics Send(string field, V1.Value value) =>
        Send(new V1.Project { Id = "P1", Fields = { new V1.Field { Name = field, Value = value, Source = "文件1" } } });

    private Diagnostics Send(V1.Project project)
    {
        var problems = new Diagnostics();
        project.ToProject(rules.Sound(), problems);
        return problems;
    }
}
