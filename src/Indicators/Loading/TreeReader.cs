using System.Collections.Immutable;
using Indicators.Yaml;

namespace Indicators.Loading;

/// <summary>The dimension files: the tree down to the points, with weights checked at every level.</summary>
internal sealed class TreeReader(LoadContext context)
{
    private static readonly MissingPolicies NothingMissing = new(MissingPolicy.Zero, MissingPolicy.Zero, MissingPolicy.Zero, MissingPolicy.Zero);

    private readonly Dictionary<string, Place> codes = [];

    /// <summary>Nodes of which a part could not be read: their weights do not add up for a reason that is reported already.</summary>
    private readonly HashSet<Node> incomplete = [];

    /// <param name="files">The dimension files; null for one that could not be read, which is reported already.</param>
    /// <param name="place">The folder.</param>
    /// <param name="context">Takes the problems.</param>
    public static Node? Read(IReadOnlyCollection<YamlValue?> files, Place place, LoadContext context)
    {
        var reader = new TreeReader(context);
        var dimensions = files.OfType<YamlValue>().Select(reader.Dimension).OfType<Node>()
            .OrderBy(d => d.All.FirstOrDefault(n => n.Level == Level.Indicator)?.Code ?? d.Code, NaturalOrder.Comparer)
            .ToImmutableArray();
        foreach (var (first, twin) in dimensions.GroupBy(d => d.Code).SelectMany(same => same.Skip(1).Select(d => (First: same.First(), d))).Where(p => p.d.Place.File != p.First.Place.File))
        {
            context.Report(Messages.DuplicateDimension, new Place(twin.Place.File), twin.Code, first.Place.File);
            dimensions = dimensions.Remove(twin);
        }

        if (files.Count == 0)
        {
            context.Report(Messages.NoDimension, place);
        }

        if (dimensions.IsEmpty)
        {
            return null;
        }

        var root = new Node
        {
            Level = Level.Total,
            Code = Words.Total.Zh,
            Name = Words.Total.Zh,
            Weight = Fraction.Hundred,
            Place = place,
            Children = dimensions,
            Missing = context.Missing,
        };
        if (dimensions.Length == files.Count && !dimensions.Any(reader.incomplete.Contains))
        {
            reader.CheckSum(root, new Bilingual("一级指标", "the dimensions"));
        }

        reader.CheckCodes(root);
        return root;
    }

    private Node? Dimension(YamlValue yaml)
    {
        if (context.Map(yaml) is not { } map)
        {
            return null;
        }

        var name = map.RequireText(Keys.Dimension);
        var (kind, weight) = KindAndWeight(map);
        var code = map.TakeText(Keys.Code);
        var missing = kind == DimensionKind.Counted ? MissingReader.Read(map, context.Missing) : NothingMissing;
        var written = context.List(map.Require(Keys.Criteria));
        var criteria = written.Select(c => Criterion(c, missing)).OfType<Node>().ToImmutableArray();
        map.Finish();
        return name is null ? null : Group(Level.Dimension, code ?? name, name, weight, criteria, missing, criteria.Length == written.Length, kind);
    }

    private Node? Criterion(YamlValue yaml, MissingPolicies inherited)
    {
        if (context.Map(yaml) is not { } map)
        {
            return null;
        }

        var name = map.RequireText(Keys.Name);
        var weight = Weight(map);
        var code = map.TakeText(Keys.Code);
        var missing = MissingReader.Read(map, inherited);
        var nodes = new NodeReader(context);
        var written = context.List(map.Require(Keys.Indicators));
        var indicators = written.Select(i => nodes.Indicator(i, missing)).OfType<Node>().ToImmutableArray();
        map.Finish();
        return name is null ? null : Group(Level.Criterion, code ?? name, name, weight, indicators, missing, indicators.Length == written.Length);
    }

    /// <summary>分值, or 加分 or 减分 with the cap of a dimension outside the 100 points.</summary>
    private (DimensionKind, Fraction?) KindAndWeight(MapReader map)
    {
        var written = new[] { (Keys.Weight, DimensionKind.Counted), (Keys.Bonus, DimensionKind.Bonus), (Keys.Penalty, DimensionKind.Penalty) }
            .Select(k => (Key: k.Item1, Kind: k.Item2, Entry: map.TakeEntry(k.Item1))).Where(k => k.Entry is not null).ToList();
        if (written.Count > 1)
        {
            context.Report(Messages.TwoWeights, written[1].Entry!.Key.Place, written[0].Key, written[1].Key);
        }

        return written.Count == 0 ? (DimensionKind.Counted, null) : (written[0].Kind, context.Text(written[0].Entry!.Value) is { } text ? context.Number(text) : null);
    }

    private Fraction? Weight(MapReader map) => map.TakeText(Keys.Weight) is { } text ? context.Number(text) : null;

    private Node Group(Level level, YamlText code, YamlText name, Fraction? weight, ImmutableArray<Node> children, MissingPolicies missing, bool complete, DimensionKind kind = DimensionKind.Counted)
    {
        var sum = Fraction.Sum(children.Select(c => c.Weight));
        var node = new Node
        {
            Level = level,
            Code = code.Content,
            Name = name.Content,
            Weight = weight ?? sum,
            Place = name.Place,
            Children = children,
            Missing = missing,
            Kind = kind,
        };
        if (kind != DimensionKind.Counted)
        {
            CheckOutside(node);
            return node;
        }

        if (!complete || children.Any(incomplete.Contains))
        {
            incomplete.Add(node);
            return node;
        }

        CheckSum(node, new Bilingual($"“{name.Content}”的下级指标", $"the children of “{name.Content}”"));
        return node;
    }

    /// <summary>What is not shown earns no bonus and costs no penalty, and nothing there can be shared out or stay open.</summary>
    private void CheckOutside(Node dimension)
    {
        foreach (var node in dimension.All.Where(n => n.Missing != NothingMissing))
        {
            context.Report(Messages.MissingOutside, node.Place, dimension.Name);
        }
    }

    private void CheckSum(Node node, Bilingual what)
    {
        if (context.Open.Count > 0)
        {
            return;
        }

        var counted = node.Children.Where(c => c.Kind == DimensionKind.Counted).ToList();
        var sum = Fraction.Sum(counted.Select(c => c.Weight));
        if (sum != node.Weight)
        {
            var parts = string.Join(" + ", counted.Select(c => $"{c.Name} {c.Weight.ToShortest(4)}"));
            context.Report(Messages.WeightsSum, node.Place, what, sum.ToShortest(4), node.Weight.ToShortest(4), parts);
        }
    }

    /// <summary>Codes are unique in the whole set; criteria and dimensions without a code go by their name.</summary>
    private void CheckCodes(Node root)
    {
        foreach (var node in root.All)
        {
            if (!codes.TryAdd(node.Code, node.Place))
            {
                context.Report(Messages.DuplicateCode, node.Place, node.Code, codes[node.Code].ToString());
            }
        }
    }
}
