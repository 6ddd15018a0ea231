using System.CommandLine;
using System.CommandLine.Parsing;

namespace Indicators.Cli;

/// <summary>
/// Options that say in the user's language what is wrong with them: the parser's own messages are English, so nothing
/// is left for it to complain about.
/// </summary>
internal static class Choices
{
    public static Option<string> Option(this Terminal terminal, string name, Bilingual about, string help, params string[] among)
    {
        var option = new Option<string>(name)
        {
            Description = terminal.Say(about),
            HelpName = help,
            Arity = new ArgumentArity(0, 2),
            CustomParser = result => result.Tokens.Count == 0 ? null : result.Tokens[^1].Value,
        };
        option.Validators.Add(result => Check(result, terminal, among));
        return option;
    }

    public static Argument<string> Argument(this Terminal terminal, string name, Bilingual about) =>
        new(name) { Description = terminal.Say(about), Arity = ArgumentArity.ZeroOrOne };

    private static void Check(OptionResult result, Terminal terminal, string[] among)
    {
        var name = result.Option.Name;
        if (result.IdentifierTokenCount > 1)
        {
            result.AddError(terminal.Say(Texts.Repeated, name));
        }
        else if (result.Tokens.Count == 0)
        {
            result.AddError(terminal.Say(Texts.NoValue, name));
        }
        else if (among.Length > 0 && !among.Contains(result.Tokens[0].Value))
        {
            result.AddError(terminal.Say(Texts.NotAmong, name, result.Tokens[0].Value, terminal.List(among)));
        }
    }
}
