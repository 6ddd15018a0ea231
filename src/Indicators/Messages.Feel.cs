namespace Indicators;

/// <summary>Problems in expressions.</summary>
public static partial class Messages
{
    public static readonly Message UnknownName = Error(
        "unknown-name",
        "没有名为“{0}”的数据。{1}", "there is no evidence named “{0}”.{1}",
        "写 evidence.yaml 里有的名称；若“{0}”是文字而不是名称，要在表达式里加引号，例如 '\"{0}\"'",
        "use a name from evidence.yaml; if “{0}” is a text and not a name, it needs quotes inside the expression, such as '\"{0}\"'");

    public static readonly Message NoSuchColumn = Error(
        "no-such-column",
        "表“{0}”没有列“{1}”；若“{1}”是键值，取到的是整整一行", "the table “{0}” has no column “{1}”; as the value of a key it gives a whole row",
        "列有：{2}；要某一行的一格，写 {0}.{1}.列", "its columns are {2}; for one cell of a row write {0}.{1}.column");

    public static readonly Message UnknownFunction = Error(
        "unknown-function",
        "没有函数“{0}”。{1}", "there is no function “{0}”.{1}",
        "可用的函数见 docs/feel.md", "docs/feel.en.md lists the functions");

    public static readonly Message WrongArgumentCount = Error(
        "wrong-argument-count",
        "函数“{0}”要 {1} 个参数，这里有 {2} 个", "the function “{0}” takes {1} arguments, found {2}",
        "写成 {1} 个参数，用逗号分开", "give it {1} arguments, separated by commas");

    public static readonly Message CodeNotLiteral = Error(
        "code-not-literal",
        "“{0}”的参数要是加引号的编号", "“{0}” takes a code in quotes",
        "写成 {0}(\"B11\")", "write {0}(\"B11\")");

    public static readonly Message TypeMismatch = Error(
        "type-mismatch",
        "“{0}”的类型是“{1}”，这里要“{2}”", "“{0}” has the type “{1}”, expected “{2}”",
        "换成“{2}”的数据或表达式；类型写错的，在 evidence.yaml 里改正", "use “{2}” here, or correct the type in evidence.yaml");

    public static readonly Message UnitsDiffer = Error(
        "units-differ",
        "“{0}”两边单位不同：{1} 和 {2}", "the two sides of “{0}” have different units: {1} and {2}",
        "换成同一单位的数据；百分比要与比率比较，例如 实际 / 计划", "use evidence in one unit; compare a percentage with a rate, such as actual / planned");

    public static readonly Message UnexpectedToken = Error(
        "unexpected-token",
        "这里读不懂“{0}”", "“{0}” is not expected here",
        "检查前后是否少了运算符、括号或引号；“并且”写 and，“或者”写 or，“等于”写 =，“不等于”写 !=，“80%以上”写 ≥ 80%；≥ 90% 前面要写被比较的数据，例如 到位率 ≥ 90%",
        "see whether an operator, a bracket or a quote is missing around it; write and, or in English, = for equal, != for unequal, ≥ 80% for “80% or more”; ≥ 90% needs what it compares before it, such as rate ≥ 90%");

    public static readonly Message ExpectedToken = Error(
        "expected-token",
        "这里应为“{0}”，却是“{1}”", "expected “{0}”, found “{1}”",
        "在这里补上“{0}”；检查括号是否成对", "add “{0}” here; see whether brackets come in pairs");

    public static readonly Message UnclosedText = Error(
        "unclosed-text",
        "文字的引号没有闭合：{0}", "the text is not closed: {0}",
        "在文字末尾补上引号", "add the closing quote");

    public static readonly Message UnknownCharacter = Error(
        "unknown-character",
        "表达式里不能有字符“{0}”", "the character “{0}” cannot stand in an expression",
        "删去它；文字要放在引号里；范围写 [70..80]", "remove it; texts go in quotes; a range is [70..80]");

    public static readonly Message TooManyDigits = Error(
        "too-many-digits",
        "“{0}”的位数太多，最多 {1} 位", "“{0}” has too many digits, at most {1} are read",
        "减少位数", "use fewer digits");

    public static readonly Message ExponentTooLarge = Error(
        "exponent-too-large",
        "“{0}”的指数太大，应在 -{1} 到 {1} 之间", "the exponent of “{0}” is too large, expected -{1} to {1}",
        "改小指数", "use a smaller exponent");

    public static readonly Message BadAtLiteral = Error(
        "bad-at-literal",
        "@ 后面的“{0}”不是日期、时间或时长", "“{0}” after @ is no date, time or duration",
        "写成 @\"2017-04-25\"、@\"10:30:00\"、@\"2017-04-25T10:30:00\"、@\"P1D\" 或 @\"P1Y2M\"；日期要实有其日",
        "write it like @\"2017-04-25\", @\"10:30:00\", @\"2017-04-25T10:30:00\", @\"P1D\" or @\"P1Y2M\"; the day must exist");

    public static readonly Message UnknownFeelType = Error(
        "unknown-feel-type",
        "没有类型“{0}”", "there is no type “{0}”",
        "可用：{1}；带成分的类型见 docs/feel.md", "use one of {1}; docs/feel.en.md has those with parts, such as list<number>");

    public static readonly Message DuplicateMember = Error(
        "duplicate-member",
        "花括号里的名称“{0}”写了两次", "the name “{0}” stands twice in the braces",
        "删去一个，或换个名称", "remove one of them, or rename it");

    public static readonly Message UnknownParameter = Error(
        "unknown-parameter",
        "函数“{0}”的参数名不对：{1}", "the function “{0}” does not take parameters with these names: {1}",
        "参数名用 {2}；也可以不写参数名，按这个次序写", "name them {2}; or give no names, in this order");

    public static readonly Message NotAFunction = Error(
        "not-a-function",
        "“{0}”不是函数，不能调用", "“{0}” is no function and cannot be called",
        "去掉后面的圆括号，或写成已有函数的名称", "remove the brackets after it, or use the name of a function");

    public static readonly Message NoClock = Error(
        "no-clock",
        "不能用函数“{0}”：同样的数据任何时候都要得到同样的结果", "the function “{0}” cannot be used: the same evidence must give the same result at any time",
        "把要用的日期作为数据写进 evidence.yaml，或写成固定的日期，例如 @\"2017-12-31\"", "declare the date as evidence in evidence.yaml, or write a fixed one such as @\"2017-12-31\"");

    public static readonly Message ExpressionTooLong = Error(
        "expression-too-long",
        "表达式有 {0} 个字符，最多 {1} 个", "the expression has {0} characters, at most {1} are read",
        "把一部分写进 evidence.yaml 的“计算”，再引用它的名称", "move a part to “computed” in evidence.yaml and use its name");

    public static readonly Message ExpressionTooDeep = Error(
        "expression-too-deep",
        "表达式的括号嵌套超过 {0} 层", "the expression nests deeper than {0} levels",
        "把一部分写进 evidence.yaml 的“计算”，再引用它的名称", "move a part to “computed” in evidence.yaml and use its name");

    public static readonly Message ExpressionLimit = Error(
        "expression-limit",
        "一个表达式要遍历的数据超过 {0} 项，或要做的计算太多，项目“{1}”没有评分", "an expression visits more than {0} items, or takes too much work; the project “{1}” is not scored",
        "减少表的行数，或缩小 for、some、every 的范围", "use fewer rows, or narrow the range of for, some or every");

    public static readonly Message NotASurvey = Error(
        "not-a-survey",
        "“{0}”要一张有“选项”的表，却是“{1}”", "“{0}” takes a table with “options”, found “{1}”",
        "写有选项的表；或在 evidence.yaml 里给这张表加选项，例如“选项: {{很满意: 100%, 不满意: 0}}”", "name a table with options, or add them to this one in evidence.yaml, such as “options: {{satisfied: 100%, not satisfied: 0}}”");
}
