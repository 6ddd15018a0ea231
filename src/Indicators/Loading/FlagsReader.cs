using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Yaml;

namespace Indicators.Loading;

/// <summary>flags.yaml: contradictions and red lines.</summary>
internal static class FlagsReader
{
    private static readonly ImmutableDictionary<FlagKind, Bilingual> Kinds = new Dictionary<FlagKind, Bilingual>
    {
        [FlagKind.Doubt] = Keys.Doubt,
        [FlagKind.RedLine] = Keys.RedLine,
    }.ToImmutableDictionary();

    /// <summary>The flags of a project, and those of several together.</summary>
    public static (ImmutableArray<FlagDefinition> Flags, ImmutableArray<PortfolioFlag> Across) Read(MapReader map, EvidenceSchema schema, GradeScale? grades)
    {
        var context = map.Context;
        var flags = context.List(map.Take(Keys.Flags)).Select(yaml => Flag(yaml, context, grades))
            .Concat(context.List(map.Take(Keys.Reconcile)).Select((yaml, i) => ReconcileReader.Read(yaml, i, context)))
            .OfType<FlagDefinition>().ToImmutableArray();
        var across = context.List(map.Take(Keys.Across)).Select(yaml => PortfolioFlagReader.Read(yaml, schema, context)).OfType<PortfolioFlag>().ToImmutableArray();
        map.Finish();
        var codes = flags.Select(f => (f.Code, f.Place)).Concat(across.Select(f => (f.Code, f.Place))).ToList();
        foreach (var (code, place) in codes.GroupBy(f => f.Code).SelectMany(g => g.Skip(1)))
        {
            context.Report(Messages.DuplicateCode, place, code, codes.Find(f => f.Code == code).Place.ToString());
        }

        return (flags, across);
    }

    private static FlagDefinition? Flag(YamlValue yaml, LoadContext context, GradeScale? grades)
    {
        if (context.Map(yaml) is not { } map)
        {
            return null;
        }

        var code = map.RequireText(Keys.Code);
        var name = map.RequireText(Keys.Name);
        var about = context.Scalars(map.Take(Keys.About));
        var when = map.Require(Keys.When) is { } condition ? context.Formula(condition, FeelType.Boolean) : null;
        var says = map.RequireText(Keys.Says) is { } text ? Says(text, context) : null;
        var kind = map.Word(Keys.Kind, Kinds) ?? FlagKind.Doubt;
        var cap = Cap(map.TakeText(Keys.Cap), kind, context, grades) ?? GradeAs(map.TakeText(Keys.GradeAs), kind, context);
        var basis = context.Texts(map.Take(Keys.Basis));
        map.Finish();
        return code is null || name is null || when is null || says is null
            ? null
            : new FlagDefinition(code.Content, name.Content, kind, [.. about.Select(a => a.Content)], when, says, cap, basis, code.Place)
            {
                AboutPlaces = [.. about.Select(a => a.Place)],
            };
    }

    private static Grade? Cap(YamlText? text, FlagKind kind, LoadContext context, GradeScale? grades)
    {
        if (text is null || grades is null)
        {
            return null;
        }

        RequireRedLine(text, kind, context);

        var grade = grades.Find(text.Content);
        if (grade is null)
        {
            context.Report(Messages.UnknownGrade, text.Place, text.Content, Words.Listed([.. grades.Grades.Select(g => g.Name)]));
        }

        return grade;
    }

    /// <summary>判为: a grade of its own that stands outside the bands and takes the place of any of them.</summary>
    private static Grade? GradeAs(YamlText? text, FlagKind kind, LoadContext context)
    {
        if (text is null)
        {
            return null;
        }

        RequireRedLine(text, kind, context);
        return new Grade(text.Content, "", []);
    }

    private static void RequireRedLine(YamlText text, FlagKind kind, LoadContext context)
    {
        if (kind != FlagKind.RedLine)
        {
            context.Report(Messages.CapNeedsRedLine, text.Place);
        }
    }

    /// <summary>Splits the text at its braces; each pair holds an expression.</summary>
    internal static SaysText? Says(YamlText text, LoadContext context)
    {
        var parts = ImmutableArray.CreateBuilder<object>();
        var content = text.Content;
        var at = 0;
        while (at < content.Length)
        {
            var open = content.IndexOf('{', at);
            if (open < 0)
            {
                parts.Add(content[at..]);
                break;
            }

            var close = content.IndexOf('}', open);
            if (close < 0)
            {
                context.Report(Messages.BraceUnclosed, text.Place.Right(open), content[open..]);
                return null;
            }

            if (open > at)
            {
                parts.Add(content[at..open]);
            }

            var source = new Source(content[(open + 1)..close], text.Place.Right(open + 1));
            if (Formula.Read(source, context.Scope, FeelType.Unknown, context.Diagnostics) is not { } formula)
            {
                return null;
            }

            parts.Add(formula);
            at = close + 1;
        }

        return new SaysText(parts.ToImmutable());
    }
}
