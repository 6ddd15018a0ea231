namespace Indicators.Cli;

/// <summary>What <c>indicators sample</c> says.</summary>
internal static partial class Texts
{
    public static readonly Bilingual AboutSample = new(
        "为一个指标体系编造许多项目的数据，供试用：字段、表、评价意见，有缺失、矛盾和个别读不出来的单元格；每行的来源写“合成”，英文的指标体系写 synthetic。",
        "Makes up evidence of many projects for a rule set, to try it out: fields, tables and findings, with missing states, contradictions and a few cells that cannot be read; the source of every row says 合成, or synthetic where the rules are in English.");
    public static readonly Bilingual AboutSampleProjects = new("项目数，默认 100", "how many projects; default 100");
    public static readonly Bilingual AboutSeed = new("种子：同样的种子得到同样的文件，默认 1", "the same seed gives the same files; default 1");
    public static readonly Bilingual AboutSampleOut = new("写到这个文件夹，要是空的或还没有（必填）", "the folder to write, empty or not yet there (required)");
    public static readonly Bilingual NoSampleOut = new("没有给出要写的文件夹，请加上 --out DIR", "the folder to write is missing: add --out DIR");
    public static readonly Bilingual SampleMade = new("{0}：{1} 个合成项目（种子 {2}），用于 {3}", "{0}: {1} made-up projects (seed {2}) for {3}");
    public static readonly Bilingual SampleStopped = new("已中断；{0} 里没有留下文件", "interrupted; no files are left in {0}");
    public static readonly Bilingual NotWhole = new("{0} 要写正整数，却是“{1}”", "{0} takes a whole number above 0, found “{1}”");
}
