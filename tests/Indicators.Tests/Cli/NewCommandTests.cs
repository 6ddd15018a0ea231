using Indicators.Tests.Schema;

namespace Indicators.Tests.Cli;

/// <summary><c>indicators new</c>: what it makes checks, tests and satisfies its schemas as it is.</summary>
public sealed class NewCommandTests : IDisposable
{
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("new-");

    [Theory]
    [InlineData("zh", "决策.yaml", "一级指标 4", "用例 1，通过 1；到达 8 / 8")]
    [InlineData("en", "decision.yaml", "dimensions 4", "cases 1, passed 1; reached 8 of 8 parts")]
    public async Task A_new_rule_set_checks_and_tests_at_once(string language, string dimension, string summary, string cases)
    {
        var folder = Path.Combine(parent.FullName, "我的 \"set\": 1");
        var made = await CliRun.Of("new", folder, "--lang", language);
        Assert.Equal((0, ""), (made.ExitCode, made.Error));
        Assert.Contains($"  {dimension}", made.Lines);
        Assert.Contains(made.Lines, l => l.StartsWith("  indicators test ", StringComparison.Ordinal));

        var check = await CliRun.Of("check", folder, "--lang", language);
        Assert.Equal((0, ""), (check.ExitCode, check.Error));
        Assert.Contains(summary, check.Output);
        Assert.StartsWith("我的 \"set\": 1", check.Output);

        var test = await CliRun.Of("test", folder, "--coverage", "--lang", language);
        Assert.Equal((0, ""), (test.ExitCode, test.Error));
        Assert.Contains(cases, test.Output);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Every_file_names_a_schema_that_is_there_and_satisfies_it(string language)
    {
        var folder = Path.Combine(parent.FullName, "set");
        await CliRun.Of("new", folder, "--lang", language);
        var files = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).ToList();
        Assert.Equal(8, files.Count);
        foreach (var file in files)
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            var schema = Path.Combine(Path.GetDirectoryName(file)!, text.Split('\n')[0].Split('=')[1]);
            Assert.True(File.Exists(schema), schema);
            Assert.Equal(Schemas.NameFor(file, extension: false), Path.GetFileName(schema));
            Assert.Empty(Schemas.Errors(Path.GetFileName(schema), EditorYaml.Read(text)));
        }
    }

    [Fact]
    public async Task Inside_a_repository_with_schemas_its_schemas_are_used()
    {
        await CliRun.Of("schema", "--out", Path.Combine(parent.FullName, "docs", "schema"));
        var folder = Path.Combine(parent.FullName, "rules", "set");
        await CliRun.Of("new", folder);
        Assert.False(Directory.Exists(Path.Combine(folder, ".schema")));
        Assert.StartsWith("# yaml-language-server: $schema=../../docs/schema/rule-set.schema.json\n", await File.ReadAllTextAsync(Path.Combine(folder, "rule-set.yaml"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("zh", "不是空文件夹")]
    [InlineData("en", "is not empty")]
    public async Task A_folder_that_holds_something_is_left_as_it_is(string language, string message)
    {
        var kept = Path.Combine(parent.FullName, "notes.txt");
        await File.WriteAllTextAsync(kept, "甲", TestContext.Current.CancellationToken);
        var run = await CliRun.Of("new", parent.FullName, "--lang", language);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error);
        Assert.Equal([kept], Directory.EnumerateFileSystemEntries(parent.FullName));
    }

    [Fact]
    public async Task An_empty_folder_is_filled()
    {
        Assert.Equal(0, (await CliRun.Of("new", parent.FullName)).ExitCode);
        Assert.True(File.Exists(Path.Combine(parent.FullName, "rule-set.yaml")));
    }

    public void Dispose() => parent.Delete(recursive: true);
}
