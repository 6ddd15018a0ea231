namespace Indicators.Service;

/// <summary>The rules that a request is served by, to its end.</summary>
internal sealed record Choice(LoadedRuleSet Rules, V1.RuleSetVersion Version)
{
    public static Choice Of(V1.RuleSetChoice? asked, RuleSetSnapshot current, Language language)
    {
        if (asked is null || asked.Id.Length == 0)
        {
            throw RpcErrors.Field(ErrorReason.RuleSetIdMissing, language, "rule_set.id", Loaded());
        }

        var entry = current.Find(asked.Id) ?? throw RpcErrors.Error(ErrorReason.RuleSetNotFound, language, asked.Id, Loaded());
        var year = asked.FiscalYear == 0 ? entry.Latest : entry.Years.FirstOrDefault(y => y.RuleSet.Year == asked.FiscalYear)
            ?? throw RpcErrors.Error(ErrorReason.FiscalYearNotFound, language, asked.Id, asked.FiscalYear, string.Join(", ", entry.Years.Select(y => y.RuleSet.Year)));
        if (asked.Digest.Length > 0 && asked.Digest != year.RuleSet.Digest)
        {
            throw RpcErrors.Error(ErrorReason.RuleSetChanged, language, asked.Id, year.RuleSet.Digest, asked.Digest);
        }

        return new Choice(year, entry.VersionOf(year));

        string Loaded() => string.Join(language == Language.Chinese ? "、" : ", ", current.Entries.Select(e => e.Id));
    }
}
