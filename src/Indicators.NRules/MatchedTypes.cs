using NRules.RuleModel;

namespace Indicators.NRules;

/// <summary>The types of facts that the patterns of a rule match.</summary>
internal sealed class MatchedTypes : RuleElementVisitor<HashSet<Type>>
{
    public static HashSet<Type> Of(RuleElement element)
    {
        var types = new HashSet<Type>();
        new MatchedTypes().Visit(types, element);
        return types;
    }

    protected override PatternElement VisitPattern(HashSet<Type> types, PatternElement element)
    {
        types.Add(element.ValueType);
        return base.VisitPattern(types, element);
    }
}
