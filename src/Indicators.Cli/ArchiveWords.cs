using System.Collections.Immutable;
using Indicators.Archive;

namespace Indicators.Cli;

/// <summary>What is wrong with an archive, for people.</summary>
internal static class ArchiveWords
{
    public static readonly ImmutableDictionary<Flaw, Bilingual> Flaws = new Dictionary<Flaw, Bilingual>
    {
        [Flaw.Gap] = new("前面缺了条目", "an entry before it is missing"),
        [Flaw.Unchained] = new("和前一条接不上：其中一条被换过", "it does not hang on the one before: one of them was replaced"),
        [Flaw.Changed] = new("内容被改过", "something of it was changed"),
        [Flaw.CutOff] = new("末尾被截掉了", "the tail was cut off"),
        [Flaw.MadeAnew] = new("和外面保存的摘要不同：整条链被重做过", "it is not the one whose hash was kept elsewhere: the chain was made anew"),
    }.ToImmutableDictionary();

    /// <summary>Says why an archive cannot be used, and the way out.</summary>
    public static int Refuse(Terminal terminal, string address, ArchiveException e)
    {
        var text = e.Problem switch
        {
            ArchiveProblem.Later => Texts.ArchiveLater,
            ArchiveProblem.NoArchive => Texts.NoArchiveThere,
            _ => Texts.ArchiveUnopened,
        };
        terminal.Error.Text(terminal.Say(text, address.StartsWith(EvaluationArchive.Postgres, StringComparison.Ordinal) ? "PostgreSQL" : address, e.Detail), ink: Ink.Red);
        return ExitCode.Problems;
    }
}
