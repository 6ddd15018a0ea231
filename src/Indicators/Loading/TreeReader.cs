using System.Collections.Immutable;
using Indicators.Yaml;

namespace Indicators.Loading;

/// <summary>The dimension files: the tree down to the points, with weights checked at every level.</summary>
internal sealed class TreeReader(LoadContext context)
{
    private readonly Dictionary<string, Place> codes = [];

    /// <param name="files">The dimension files; null for one that could not be read, which is reported already.</param>
    /// <param name="place">The folder.</param>
    /// <param name="context">Takes the problems.</param>
    public static Node? Read(IReadOnlyCollection<YamlValue?> files, Place place, LoadContext context)
    {
        var reader = new TreeReader(context);
        var dimensions = files.OfType<YamlValue>().Select(reader.Dimension).OfType<Node>()
            .OrderBy(d => d.All.FirstOrDefault(n => n.Level == Level.Indicator)?.Code ?? d.Code, StringComparer.Ordinal)
            .ToImmutableArray();
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
        if (dimensions.Length == files.Count)
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
        var weight = Weight(map);
        var code = map.TakeText(Keys.Code);
        var missing = MissingReader.Read(map, context.Missing);
        var criteria = context.List(map.Require(Keys.Criteria)).Select(c => Criterion(c, missing)).OfType<Node>().ToImmutableArray();
        map.Finish();
        return name is null ? null : Group(Level.Dimension, code ?? name, name, weight, criteria, missing);
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
        var indicators = context.List(map.Require(Keys.Indicators))
            .Select(i => nodes.Indicator(i, missing)).OfType<Node>().ToImmutableArray();
        map.Finish();
        return name is null ? null : Group(Level.Criterion, code ?? name, name, weight, indicators, missing);
    }

    private Fraction? Weight(MapReader map) => map.TakeText(Keys.Weight) is { } text ? context.Number(text) : null;

    private Node Group(Level level, YamlText code, YamlText name, Fraction? weight, ImmutableArray<Node> children, MissingPolicies missing)
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
        };
        CheckSum(node, new Bilingual($"“{name.Content}”的下级指标", $"the children of “{name.Content}”"));
        return node;
    }

    private void CheckSum(Node node, Bilingual what)
    {
        var sum = Fraction.Sum(node.Children.Select(c => c.Weight));
        if (sum != node.Weight)
        {
            var parts = string.Join(" + ", node.Children.Select(c => $"{c.Name} {c.Weight.ToShortest(4)}"));
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
