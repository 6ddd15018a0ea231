using System.Collections.Immutable;
using Indicators.Yaml;

namespace Indicators.Loading.Building;

/// <summary>Lays a rule set over its base: what it gives replaces, what it does not mention stays.</summary>
internal sealed class Extension(Laying laying, LoadContext context)
{
    /// <summary>The header of the whole chain; it is needed first, because it says for which years the rest is read.</summary>
    public static YamlValue? Header(ImmutableArray<RuleFiles> chain, LoadContext context) =>
        chain.Reverse().Select(f => f.Header).Aggregate((under, over) => HeaderOverlay.Lay(under, over, context));

    public static RuleFiles Content(ImmutableArray<RuleFiles> chain, ByYear byYear, LoadContext context)
    {
        var extension = new Extension(new Laying(byYear, context), context);
        return chain.Reverse().Aggregate(extension.Over);
    }

    private RuleFiles Over(RuleFiles under, RuleFiles over)
    {
        var names = BaseNames.Of(under, laying);
        var left = Removal.From(under, over, laying, context);
        return over with
        {
            Evidence = EvidenceOverlay.Lay(left.Evidence, over.Evidence, laying),
            Flags = FlagsOverlay.Lay(left.Flags, over.Flags, names, laying),
            Dimensions = new TreeOverlay(names, laying, context).Lay(left.Dimensions, over.Dimensions, pruned: over.HeaderMap?.Find(Keys.Remove) is not null),
        };
    }
}
