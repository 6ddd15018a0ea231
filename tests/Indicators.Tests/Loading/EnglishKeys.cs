using System.Reflection;
using System.Text;
using System.Text.Json;
using Indicators.Yaml;
using Table = Indicators.Loading.Keys;

namespace Indicators.Tests.Loading;

/// <summary>Writes a rule file with Chinese keys and words again with English ones; names, expressions and texts stay.</summary>
internal static class EnglishKeys
{
    private static readonly string[] Named = ["数据", "列", "表", "计算", "等级", "定性", "选项"];

    private static readonly Dictionary<string, Dictionary<string, string>> Ambiguous = new()
    {
        ["rule-set.yaml"] = new() { ["编号"] = "id", ["说明"] = "note", ["方法"] = "methods", ["年度"] = "fiscal-years" },
        ["evidence.yaml"] = new() { ["表"] = "tables", ["键"] = "key" },
        [""] = new() { ["编号"] = "code", ["说明"] = "says", ["方法"] = "method", ["表"] = "table", ["疑点"] = "flags", ["指标"] = "about" },
    };

    private static readonly Dictionary<string, string> English = typeof(Table).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (Bilingual)f.GetValue(null)!).DistinctBy(k => k.Zh).ToDictionary(k => k.Zh, k => k.En);

    private static readonly Dictionary<string, string> Fixed = new[]
        {
            Words.MissingStates.Values, Words.MissingPolicies.Values, Words.StepModes.Values,
            [Words.Total, Table.RedLine, Table.Doubt, Table.Allowed, Table.NotAllowed, Table.Yes, Table.No,
                Table.ThisNode, Table.Indicator, Table.Mean, Table.MinMax, Table.Rank, Table.Portfolio, Table.Otherwise],
        }
        .SelectMany(w => w).ToDictionary(w => w.Zh, w => w.En);

    private static readonly Dictionary<string, string> Types = new()
    {
        ["金额"] = "money",
        ["百分比"] = "percent",
        ["数"] = "number",
        ["日期"] = "date",
        ["是否"] = "yes-no",
        ["文本"] = "text",
        ["目标"] = "target",
    };

    private static readonly string[] WordKeys = ["步长", "部分得分", "必填", "性质", "剔除到", "基数", "比", "来自", "缺失", "等级"];

    public static string Of(string file, string text)
    {
        var problems = new Diagnostics();
        var yaml = YamlReader.Read(file, Encoding.UTF8.GetBytes(text), problems);
        Assert.Empty(problems);
        return Write(yaml!, file, "");
    }

    private static string Write(YamlValue yaml, string file, string under) => yaml switch
    {
        YamlText text => JsonSerializer.Serialize(Word(text.Content, under)),
        YamlList list => $"[{string.Join(", ", list.Items.Select(i => Write(i, file, under)))}]",
        YamlMap map => $"{{{string.Join(", ", map.Entries.Select(e => Entry(e, file, under)))}}}",
        _ => throw new InvalidOperationException(),
    };

    private static string Entry(YamlEntry entry, string file, string under)
    {
        var key = entry.Key.Content;
        var english = under == "缺失" || key == "其余" ? Fixed.GetValueOrDefault(key, key) : Named.Contains(under) ? key : Key(key, file);
        // Below a name its own keys are keys again; a field's type is a word.
        var inner = Named.Contains(under) && under != "等级" ? (entry.Value is YamlText ? "类型" : "") : under is "等级" or "缺失" ? under : key;
        return $"{JsonSerializer.Serialize(english)}: {Write(entry.Value, file, inner)}";
    }

    private static string Key(string key, string file)
    {
        var special = Ambiguous.GetValueOrDefault(file) ?? Ambiguous[""];
        return special.GetValueOrDefault(key) ?? English.GetValueOrDefault(key, key);
    }

    private static string Word(string text, string under)
    {
        if (under == "类型")
        {
            var words = text.Split(' ');
            return string.Join(' ', words.Skip(1).Prepend(Types.GetValueOrDefault(words[0], words[0])));
        }

        return WordKeys.Contains(under) ? Fixed.GetValueOrDefault(text, text) : text;
    }
}
