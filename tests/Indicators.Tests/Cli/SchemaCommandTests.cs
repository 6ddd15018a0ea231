using System.Text.Json;
using Indicators.Schema;

namespace Indicators.Tests.Cli;

/// <summary><c>indicators schema</c> as its user sees it.</summary>
public sealed class SchemaCommandTests : IDisposable
{
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("schema-");

    [Fact]
    public async Task It_writes_every_schema_into_the_folder()
    {
        var folder = Path.Combine(parent.FullName, "a", "b");
        var run = await CliRun.Of("schema", "--out", folder, "--lang", "en");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(run.Lines, l => l.EndsWith("case.schema.json  a case in cases", StringComparison.Ordinal));
        foreach (var schema in RuleSchemas.All)
        {
            Assert.Equal(schema.Text, await File.ReadAllTextAsync(Path.Combine(folder, schema.Name), TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Without_a_folder_it_prints_one_object_with_all()
    {
        var run = await CliRun.Of("schema");
        var all = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(RuleSchemas.All.Select(s => s.Name), all.EnumerateObject().Select(s => s.Name));
    }

    [Theory]
    [InlineData("zh", "不是")]
    [InlineData("en", "not a")]
    public async Task A_file_is_no_folder(string language, string message)
    {
        var file = Path.Combine(parent.FullName, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        var run = await CliRun.Of("schema", "--out", file, "--lang", language);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error);
    }

    public void Dispose() => parent.Delete(recursive: true);
}
