namespace Indicators;

/// <summary>Problems of cases, and of what a framework leaves to those that extend it.</summary>
public static partial class Messages
{
    public static readonly Message LeftOpen = Error(
        "left-open",
        "“{0}”待定（{1}），继承它的指标体系没有设定", "“{0}” is open ({1}) and the extension does not set it",
        "指标写“分值”，或用“删除”去掉它；计算的值写“= …”", "give an indicator its “weight” or “remove” it; write “= …” for a computed value");

    public static readonly Message FrameworkUnscored = Error(
        "framework-unscored",
        "“{0}”是参考框架，{1} 处待定，不能打分", "“{0}” is a framework: {1} parts are open, nothing can be scored with it",
        "新建一个指标体系，用“继承”，设定待定的各处", "make a rule set that “extends” it and sets what is open");

    public static readonly Message UnknownLibraryFlag = Error(
        "unknown-library-flag",
        "疑点库里没有“{0}”。{1}", "the library has no flag “{0}”.{1}",
        "可用：{2}", "expected one of {2}");

    public static readonly Message CaseFailed = Error(
        "case-failed",
        "用例“{0}”的结果与它写的不同", "the case “{0}” comes out otherwise than it says",
        "用 indicators test 看差在哪里，改规则或改用例", "see with `indicators test` where it differs; change the rules or the case");

    public static readonly Message CaseExpectsNothing = Error(
        "case-expects-nothing",
        "用例没有写应得、公布或疑点，什么也证明不了", "the case names no expected score, published score or flag, so it proves nothing",
        "写“应得: {{总分: …}}”", "write “expect: {{total: …}}”");

    public static readonly Message PublishedGrade = Error(
        "published-grade",
        "“公布”里只写得分，“{0}”是等级", "“published” holds scores, and “{0}” is a grade",
        "等级写在“应得”里；公布的等级不同的，写在“来源”里", "write the grade under “expect”; where the published one differs, say so under “source”");

    public static readonly Message CaseNoEvidence = Error(
        "case-no-evidence",
        "用例旁边没有“{0}”", "there is no “{0}” beside the case",
        "写 cases 里的一个文件夹或 CSV 文件的名称，不带路径", "name a folder or a CSV file within cases, without a path");

    public static readonly Message CaseWhichProject = Error(
        "case-which-project",
        "用例评一个项目，数据里可评的有：{0}", "a case scores one project; those of the evidence that can be scored are: {0}",
        "改正数据里的错误；有多个项目时写“项目: 编号”", "mend the evidence; where there are several write “project: ID”");

    public static readonly Message CaseTableWithoutKey = Error(
        "case-table-without-key",
        "表“{0}”没有键，用例不能说改它的哪一行", "the table “{0}” has no key, so a case cannot say which row it changes",
        "在 evidence.yaml 里给它写“键”，或把改过的行放进用例的“证据”文件夹", "give it a “key” in evidence.yaml, or put the changed rows into the folder of the case's “evidence”");

    public static readonly Message CaseUnknownPath = Error(
        "case-unknown-path",
        "“{0}”不是数据、表格里的一格，也不是指标或要点。{1}", "“{0}” is no field, no cell of a table and no indicator or point.{1}",
        "写数据名，“表.键值.列”，或编号（可用 * 结尾）", "write a field, “table.key.column”, or a code (it may end in *)");
}
