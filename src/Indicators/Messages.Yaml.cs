namespace Indicators;

/// <summary>Problems of rule files as YAML: how they are written, before what they mean.</summary>
public static partial class Messages
{
    public static readonly Message FileTooLarge = Error(
        "file-too-large",
        "文件有 {0} 字节，最多 {1} 字节", "the file has {0} bytes, at most {1} are read",
        "把内容分到几个文件", "split it into several files");

    public static readonly Message RuleFileNotUtf8 = Error(
        "rule-file-not-utf8",
        "文件不是 UTF-8 编码（第 {0} 字节）", "the file is not UTF-8 (at byte {0})",
        "在编辑器里另存为 UTF-8", "save it as UTF-8 in your editor");

    public static readonly Message FileEmpty = Error(
        "file-empty",
        "文件是空的", "the file is empty",
        "写入内容，或删去这个文件", "write its content, or remove the file");

    public static readonly Message YamlSyntax = Error(
        "yaml-syntax",
        "YAML 读不出来：{0}", "YAML cannot be read: {0}",
        "检查这一行和上一行的缩进、冒号后的空格、括号和引号是否成对",
        "check this line and the one before: indentation, the space after each colon, brackets and quotes in pairs");

    public static readonly Message YamlFullWidthColon = Error(
        "yaml-full-width-colon",
        "这里用了全角冒号：{0}", "there is a full-width colon here: {0}",
        "键后面写半角冒号加空格，例如“编号: B11”", "after a key write a half-width colon and a space, such as “code: B11”");

    public static readonly Message YamlColonSpace = Error(
        "yaml-colon-space",
        "冒号后面没有空格：{0}", "there is no space after the colon: {0}",
        "键、冒号、空格、值，例如“编号: B11”", "write the key, the colon, a space and the value, such as “code: B11”");

    public static readonly Message YamlListComma = Warning(
        "yaml-list-comma",
        "列表里的全角逗号不分项：“{0}”是一项", "a full-width comma does not part the items of a list: “{0}” is one item",
        "是几项的，用半角逗号加空格分开；就是一项的，加上引号", "if it is several, part them with a half-width comma and a space; if it is one, put it in quotes");

    public static readonly Message YamlFullWidthComma = Error(
        "yaml-full-width-comma",
        "花括号里用了全角逗号：{0}", "there is a full-width comma within braces: {0}",
        "键和键之间写半角逗号加空格，例如“{{编号: B11, 分值: 4}}”", "between keys write a half-width comma and a space, such as “{{code: B11, weight: 4}}”");

    public static readonly Message YamlDashSpace = Error(
        "yaml-dash-space",
        "“-”后面没有空格：{0}", "there is no space after “-”: {0}",
        "列表的每一项写“- ”加内容，例如“- 名称: 产出数量”", "begin each item of a list with “- ”, such as “- name: quantity”");

    public static readonly Message YamlBareGreater = Error(
        "yaml-bare-greater",
        "YAML 不能以 > 开始一个值：{0}", "in YAML a value cannot begin with >: {0}",
        ">= 改写成 ≥，例如 ≥ 90；> 给整个值加引号，例如 \"> 90\"（不包括 90，不能改成 ≥）",
        "write >= as ≥, such as ≥ 90; put > in quotes, such as \"> 90\" (it leaves 90 out, so ≥ is not the same)");

    public static readonly Message YamlFlowBracket = Error(
        "yaml-flow-bracket",
        "花括号里的表达式含有 [ 或 ..：{0}", "an expression inside braces holds [ or ..: {0}",
        "给这个值加引号，或不用花括号、改成分行书写", "put the value in quotes, or write the keys on lines of their own instead of braces");

    public static readonly Message YamlTab = Error(
        "yaml-tab",
        "缩进用了制表符", "the indentation has a tab",
        "缩进改用空格", "indent with spaces");

    public static readonly Message YamlAnchor = Error(
        "yaml-anchor",
        "规则文件不用锚点和引用：{0}", "rule files have no anchors or aliases: {0}",
        "把内容写全", "write the content out");

    public static readonly Message YamlTag = Error(
        "yaml-tag",
        "规则文件不用 YAML 标签：{0}", "rule files have no YAML tags: {0}",
        "去掉以 ! 开头的标签；文字以 ! 开头时加引号", "remove the tag that begins with !; quote a text that begins with it");

    public static readonly Message YamlSecondDocument = Error(
        "yaml-second-document",
        "一个文件里有第二份 YAML 文档", "the file holds a second YAML document",
        "删去中间的 ---，或分成两个文件", "remove the --- in the middle, or use two files");

    public static readonly Message YamlTooDeep = Error(
        "yaml-too-deep",
        "嵌套超过 {0} 层", "it nests deeper than {0} levels",
        "减少嵌套", "nest less deeply");

    public static readonly Message YamlKeyNotText = Error(
        "yaml-key-not-text",
        "键不是文字", "the key is not a text",
        "以 [ 或 {{ 开头的键要加引号", "put a key that begins with [ or {{ in quotes");

    public static readonly Message DuplicateKey = Error(
        "duplicate-key",
        "键“{0}”已在第 {1} 行写过", "the key “{0}” is already on line {1}",
        "删去其中一个；若是列表里新的一项，在它前面写“- ”", "remove one of them; if it begins a new item of a list, write “- ” before it");

    public static readonly Message UnknownKey = Error(
        "unknown-key",
        "这里没有键“{0}”。{1}", "there is no key “{0}” here.{1}",
        "可用的键：{2}", "keys that can stand here: {2}");

    public static readonly Message MissingKey = Error(
        "missing-key",
        "缺少“{0}”", "“{0}” is missing",
        "补上“{0}: …”", "add “{0}: …”");

    public static readonly Message ExpectedText = Error(
        "expected-text",
        "这里应为一个值，却是{0}", "expected a single value, found {0}",
        "写成一行文字或数字；以 [ 或 {{ 开头的文字要加引号", "write one text or number; quote a text that begins with [ or {{");

    public static readonly Message ExpectedMap = Error(
        "expected-map",
        "这里应为一组“键: 值”，却是{0}", "expected keys and values, found {0}",
        "每个键一行，写成“键: 值”，冒号后有空格", "write one “key: value” a line, with a space after the colon");

    public static readonly Message ExpectedList = Error(
        "expected-list",
        "这里应为列表，却是{0}", "expected a list, found {0}",
        "每项一行，以“- ”开头", "write one item a line, each beginning with “- ”");

    public static readonly Message ExpectedNumber = Error(
        "expected-number",
        "“{0}”不是不小于 0 的数", "“{0}” is no number of 0 or more",
        "只写数字，不带单位，例如 4 或 2.5", "write digits only, without a unit, such as 4 or 2.5");

    public static readonly Message ExpectedPlaces = Error(
        "expected-places",
        "“{0}”不是小数位", "“{0}” is no number of decimal places",
        "写 0 到 10 的整数，例如 2", "write a whole number from 0 to 10, such as 2");

    public static readonly Message ExpectedWord = Error(
        "expected-word",
        "这里不能写“{0}”", "“{0}” cannot stand here",
        "可用：{1}", "use one of {1}");
}
