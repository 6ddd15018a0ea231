namespace Indicators.Yaml;

/// <summary>What the YAML parser says, in both languages: its own words are English, and of a machine.</summary>
internal static class YamlWords
{
    private static readonly (string Part, Bilingual Said)[] Known =
    [
        ("did not find expected '-' indicator", new("这一行和列表里前面的项没有对齐", "the line is not aligned with the items of the list before it")),
        ("did not find expected key", new("这一行和前面的键没有对齐", "the line is not aligned with the keys before it")),
        ("found invalid mapping", new("这里多了一个冒号，或者和前面的键没有对齐", "there is one colon too many, or the line is not aligned with the keys before it")),
        ("expected ',' or '}'", new("花括号里缺逗号，或没有右括号", "within braces a comma is missing, or the closing brace")),
        ("expected ',' or ']'", new("方括号里缺逗号，或没有右括号", "within brackets a comma is missing, or the closing bracket")),
        ("found unexpected end of stream", new("引号没有闭合", "a quote is not closed")),
        ("could not find expected ':'", new("键后面没有冒号", "a colon is missing after a key")),
        ("block sequence entries are not allowed", new("列表的“- ”不能写在这里：另起一行", "an item “- ” cannot stand here: begin a new line")),
        ("mapping values are not allowed", new("这里多了一个冒号，或者和前面的键没有对齐", "there is one colon too many, or the line is not aligned with the keys before it")),
        ("cannot start any token", new("这个字符不能用在开头，给整个值加引号", "nothing can begin with this character: put the whole value in quotes")),
    ];

    public static Bilingual Of(string message)
    {
        foreach (var (part, said) in Known)
        {
            if (message.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return said;
            }
        }

        return Bilingual.Same(message);
    }
}
