using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Indicators.Cli;

/// <summary>
/// Arguments and options that say in the user's language what is wrong with them: the parser's own messages are English,
/// so all is optional to it, and a default value makes it run the checks on what was left out as well.
/// </summary>
internal static class Choices
{
    public static Argument<string> Argument(this Terminal terminal, string name, Bilingual about, Bilingual missing)
    {
        var argument = new Argument<string>(name)
        {
            Description = terminal.Say(about),
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => "",
        };
        argument.Validators.Add(result =>
        {
            if (result.Tokens is not [{ Value: var word }])
            {
                result.AddError(terminal.Say(missing));
            }
            else if (word.StartsWith('-') && !Path.Exists(word))
            {
                // The parser takes an option that it does not know for the argument.
                result.AddError(UsageErrors.Unknown(word, CommandOf(result), terminal));
            }
        });
        return argument;
    }

    private static Command CommandOf(ArgumentResult result) => ((CommandResult)result.Parent!).Command;

    /// <summary>One or more folders of rule sets.</summary>
    public static Argument<string[]> Directories(this Terminal terminal) => terminal.Several("DIR…", Texts.AboutRuleSetDirectories, Texts.NoDirectory);

    /// <summary>One or more paths.</summary>
    public static Argument<string[]> Several(this Terminal terminal, string name, Bilingual about, Bilingual missing)
    {
        var paths = new Argument<string[]>(name) { Description = terminal.Say(about), Arity = ArgumentArity.ZeroOrMore, DefaultValueFactory = _ => [] };
        paths.Validators.Add(result =>
        {
            if (result.Tokens.Count == 0)
            {
                result.AddError(terminal.Say(missing));
            }
            else if (result.Tokens.FirstOrDefault(t => t.Value.StartsWith('-') && !Path.Exists(t.Value)) is { } option)
            {
                result.AddError(UsageErrors.Unknown(option.Value, CommandOf(result), terminal));
            }
        });
        return paths;
    }

    /// <summary>An argument that may begin with a minus sign, and must be left out where <paramref name="instead"/> stands for it.</summary>
    public static Argument<string> Expression(this Terminal terminal, string name, Bilingual about, Bilingual missing, Option<bool> instead)
    {
        var argument = new Argument<string>(name)
        {
            Description = terminal.Say(about),
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => "",
        };
        argument.Validators.Add(result =>
        {
            var word = result.Tokens is [{ Value: var only }] ? only : null;
            var replaced = result.Parent is CommandResult command && command.GetValue(instead);
            if (word is not null && word.StartsWith("--", StringComparison.Ordinal) && word.Length > 2 && word[2..].All(c => char.IsAsciiLetter(c) || c == '-'))
            {
                result.AddError(UsageErrors.Unknown(word, CommandOf(result), terminal));
            }
            else if (word is null != replaced)
            {
                result.AddError(word is null ? terminal.Say(missing) : terminal.Say(Texts.UnknownWord, word));
            }
        });
        return argument;
    }

    public static Option<string?> Option(this Terminal terminal, string name, Bilingual about, string help, Bilingual? missing = null, params string[] among)
    {
        var option = new TextOption(name)
        {
            IsNeeded = missing is not null,
            Description = terminal.Say(about),
            HelpName = help,
            // Two, so that a repeated option is ours to complain about.
            Arity = new ArgumentArity(0, 2),
            CustomParser = result => result.Tokens is [.., { Value: var word }] ? word : null,
            DefaultValueFactory = _ => null,
        };
        option.Validators.Add(result => Check(result, terminal, missing, among));
        return option;
    }

    /// <summary>An option that may be given several times, each time with one value.</summary>
    public static Option<string[]> Repeated(this Terminal terminal, string name, Bilingual about, string help, Bilingual? missing = null)
    {
        var option = new RepeatedOption(name)
        {
            IsNeeded = missing is not null,
            Description = terminal.Say(about),
            HelpName = help,
            Arity = ArgumentArity.ZeroOrMore,
            AllowMultipleArgumentsPerToken = false,
            DefaultValueFactory = _ => [],
        };
        option.Validators.Add(result =>
        {
            if (result.Implicit)
            {
                if (missing is not null)
                {
                    result.AddError(terminal.Say(missing));
                }
            }
            else if (result.Tokens.Count < result.IdentifierTokenCount)
            {
                result.AddError(terminal.Say(Texts.NoValue, name));
            }
        });
        return option;
    }

    /// <summary>An option with a whole number above 0.</summary>
    public static Option<string?> Count(this Terminal terminal, string name, Bilingual about, string help)
    {
        var option = terminal.Option(name, about, help);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var word }] && !(long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0))
            {
                result.AddError(terminal.Say(Texts.NotWhole, option.Name, word));
            }
        });
        return option;
    }

    /// <summary>How many of the biggest movers to list: none too.</summary>
    public static Option<string?> Top(this Terminal terminal)
    {
        var option = terminal.Option("--top", Texts.AboutTop, "N");
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var word }] && (word.Length is 0 or > 4 || !word.All(char.IsAsciiDigit)))
            {
                result.AddError(terminal.Say(Texts.NotACount, option.Name, word));
            }
        });
        return option;
    }

    public static long ChosenCount(this ParseResult parsed, Option<string?> option, long otherwise) =>
        parsed.GetValue(option) is { } word ? long.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>The fiscal year of the rules.</summary>
    public static Option<string?> Year(this Terminal terminal) => terminal.Year("--year", Texts.AboutYear);

    public static Option<string?> Year(this Terminal terminal, string name, Bilingual about)
    {
        var option = terminal.Option(name, about, "N");
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var word }] && !IsYear(word))
            {
                result.AddError(terminal.Say(Texts.NotAYear, option.Name, word));
            }
        });
        return option;
    }

    public static int? ChosenYear(this ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } word ? int.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    public static bool IsYear(string word) => word.Length == 4 && word.All(char.IsAsciiDigit);

    /// <summary>An option without a value.</summary>
    public static Option<bool> Switch(this Terminal terminal, string name, Bilingual about) =>
        new(name) { Description = terminal.Say(about), Arity = ArgumentArity.Zero };

    private static void Check(OptionResult result, Terminal terminal, Bilingual? missing, string[] among)
    {
        var name = result.Option.Name;
        if (result.Implicit)
        {
            if (missing is not null)
            {
                result.AddError(terminal.Say(missing));
            }
        }
        else if (result.IdentifierTokenCount > 1)
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

/// <summary>An option that may stand several times, each time with a text.</summary>
internal sealed class RepeatedOption(string name) : Option<string[]>(name)
{
    public bool IsNeeded { get; init; }
}

/// <summary>An option with a text; without one that is needed the command says so.</summary>
internal sealed class TextOption(string name) : Option<string?>(name)
{
    public bool IsNeeded { get; init; }
}
