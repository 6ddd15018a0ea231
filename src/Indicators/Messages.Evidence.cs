namespace Indicators;

/// <summary>Problems of evidence: files, cells, and findings.</summary>
public static partial class Messages
{
    public static readonly Message NoSuchEvidence = Error(
        "no-such-evidence", "找不到佐证“{0}”", "there is no evidence at “{0}”",
        "写文件夹或 CSV 文件的路径", "give the path of a folder or of a CSV file");

    public static readonly Message NoProject = Error(
        "no-project", "没有项目", "there is no project",
        "项目写在 项目.csv（每行一个）或 数据.csv 里", "projects stand in projects.csv (one a row) or in data.csv");

    public static readonly Message UnusedFile = Warning(
        "unused-file", "没有读取文件“{0}”", "the file “{0}” is not read",
        "可用：项目.csv、数据.csv、评价意见.csv，以及与 evidence.yaml 里的表同名的 CSV 文件", "files are projects.csv, data.csv, findings.csv, and one CSV for each table of evidence.yaml, under its name");

    public static readonly Message UnknownEncoding = Error(
        "unknown-encoding", "认不出文件的编码：{0}", "the encoding of the file is not known: {0}",
        "在 Excel 里另存为“CSV UTF-8”", "save it as “CSV UTF-8” in Excel");

    public static readonly Message FileUnreadable = Error(
        "file-unreadable", "文件打不开", "the file cannot be opened",
        "关闭正在使用它的程序（例如 Excel），并检查读取权限", "close the program that uses it, such as Excel, and check that it may be read");

    public static readonly Message ReadFailed = Error(
        "read-failed", "读不下去了：{0}", "cannot go on reading: {0}",
        "检查磁盘或网络，再加 --resume 接着做", "check the disk or the network, then go on with --resume");

    public static readonly Message GzipDamaged = Error(
        "gzip-damaged", "压缩文件不完整或已损坏", "the compressed file is cut off or damaged",
        "重新压缩或重新传送这个文件", "compress or transfer the file again");

    public static readonly Message FileChanged = Error(
        "file-changed", "文件在评分期间被改动，前后两半不是同一份数据", "the file was changed while it was being scored: its two halves are not the same evidence",
        "等写入它的程序结束，再从头运行", "wait for the program that writes it, then run again from the start");

    public static readonly Message SameFileTwice = Error(
        "same-file-twice", "“{0}”和“{1}”是同一种数据，不知道用哪一个", "“{0}” and “{1}” hold the same kind of evidence; it is not clear which counts",
        "合成一个文件，或只留一个", "make one file of them, or keep one");

    public static readonly Message CsvEmpty = Error(
        "csv-empty", "文件是空的，没有表头", "the file is empty and has no header",
        "第一行写表头", "write the header in the first row");

    public static readonly Message UnclosedQuote = Error(
        "unclosed-quote", "这一行的引号没有闭合，读不出来，它的项目不评分", "a quote on this line is not closed; the row cannot be read, so its project is not scored",
        "补上引号；单元格里的引号要写两个", "close the quote; inside a cell a quote is written twice");

    public static readonly Message MalformedRow = Error(
        "malformed-row", "这一行的引号位置不对，读不出来，它的项目不评分", "the quotes on this line are out of place; the row cannot be read, so its project is not scored",
        "含逗号或引号的单元格整个放在引号里，里面的引号写两个", "put a cell with a comma or a quote wholly in quotes, and write quotes inside it twice");

    public static readonly Message NulByte = Error(
        "nul-byte", "这一行含有零字节，不是文字，它的项目不评分", "the row holds a zero byte, which is no text; its project is not scored",
        "重新导出这个文件；UTF-16 的文件要带标记", "export the file again; a file in UTF-16 needs its mark");

    public static readonly Message TooManyCells = Error(
        "too-many-cells", "这一行有 {0} 格，表头只有 {1} 列，它的项目不评分", "the row has {0} cells, the header {1}; its project is not scored",
        "数字里的千位逗号要加引号，例如 \"1,234.56\"", "put a number with thousands commas in quotes, such as \"1,234.56\"");

    public static readonly Message TooFewCells = Error(
        "too-few-cells", "这一行只有 {0} 格，表头有 {1} 列，它的项目不评分", "the row has only {0} cells, the header {1}; its project is not scored",
        "空的单元格也要占一格，用逗号隔开", "an empty cell keeps its place between commas");

    public static readonly Message RecordTooLong = Error(
        "record-too-long", "这一行有 {0} 字节，最多 {1} 字节，它的项目不评分", "the row has {0} bytes, at most {1} are read; its project is not scored",
        "把过长的文字移到文件里，这里只写出处", "move long text to a document and name it here");

    public static readonly Message DuplicateColumn = Error(
        "duplicate-column", "表头“{0}”和“{1}”是同一列，不知道用哪一个，各项目都不评分", "the headers “{0}” and “{1}” are the same column; it is not clear which counts, so no project is scored",
        "删去或改名其中一列", "remove or rename one of them");

    public static readonly Message UnknownColumn = Warning(
        "unknown-column", "没有用到列“{0}”。{1}", "the column “{0}” is not used.{1}",
        "需要这一列时，改成 evidence.yaml 里的名称或别名", "if it is needed, give it a name or an alias of evidence.yaml");

    public static readonly Message ColumnMisspelt = Warning(
        "column-misspelt", "没有用到列“{0}”，而文件里没有列“{1}”：每个项目的“{1}”都按空白处理", "the column “{0}” is not used, and there is no column “{1}”: “{1}” is blank for every project",
        "就是“{1}”的，改表头，或在 evidence.yaml 里写“别名: [{0}]”；确是另一列的，不用管", "if it is “{1}”, rename the header or write “aliases: [{0}]” in evidence.yaml; if it is something else, leave it");

    public static readonly Message MissingColumn = Error(
        "missing-column", "缺少列“{0}”（现有：{1}）", "the column “{0}” is missing (there are: {1})",
        "补上这一列，或把现有的列改成这个名称", "add it, or rename an existing column");

    public static readonly Message ProjectIdMissing = Error(
        "project-id-missing", "这一行没有项目编号", "the row has no project id",
        "在“项目”列写编号", "write the id in the column “project”");

    public static readonly Message DuplicateProject = Error(
        "duplicate-project", "项目“{0}”已在第 {1} 行出现，不知道用哪一行，该项目不评分", "the project “{0}” is already on line {1}; it is not clear which row counts, so it is not scored",
        "删去其中一行，或改正编号", "remove one of the rows, or correct its id");

    public static readonly Message UnknownProject = Error(
        "unknown-project", "没有项目“{0}”。{1}", "there is no project “{0}”.{1}",
        "改正编号，或把项目加进 项目.csv", "correct the id, or add the project to projects.csv");

    public static readonly Message UnknownField = Error(
        "unknown-field", "没有名为“{0}”的数据。{1}", "there is no field named “{0}”.{1}",
        "写 evidence.yaml 里的名称或别名", "use a name or an alias of evidence.yaml");

    public static readonly Message DuplicateFinding = Warning(
        "duplicate-finding", "“{0}”的这一行和 {1} 完全相同；是缺陷的，按两项计", "the row on “{0}” is the same as the one at {1}; a defect counts twice",
        "重复的删去；确是两项的，把理由写得不同", "remove it if it is a copy; where there are two, give each its own reason");

    public static readonly Message UnknownOption = Error(
        "unknown-option", "问卷没有选项“{0}”。{1}", "the survey has no option “{0}”.{1}",
        "可用：{2}；别的选项先写进 evidence.yaml 的“选项”", "expected one of {2}; another option is written under “options” of evidence.yaml first");

    public static readonly Message UnknownTable = Error(
        "unknown-table", "没有名为“{0}”的表。{1}", "there is no table named “{0}”.{1}",
        "写 evidence.yaml 里的表名", "use the name of a table of evidence.yaml");

    public static readonly Message DuplicateValue = Error(
        "duplicate-value", "项目“{0}”的“{1}”已写在 {2}", "“{1}” of the project “{0}” is already given at {2}",
        "只留一处", "keep one of them");

    public static readonly Message DuplicateRow = Error(
        "duplicate-row", "项目“{0}”的键 {1} 已在第 {2} 行出现", "the key {1} of the project “{0}” is already on line {2}",
        "删去其中一行，或改正键", "remove one of the rows, or correct its key");

    public static readonly Message RequiredMissing = Error(
        "required-missing", "项目“{0}”缺少必填的“{1}”", "the project “{0}” lacks “{1}”, which is required",
        "补上这个值（列名可用：{2}），或写明 未提供、无法考核、不适用", "add it (as a column: {2}), or say withheld, unassessable or n/a");

    public static readonly Message TableKeyBlank = Error(
        "table-key-blank", "项目“{0}”的表“{1}”有一行没有填键“{2}”", "a row of “{1}” of the project “{0}” lacks its key “{2}”",
        "填上“{2}”，或删去这一行", "fill in “{2}”, or remove the row");

    public static readonly Message OutOfRange = Error(
        "out-of-range", "“{0}”是 {1}，应在范围 {2} 内", "“{0}” is {1}, expected {2}",
        "核对数值和单位", "check the value and its unit");

    public static readonly Message BadNumber = Error(
        "bad-number", "“{0}”应为{2}，却是“{1}”{3}", "“{0}” must be of type {2}, found “{1}”{3}",
        "写成 1234.56、1,234.56、98.5% 或 30万元 这样的数；没有数据写 未提供、无法考核、不适用，或留空",
        "write a number such as 1234.56, 1,234.56, 98.5% or 30万元; without evidence write withheld, unassessable, n/a, or nothing");

    public static readonly Message WrongKind = Error(
        "wrong-kind", "“{0}”应为{2}，收到的“{1}”是另一种类型", "“{0}” must be {2}; “{1}” was sent as another type",
        "按 evidence.yaml 里的类型发送", "send the type that evidence.yaml declares");

    public static readonly Message TargetNotNumber = Error(
        "target-not-number", "“{0}”应为数，却是目标“{1}”", "“{0}” must be a number, found the target “{1}”",
        "目标值放在它自己的数字字段里，只写数，不写 ≥ ≤；方向写在规则里", "put the target in a number field of its own, without ≥ or ≤; the direction belongs in the rule");

    public static readonly Message MoneyWithoutUnit = Error(
        "money-without-unit", "“{0}”的金额“{1}”没有单位", "the amount “{1}” of “{0}” has no unit",
        "写成 30万元，或在表头写单位，例如“{0}(万元)”", "write 30万元, or put the unit in the header, such as “{0}(万元)”");

    public static readonly Message PercentWithoutSign = Error(
        "percent-without-sign", "“{0}”的“{1}”没有百分号，不知道是百分之几还是倍数", "“{1}” of “{0}” has no percent sign; it could be a percentage or a ratio",
        "写成 98.5%，或在表头写“{0}(%)”", "write 98.5%, or the header “{0}(%)”");

    public static readonly Message WrongUnit = Error(
        "wrong-unit", "“{0}”的“{1}”单位是“{2}”，应为 {3}", "“{1}” of “{0}” is in “{2}”, expected {3}",
        "换算成规定的单位", "convert it to the declared unit");

    public static readonly Message NumberNotPlain = Error(
        "number-not-plain", "“{0}”的 number 是“{1}”，不是十进制数", "the number of “{0}” is “{1}”, which is not plain decimal digits",
        "只写数字、负号和小数点，例如 -1234.5；单位写在 unit；没有数据用 missing；“1,234”“30万元”这样的写法放在 text 里",
        "write digits, a sign and a point only, such as -1234.5; the unit goes into unit, missing data into missing, a value such as 1,234 or 30万元 into text");

    public static readonly Message UnitNotSent = Error(
        "unit-not-sent", "“{0}”的“{1}”没有单位", "“{1}” of “{0}” has no unit",
        "在 unit 里写单位：金额写 元、万元等，百分比写 %", "send the unit: 元, 万元 and so on for money, % for a percentage");

    public static readonly Message MissingStateUnknown = Error(
        "missing-state-unknown", "“{0}”的缺失状态 {1} 不存在", "the missing state {1} of “{0}” does not exist",
        "可用：{2}", "use one of {2}");

    public static readonly Message BadYesNo = Error(
        "bad-yes-no", "“{0}”应为 是 或 否，却是“{1}”", "“{0}” must be yes or no, found “{1}”",
        "写 是 或 否；没有数据写 未提供、无法考核、不适用，或留空", "write yes or no; without evidence write withheld, unassessable, n/a, or nothing");

    public static readonly Message BadDate = Error(
        "bad-date", "“{0}”应为日期，却是“{1}”", "“{0}” must be a date, found “{1}”",
        "写成 2017-04-25、2017/4/25 或 2017年4月25日", "write 2017-04-25, 2017/4/25 or 2017年4月25日");

    public static readonly Message BadShare = Error(
        "bad-share", "比例“{0}”读不出来", "the share “{0}” cannot be read",
        "写 50%（部分符合）或 7.5（打分）", "write 50% (partly met) or 7.5 (scored)");

    public static readonly Message ShareUnused = Error(
        "share-unused", "结论“{1}”不带比例，却写了“{0}”", "“{1}” takes no share, found “{0}”",
        "清空“比例”，或把结论改成 部分符合 或 打分", "clear the share, or make the conclusion partly-met or scored");

    public static readonly Message UnknownClass = Error(
        "unknown-class", "没有类别“{0}”", "there is no class “{0}”",
        "可用：{1}", "use one of {1}");

    public static readonly Message UnknownConclusion = Error(
        "unknown-conclusion", "没有结论“{0}”", "there is no conclusion “{0}”",
        "可用：{1}", "use one of {1}");

    public static readonly Message FindingUnknownCode = Error(
        "finding-unknown-code", "评价意见所写的“{0}”不在指标体系里。{1}", "the finding is on “{0}”, which is not in the rule set.{1}",
        "写三级指标或评价要点的编号，例如 B11 或 B12①", "write the code of an indicator or point, such as B11 or B12①");

    public static readonly Message FindingTooHigh = Error(
        "finding-too-high", "“{0}”是一、二级指标，不能直接给评价意见", "“{0}” is a dimension or criterion and takes no finding",
        "把评价意见写到它下面的三级指标或评价要点上", "give it for the indicators or points below");

    public static readonly Message FindingHasPoints = Error(
        "finding-has-points", "“{0}”由评价要点组成，不能整体写“{1}”", "“{0}” consists of points and cannot be “{1}” as a whole",
        "分别给评价要点写评价意见：{2}；整体只能写 无法考核、不适用、未提供 或 认定", "give it for its points: {2}; as a whole it can only be unassessable, n/a, withheld or ruled");

    public static readonly Message FindingNotJudged = Error(
        "finding-not-judged", "“{0}”由数据计算，不能写“{1}”", "“{0}” is computed from evidence and cannot be “{1}”",
        "要改变计算结果写 认定符合 或 认定不符合；缺数据写 无法考核、不适用 或 未提供", "to override the result write ruled-met or ruled-not-met; without evidence unassessable, n/a or withheld");

    public static readonly Message DefectWithoutDeduction = Error(
        "defect-without-deduction", "“{0}”没有写每个缺陷扣多少分", "“{0}” does not say what a defect costs",
        "写 不符合 或 部分符合，或在规则里给它“扣分”", "write not-met or partly-met, or give it a “deduct” in the rules");

    public static readonly Message DeductionNeedsDefects = Error(
        "deduction-needs-defects", "“{0}”按缺陷扣分，不能写“{1}”", "“{0}” counts defects and cannot be “{1}”",
        "每个缺陷写一行 缺陷；没有缺陷写 符合", "write one row “defect” for each; without any write met");

    public static readonly Message FindingNeedsAmount = Error(
        "finding-needs-amount", "“{0}”写了“{1}”，但没有比例", "“{0}” is “{1}” but has no share",
        "在“比例”列写 50%（部分符合）或 7.5（打分）", "write 50% (partly met) or 7.5 (scored) in the column “share”");

    public static readonly Message FindingAmountOutside = Error(
        "finding-amount-outside", "“{0}”的比例或分数 {1} 不在 0 到 {2} 之间", "the share or points {1} of “{0}” lie outside 0 to {2}",
        "改成 0 到 {2} 之间的数", "write a number from 0 to {2}");

    public static readonly Message PartialNotAllowed = Error(
        "partial-not-allowed", "“{0}”不允许部分得分，不能写“{1}”", "“{0}” allows no partial points and cannot be “{1}”",
        "写 符合 或 不符合；要允许，在规则里写“部分得分: 允许”", "write met or not-met; to allow it, the rules say “partial: allowed”");

    public static readonly Message FindingsContradict = Error(
        "findings-contradict", "“{0}”的评价意见互相矛盾：{1}（{2}）和 {3}", "the findings on “{0}” contradict each other: {1} ({2}) and {3}",
        "只留一条；几个缺陷每个写一行“缺陷”", "keep one; several defects are one row “defect” each");

    public static readonly Message FindingNeedsLevel = Error(
        "finding-needs-level",
        "“{0}”按定性档评分，“{1}”不是它的档", "“{0}” is scored by levels, “{1}” is none of them",
        "结论写其中一档，比例写档内的百分数：{2}", "give one of its levels as the conclusion and a percentage within it as the share: {2}");

    public static readonly Message FindingOutsideLevel = Error(
        "finding-outside-level",
        "“{0}”的比例 {1} 不在档内（{2}）", "the share {1} of “{0}” is outside of the level ({2})",
        "改比例，或改结论", "correct the share or the conclusion");

    public static readonly Message BadTarget = Error(
        "bad-target",
        "“{0}”的值“{1}”不是目标", "the value “{1}” of “{0}” is no target",
        "写方向和数，例如 ≥50个、≤30%、=100", "write a direction and a figure, such as ≥50, ≤30% or =100");
}
