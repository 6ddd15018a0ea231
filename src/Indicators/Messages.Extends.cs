namespace Indicators;

/// <summary>Problems of rule sets that build on another, of values by fiscal year, and of closed years.</summary>
public static partial class Messages
{
    public static readonly Message SymbolicLink = Error(
        "symbolic-link",
        "“{0}”是符号链接；指标体系只读自己的文件夹和并列的文件夹", "“{0}” is a symbolic link; a rule set reads only its own folder and those beside it",
        "把链接换成文件或文件夹本身", "put the file or folder itself in its place");

    public static readonly Message ExtendsNotName = Error(
        "extends-not-name",
        "“{0}”不是并列文件夹的名称", "“{0}” is not the name of a folder beside this one",
        "只写文件夹名称，例如“继承: mof-2020”；不写路径，不以点开头", "write only the folder's name, such as “extends: mof-2020”; no path and no dot in front");

    public static readonly Message ExtendsUnknown = Error(
        "extends-unknown",
        "找不到要继承的指标体系“{0}”：没有文件夹 {2}。{1}", "there is no rule set “{0}” to extend: there is no folder {2}.{1}",
        "写与本文件夹并列的指标体系文件夹的名称", "write the name of a rule-set folder beside this one");

    public static readonly Message ExtendsCircle = Error(
        "extends-circle",
        "循环继承：{0}", "rule sets extend each other in a circle: {0}",
        "去掉其中一个“继承”", "remove “extends” from one of them");

    public static readonly Message ExtendsTooLong = Error(
        "extends-too-long",
        "一条继承链最多 {0} 个指标体系，这里更多：{1}", "a chain of “extends” has at most {0} rule sets, this one has more: {1}",
        "直接继承链上靠后的一个，把中间各个的改动合并过来", "extend one further along the chain directly, and take over the edits of those between");

    public static readonly Message ExtendsOwn = Error(
        "extends-own",
        "“{0}”写的是“{1}”，与被继承的指标体系相同（{2}）", "“{0}” is “{1}”, the same as in the base ({2})",
        "写这个指标体系自己的“{0}”", "give this rule set its own “{0}”");

    public static readonly Message ExtendsFixed = Error(
        "extends-fixed",
        "“{0}”不能改成“{1}”：被继承的指标体系写的是“{2}”（{3}）", "“{0}” cannot become “{1}”: the base says “{2}” ({3})",
        "{4}", "{4}");

    public static readonly Message ExtendsMoved = Error(
        "extends-moved",
        "指标“{0}”在“{1}”下面（{2}），不在“{3}”下面", "the indicator “{0}” stands under “{1}” ({2}), not under “{3}”",
        "写在“{1}”下面；要移动它，在 rule-set.yaml 里写“删除: [{0}]”，并在这里写全",
        "write it under “{1}”; to move it, write “remove: [{0}]” in rule-set.yaml and write it out in full here");

    public static readonly Message RemoveWithoutExtends = Error(
        "remove-without-extends",
        "“删除”只用于继承来的内容，这里没有“继承”", "“remove” takes out what is extended, and there is no “extends” here",
        "加上“继承: 文件夹名称”，或去掉“删除”", "add “extends: folder name”, or take “remove” out");

    public static readonly Message RemoveUnknown = Error(
        "remove-unknown",
        "被继承的指标体系里没有“{0}”。{1}", "the base has no “{0}”.{1}",
        "写其中三级指标、评价要点或疑点的编号，或一、二级指标的名称", "write the code of one of its indicators, points or flags, or the name of one of its dimensions or criteria");

    public static readonly Message RemoveAbsent = Error(
        "remove-absent",
        "被继承的指标体系里（{1}）没有“{0}”，不用删除", "the base has no “{0}” to remove ({1})",
        "去掉这一行；要删除整个指标，在 rule-set.yaml 里写“删除”", "take this line out; to remove a whole indicator, write “remove” in rule-set.yaml");

    public static readonly Message YearUnknown = Error(
        "year-unknown",
        "指标体系没有 {0} 年度，有：{1}", "the rule set has no fiscal year {0}; it has {1}",
        "换一个年度，或把 {0} 加进“年度”", "ask for another year, or add {0} to “fiscal-years”");

    public static readonly Message RuleSetWithoutYears = Error(
        "rule-set-without-years",
        "指标体系没有写年度，不能按 {0} 年度读取", "the rule set names no fiscal years, so it cannot be read for fiscal year {0}",
        "在 rule-set.yaml 里写上“年度: {0}”，或不指定年度", "add “fiscal-years: {0}” to rule-set.yaml, or ask for no year");

    public static readonly Message ByYearNotAlone = Error(
        "by-year-not-alone",
        "“{0}”要单独写，旁边却还有“{1}”", "“{0}” must stand alone, found “{1}” beside it",
        "只留“{0}”，每个年度一个值；依据写在值的旁边：{{2017: {{值: 6, 依据: …}}}}",
        "keep only “{0}”, with one value a year; a basis stands beside its value: {{2017: {{value: 6, basis: …}}}}");

    public static readonly Message ByYearNone = Error(
        "by-year-none",
        "{0} 年度和以前都没有值，这里写了值的年度：{1}", "there is no value for {0} or a year before it, the years here are {1}",
        "补上 {0} 或更早年度的值", "add the value for {0} or for a year before it");

    public static readonly Message ByYearWithoutYears = Error(
        "by-year-without-years",
        "这里的值分年度（{1}），但指标体系没有写年度", "this value goes by year ({1}), but the rule set names no fiscal years",
        "在 rule-set.yaml 里写“年度: [{1}]”", "write “fiscal-years: [{1}]” in rule-set.yaml");

    public static readonly Message ByYearBasisUnused = Warning(
        "by-year-basis-unused",
        "这里的“{0}”不会显示：一、二级指标和数据没有依据", "this “{0}” is shown nowhere: dimensions, criteria and evidence have no basis",
        "改写成注释，或把依据写在指标上", "make it a comment, or write the basis at the indicators");

    public static readonly Message ExpectedDigest = Error(
        "expected-digest",
        "“{0}”不是规则的摘要", "“{0}” is no digest of rules",
        "写 indicators check 给出的整个摘要：sha256: 和 64 位十六进制数", "write the whole digest as indicators check prints it: sha256: and 64 hexadecimal digits");

    public static readonly Message ClosedYearUnknown = Error(
        "closed-year-unknown",
        "封存的 {0} 年度不在“年度”里，有：{1}", "the closed fiscal year {0} is not among “fiscal-years”: {1}",
        "把 {0} 加进“年度”，或去掉这一行", "add {0} to “fiscal-years”, or take this line out");

    public static readonly Message ClosedYearChanged = Error(
        "closed-year-changed",
        "{0} 年度已封存，规则却变了：封存时 {1}，现在 {2}", "the fiscal year {0} is closed, but its rules have changed: they were {1} and are {2}",
        "撤销这处改动；新的规则只用于以后的年度时写“按年度”，否则新建一个指标体系，用“继承”",
        "undo the edit; write “by-year” where it is meant for later years only, or make a new rule set with “extends”");
}
