using System.CommandLine;
using System.Text;
using Indicators.Schema;

namespace Indicators.Cli;

/// <summary><c>indicators schema</c>: the JSON Schemas of rule files, for editors.</summary>
internal static class SchemaCommand
{
    public const string Name = "schema";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Create(Terminal terminal)
    {
        var folder = terminal.Option("--out", Texts.AboutSchemaOut, "DIR");
        var command = new Verb(Name, terminal.Say(Texts.AboutSchema), "--out .schema") { folder };
        command.SetAction(parsed => parsed.GetValue(folder) is { } path ? Write(path, terminal) : Print(terminal));
        return command;
    }

    /// <summary>Writes every schema into the folder, which is made if need be.</summary>
    internal static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var schema in RuleSchemas.All)
        {
            File.WriteAllText(Path.Combine(folder, schema.Name), schema.Text, Utf8);
        }
    }

    private static int Write(string folder, Terminal terminal)
    {
        if (File.Exists(folder))
        {
            throw new UsageException(terminal.Say(Texts.NotAFolder, folder));
        }

        Write(folder);
        foreach (var schema in RuleSchemas.All)
        {
            terminal.Output.Line($"{Path.Combine(folder, schema.Name)}  {terminal.Say(schema.About)}");
        }

        return ExitCode.Fine;
    }

    private static int Print(Terminal terminal)
    {
        foreach (var line in RuleSchemas.Together().Split('\n'))
        {
            terminal.Output.Line(line);
        }

        return ExitCode.Fine;
    }
}
