using System.Collections.Immutable;
using Indicators.Loading;
using Indicators.Loading.Building;
using Indicators.Methods;
using Indicators.Yaml;

namespace Indicators.Impact;

/// <summary>What was edited in the rule of an indicator, as far as that fits in a few words.</summary>
public static class IndicatorEdit
{
    private static readonly Bilingual Added = new("新增的指标", "a new indicator");
    private static readonly Bilingual Removed = new("删除的指标", "the indicator is removed");
    private static readonly Bilingual Weight = new("分值 {0} → {1}", "weight {0} → {1}");
    private static readonly Bilingual Method = new("计分方法 {0} → {1}", "method {0} → {1}");
    private static readonly Bilingual Edited = new("规则有修改", "its rule was edited");
    private static readonly Bilingual Elsewhere = new("本指标的规则没有改，变动来自别处（默认值、计算项、名称、分摊的分值或同类）", "its own rule is the same; the change comes from elsewhere (defaults, computed values, names, shared weights or peers)");

    public static ImmutableArray<Phrase> Of(RuleSet from, RuleSet to, string code)
    {
        if (from.Find(code) is not { } before)
        {
            return [new Phrase(Added)];
        }

        if (to.Find(code) is not { } after)
        {
            return [new Phrase(Removed)];
        }

        var (old, @new) = (Written(from, code), Written(to, code));
        var edits = ImmutableArray.CreateBuilder<Phrase>();
        if (before.Weight != after.Weight)
        {
            edits.Add(new Phrase(Weight, before.Weight.ToShortest(6), after.Weight.ToShortest(6)));
        }

        if (MethodOf(old) is { } one && MethodOf(@new) is { } other && one != other)
        {
            edits.Add(new Phrase(Method, one, other));
        }
        else if (Canonical.Text(old?.Without(Keys.Weight)) != Canonical.Text(@new?.Without(Keys.Weight)))
        {
            edits.Add(new Phrase(Edited));
        }

        return edits.Count == 0 ? [new Phrase(Elsewhere)] : edits.ToImmutable();
    }

    private static YamlMap? Written(RuleSet rules, string code) => rules.Written.Dimensions.OfType<YamlMap>()
        .SelectMany(dimension => dimension.Items(Keys.Criteria).OfType<YamlMap>())
        .SelectMany(criterion => criterion.Items(Keys.Indicators).OfType<YamlMap>())
        .FirstOrDefault(indicator => (indicator.Find(Keys.Code)?.Value as YamlText)?.Content == code);

    private static Bilingual? MethodOf(YamlMap? indicator) =>
        MethodTable.Everywhere.Append(Keys.Points).FirstOrDefault(key => indicator?.Find(key) is not null);
}
