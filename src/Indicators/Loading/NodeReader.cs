using System.Collections.Immutable;
using Indicators.Feel;
using Indicators.Methods;
using Indicators.Yaml;

namespace Indicators.Loading;

/// <summary>Reads an indicator with its points and its method.</summary>
internal sealed class NodeReader(LoadContext context)
{
    private const string CircledDigits = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

    public Node? Indicator(YamlValue yaml, MissingPolicies inherited)
    {
        if (context.Map(yaml) is not { } map)
        {
            return null;
        }

        var code = map.RequireText(Keys.Code);
        var name = map.RequireText(Keys.Name);
        var written = map.RequireText(Keys.Weight);
        var weight = written is null ? null : Keys.Open.Matches(written.Content) ? Open(written, code, name) : context.Number(written);
        if (weight is { IsZero: true })
        {
            context.Report(Messages.WeightZero, written!.Place, name?.Content ?? "");
        }

        var details = Details(map, inherited, context.PartialAllowed);
        var points = Points(map, code?.Content ?? "", weight ?? Fraction.Zero, details);
        var before = context.Diagnostics.Count;
        var method = MethodTable.Read(map, inherited: null);
        if (method is not null && points is not null)
        {
            context.Report(Messages.TwoMethods, method.Place, Keys.Points, MethodKey(map));
        }

        map.Finish();
        var places = details.Round ?? context.Round;
        if (weight is { } given && given.Round(places) != given)
        {
            context.Report(Messages.WeightPlaces, written!.Place, given.ToShortest(6), places);
        }

        var failed = method is null && context.Diagnostics.Skip(before).Any(d => d.Severity == Severity.Error);
        return code is null || name is null || weight is null ? null : new Node
        {
            Level = Level.Indicator,
            Code = code.Content,
            Name = name.Content,
            Weight = weight.Value,
            Place = code.Place,
            Method = points is not null || failed ? null : method ?? new JudgedMethod { Place = code.Place },
            Children = points ?? [],
            Basis = details.Basis,
            Reading = details.Reading,
            Reverse = details.Reverse,
            Missing = details.Missing,
            PartialAllowed = details.Partial,
            Round = places,
        };
    }

    /// <summary>待定: read on with any weight, so that everything else is checked.</summary>
    private Fraction Open(YamlText written, YamlText? code, YamlText? name)
    {
        context.Open.Add(new OpenPart($"{code?.Content} {name?.Content}".Trim(), written.Place));
        return Fraction.Hundred;
    }

    /// <summary>The code of a point that has none of its own: A21①.</summary>
    public static string PointCode(string indicator, int index) =>
        indicator + (index < CircledDigits.Length ? CircledDigits[index].ToString() : $"({index + 1})");

    private static Bilingual MethodKey(MapReader map) => MethodTable.Everywhere.First(k => map.Take(k) is not null);

    private NodeDetails Details(MapReader map, MissingPolicies inherited, bool partialAllowed) => new(
        context.Texts(map.Take(Keys.Basis)),
        map.TakeText(Keys.Reading)?.Content,
        map.TakeText(Keys.Reverse)?.Content,
        MissingReader.Read(map, inherited),
        map.TakeText(Keys.Partial) is { } partial
            ? context.YesOrNo(partial, Keys.Allowed, Keys.NotAllowed) == true
            : partialAllowed,
        map.TakeText(Keys.Round) is { } round ? context.Places(round) : null);

    private ImmutableArray<Node>? Points(MapReader map, string indicator, Fraction weight, NodeDetails details)
    {
        var each = map.TakeEntry(Keys.EachPoint);
        if (map.TakeEntry(Keys.Points) is not { } entry)
        {
            if (each is not null)
            {
                context.Report(Messages.EachPointWithoutPoints, each.Key.Place);
            }

            return null;
        }

        if (entry.Value is YamlList { Items.IsEmpty: true })
        {
            context.Report(Messages.PointsEmpty, entry.Key.Place);
        }

        var drafts = context.List(entry.Value).Select((yaml, i) => Point(yaml, PointCode(indicator, i), each?.Value, details)).ToList();
        var shares = Shares(drafts, weight, entry.Key.Place);
        return [.. drafts.Zip(shares, (draft, share) => draft.ToNode(share))];
    }

    private PointDraft Point(YamlValue yaml, string code, YamlValue? each, NodeDetails indicator)
    {
        if (yaml is YamlText text)
        {
            return new PointDraft(code, text.Content, text.Place, null, null, EachMethod(each, text.Place), indicator with { Basis = [], Reading = null, Reverse = null, Round = null });
        }

        if (context.Map(yaml) is not { } map)
        {
            return new PointDraft(code, "", yaml.Place, null, null, new JudgedMethod { Place = yaml.Place }, indicator);
        }

        var name = map.RequireText(Keys.Name);
        var ownCode = map.TakeText(Keys.Code)?.Content;
        var shareText = map.TakeText(Keys.Share);
        var share = shareText is null ? null : MethodReader.ReadAmount(context, shareText);
        var details = Details(map, indicator.Missing, indicator.Partial);
        var method = MethodTable.Read(map, inherited: null) ?? EachMethod(each, map.Place);
        map.Finish();
        return new PointDraft(ownCode ?? code, name?.Content ?? "", map.Place, share, shareText, method, details);
    }

    private Method EachMethod(YamlValue? each, Place place)
    {
        if (each is null || context.Map(each) is not { } map)
        {
            return new JudgedMethod { Place = place };
        }

        var method = MethodTable.Read(map, inherited: null);
        map.Finish();
        return method ?? new JudgedMethod { Place = place };
    }

    /// <summary>占比: all points name one or none does; in % or fractions they add up to the whole, in 分 to the weight.</summary>
    private List<Fraction> Shares(List<PointDraft> drafts, Fraction weight, Place place)
    {
        var given = drafts.Count(d => d.Share is not null);
        if (given == 0)
        {
            return [.. drafts.Select(_ => weight / drafts.Count)];
        }

        foreach (var draft in drafts.Where(d => d.ShareText is null))
        {
            context.Report(Messages.ShareMissing, draft.Place, draft.Name);
        }

        var shares = drafts.Select(d => d.Share?.Of(weight) ?? Fraction.Zero).ToList();
        var sum = Fraction.Sum(shares);
        foreach (var (draft, _) in drafts.Zip(shares).Where(p => p.First.Share is not null && p.Second.IsZero))
        {
            context.Report(Messages.WeightZero, draft.ShareText!.Place, draft.Name);
        }

        if (given == drafts.Count && sum != weight)
        {
            context.Report(Messages.SharesSum, place, sum.ToShortest(4), weight.ToShortest(4));
        }

        return shares;
    }

    private sealed record NodeDetails(ImmutableArray<string> Basis, string? Reading, string? Reverse, MissingPolicies Missing, bool Partial, int? Round);

    private sealed record PointDraft(string Code, string Name, Place Place, Amount? Share, YamlText? ShareText, Method Method, NodeDetails Details)
    {
        public Node ToNode(Fraction weight) => new()
        {
            Level = Level.Point,
            Code = Code,
            Name = Name,
            Weight = weight,
            Place = Place,
            Method = Method,
            Basis = Details.Basis,
            Reading = Details.Reading,
            Reverse = Details.Reverse,
            Missing = Details.Missing,
            PartialAllowed = Details.Partial,
            Round = Details.Round,
        };
    }
}
