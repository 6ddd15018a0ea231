namespace Indicators;

/// <summary>Problems of running rules.</summary>
public static partial class Messages
{
    public static readonly Message NRulesAbsent = Error(
        "nrules-absent",
        "这个程序构建时没有取到 NRules 包，不能用 NRules 执行",
        "this build is without the NRules package, so it cannot run rules in NRules",
        "去掉这个选项，结果相同；或换用有 NRules 1.0.4 的包源，删除 src/Indicators.NRules/obj/nrules.absent 后重新构建（UseNRules=true dotnet build）",
        "leave the option out, the results are the same; or use a package feed that has NRules 1.0.4, delete src/Indicators.NRules/obj/nrules.absent and build again (UseNRules=true dotnet build)");

    public static readonly Message PortfolioMissing = Error(
        "portfolio-missing",
        "指标体系“{0}”要同项目库里的其他项目比较，单独一个项目“{1}”不能评分",
        "the rule set “{0}” compares projects with each other; the project “{1}” alone cannot be scored",
        "把全部项目放在一起评分（indicators score 文件夹），或在规则里写“来自: 一列数”", "score all projects together (indicators score FOLDER), or give the rule a list to compare with");

    public static readonly Message UnknownExecutor = Error(
        "unknown-executor",
        "没有执行器“{0}”", "there is no executor “{0}”",
        "写其中一个：{1}", "give one of {1}");

    public static readonly Message RuleFailed = Error(
        "rule-failed",
        "规则“{0}”在项目“{2}”上出错：{1}",
        "the rule “{0}” failed on the project “{2}”: {1}",
        "这是附加的 C# 规则，请修改它；其他项目照常评分",
        "it is a rule added in C#: correct it; other projects are scored all the same");

    public static readonly Message WriteFailed = Error(
        "write-failed", "写不下去了：{0}", "cannot go on writing: {0}",
        "腾出磁盘空间、检查写权限，再加 --resume 接着做；已写好的部分不会丢", "make room on the disk and check that it may be written, then go on with --resume; what was written is kept");

    public static readonly Message CheckpointStale = Error(
        "checkpoint-stale", "不能接着上次做：{0}", "the earlier run cannot be resumed: {0}",
        "去掉 --resume，从头运行", "leave out --resume to run from the start");
}
