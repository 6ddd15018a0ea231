using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Indicators.Tests;

/// <summary>The tutorial, followed to the letter: its files are written, its edits made, its commands run, and what they print is compared.</summary>
public sealed partial class TutorialTests
{
    [Theory]
    [InlineData("tutorial.md")]
    [InlineData("tutorial.en.md")]
    public async Task Whoever_follows_the_page_sees_what_it_says(string page)
    {
        using var folder = new TestFolder();
        var text = File.ReadAllText(Repository.Path("docs", page)).ReplaceLineEndings("\n");
        var commands = 0;
        foreach (Match block in Block().Matches(text))
        {
            var (kind, file, content) = (block.Groups["kind"].Value, block.Groups["file"].Value, block.Groups["content"].Value);
            switch (kind)
            {
                case "yaml" or "csv":
                    folder.Write(file, content);
                    break;
                case "diff":
                    folder.Write(file, Edited(folder.Read(file), content));
                    break;
                case "console":
                    commands++;
                    await Follow(folder, content);
                    break;
            }
        }

        Assert.True(commands >= 6, $"{commands} commands");
    }

    /// <summary>A line after - stands in the file and gives way to the one after +.</summary>
    private static string Edited(string text, string edit)
    {
        var lines = edit.TrimEnd('\n').Split('\n');
        foreach (var (old, given) in lines.Where(l => l[0] == '-').Zip(lines.Where(l => l[0] == '+')))
        {
            Assert.Contains(old[1..], text);
            text = text.Replace(old[1..], given[1..]);
        }

        return text;
    }

    private static async Task Follow(TestFolder folder, string content)
    {
        var lines = content.TrimEnd('\n').Split('\n');
        Assert.StartsWith("$ indicators ", lines[0]);
        var printed = (await Print(folder.Path, lines[0]["$ indicators ".Length..].Split(' '))).ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd()).ToList();
        foreach (var line in lines.Skip(1).Where(l => l != "…"))
        {
            var at = printed.IndexOf(line.TrimEnd());
            Assert.True(at >= 0, $"{lines[0]} does not print, or not here:\n{line}\nbut\n{string.Join('\n', printed)}");
            printed.RemoveRange(0, at + 1);
        }
    }

    /// <summary>As the reader runs it: a process of its own, in the folder of the files.</summary>
    private static async Task<string> Print(string directory, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Indicators.Cli.CommandLine).Assembly.Location, .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return await error + await output;
    }

    [GeneratedRegex(@"^```(?<kind>yaml|csv|diff|console)(?: (?<file>\S+))?\n(?<content>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
