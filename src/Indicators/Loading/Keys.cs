using System.Collections.Immutable;
using System.Reflection;

namespace Indicators.Loading;

/// <summary>The one table of all keys and fixed words of rule files, Chinese and English; a file may use either.</summary>
internal static class Keys
{
    // rule-set.yaml
    public static readonly Bilingual Format = new("格式", "format");
    public static readonly Bilingual Id = new("编号", "id");
    public static readonly Bilingual Name = new("名称", "name");
    public static readonly Bilingual Authority = new("文号", "authority");
    public static readonly Bilingual FiscalYears = new("年度", "fiscal-years");
    public static readonly Bilingual Period = new("评价期", "period");
    public static readonly Bilingual From = new("起", "from");
    public static readonly Bilingual To = new("止", "to");
    public static readonly Bilingual Grades = new("等级", "grades");
    public static readonly Bilingual Round = new("小数位", "round");
    public static readonly Bilingual Steps = new("步长", "steps");
    public static readonly Bilingual Missing = new("缺失", "missing");
    public static readonly Bilingual Partial = new("部分得分", "partial");
    public static readonly Bilingual Note = new("说明", "note");
    public static readonly Bilingual Extends = new("继承", "extends");
    public static readonly Bilingual Remove = new("删除", "remove");
    public static readonly Bilingual Closed = new("封存", "closed");
    public static readonly Bilingual Accept = new("接受", "accept");
    public static readonly Bilingual Consequences = new("结果应用", "consequences");
    public static readonly Bilingual Budget = new("预算", "budget");
    public static readonly Bilingual Rectify = new("整改", "rectify");
    public static readonly Bilingual Beside = new("对照", "beside");

    // cases
    public static readonly Bilingual Source = new("来源", "source");
    public static readonly Bilingual CaseYear = new("年度", "year");
    public static readonly Bilingual CaseEvidence = new("证据", "evidence");
    public static readonly Bilingual CaseProject = new("项目", "project");
    public static readonly Bilingual Change = new("改", "change");
    public static readonly Bilingual Expect = new("应得", "expect");
    public static readonly Bilingual Published = new("公布", "published");
    public static readonly Bilingual PublishedScore = new("得分", "score");
    public static readonly Bilingual Difference = new("差异", "difference");
    public static readonly Bilingual Grade = new("等级", "grade");
    public static readonly Bilingual Excluded = new("剔除", "excluded");

    // any file
    public static readonly Bilingual ByYear = new("按年度", "by-year");
    public static readonly Bilingual YearValue = new("值", "value");

    // evidence.yaml
    public static readonly Bilingual Fields = new("数据", "fields");
    public static readonly Bilingual Computed = new("计算", "computed");
    public static readonly Bilingual Tables = new("表", "tables");
    public static readonly Bilingual TableKey = new("键", "key");
    public static readonly Bilingual Columns = new("列", "columns");
    public static readonly Bilingual Type = new("类型", "type");
    public static readonly Bilingual Aliases = new("别名", "aliases");
    public static readonly Bilingual Required = new("必填", "required");
    public static readonly Bilingual Range = new("范围", "range");
    public static readonly Bilingual UnitColumn = new("单位列", "unit-column");
    public static readonly Bilingual SurveyOptions = new("选项", "options");
    public static readonly Bilingual Minimum = new("最少份数", "minimum");

    // dimensions
    public static readonly Bilingual Dimension = new("一级指标", "dimension");
    public static readonly Bilingual Criteria = new("二级指标", "criteria");
    public static readonly Bilingual Indicators = new("三级指标", "indicators");
    public static readonly Bilingual Weight = new("分值", "weight");
    public static readonly Bilingual Code = new("编号", "code");
    public static readonly Bilingual Share = new("占比", "share");
    public static readonly Bilingual Basis = new("依据", "basis");
    public static readonly Bilingual Reading = new("口径", "reading");
    public static readonly Bilingual Points = new("评价要点", "points");
    public static readonly Bilingual EachPoint = new("各要点", "each-point");
    public static readonly Bilingual Value = new("取值", "value");

    // methods
    public static readonly Bilingual Met = new("符合", "met");
    public static readonly Bilingual Deduct = new("扣分", "deduct");
    public static readonly Bilingual Per = new("每项", "per");
    public static readonly Bilingual Count = new("件数", "count");
    public static readonly Bilingual Of = new("基数", "of");
    public static readonly Bilingual Zero = new("零分", "zero");
    public static readonly Bilingual Full = new("满分", "full");
    public static readonly Bilingual Proportional = new("按比例", "proportional");
    public static readonly Bilingual Target = new("目标", "target");
    public static readonly Bilingual Direction = new("方向", "direction");
    public static readonly Bilingual Slope = new("增减", "slope");
    public static readonly Bilingual At = new("基准", "at");
    public static readonly Bilingual Gives = new("得", "gives");
    public static readonly Bilingual Below = new("每低", "below");
    public static readonly Bilingual Above = new("每高", "above");
    public static readonly Bilingual Either = new("每偏", "either");
    public static readonly Bilingual Bands = new("分档", "bands");
    public static readonly Bilingual Linear = new("直线", "linear");
    public static readonly Bilingual FormulaMethod = new("公式", "formula");
    public static readonly Bilingual Levels = new("定性", "level");
    public static readonly Bilingual Each = new("逐行", "each");
    public static readonly Bilingual Table = new("表", "table");
    public static readonly Bilingual By = new("按", "by");
    public static readonly Bilingual Peers = new("同类", "peers");
    public static readonly Bilingual ComparedBy = new("比", "compare");
    public static readonly Bilingual PeersFrom = new("来自", "from");
    public static readonly Bilingual Within = new("限", "within");
    public static readonly Bilingual Methods = new("方法", "methods");
    public static readonly Bilingual MethodName = new("方法", "method");
    public static readonly Bilingual Reverse = new("逆向", "reverse");

    // flags.yaml
    public static readonly Bilingual Flags = new("疑点", "flags");
    public static readonly Bilingual About = new("指标", "about");
    public static readonly Bilingual When = new("当", "when");
    public static readonly Bilingual Says = new("说明", "says");
    public static readonly Bilingual Kind = new("性质", "kind");
    public static readonly Bilingual Use = new("采用", "use");
    public static readonly Bilingual With = new("参数", "with");
    public static readonly Bilingual GradeAs = new("判为", "grade-as");
    public static readonly Bilingual Cap = new("等级上限", "cap");
    public static readonly Bilingual Reconcile = new("核对", "reconcile");
    public static readonly Bilingual Equation = new("等式", "equation");
    public static readonly Bilingual Tolerance = new("容差", "tolerance");
    public static readonly Bilingual Across = new("跨项目", "across");
    public static readonly Bilingual Same = new("相同", "same");
    public static readonly Bilingual Population = new("总体", "population");
    public static readonly Bilingual Amount = new("金额", "amount");

    // words
    public static readonly Bilingual Open = new("待定", "open");
    public static readonly Bilingual Otherwise = new("其余", "otherwise");
    public static readonly Bilingual Yes = new("是", "yes");
    public static readonly Bilingual No = new("否", "no");
    public static readonly Bilingual Allowed = new("允许", "allowed");
    public static readonly Bilingual NotAllowed = new("不允许", "not-allowed");
    public static readonly Bilingual ThisNode = new("本级", "node");
    public static readonly Bilingual Indicator = new("指标", "indicator");
    public static readonly Bilingual RedLine = new("红线", "red-line");
    public static readonly Bilingual Doubt = new("疑点", "doubt");
    public static readonly Bilingual ExcludeTo = new("剔除到", "exclude-to");
    public static readonly Bilingual Bonus = new("加分", "bonus");
    public static readonly Bilingual Penalty = new("减分", "penalty");
    public static readonly Bilingual Mean = new("均值", "mean");
    public static readonly Bilingual MinMax = new("极差", "min-max");
    public static readonly Bilingual Rank = new("名次", "rank");
    public static readonly Bilingual Given = new("给定", "given");
    public static readonly Bilingual Lowest = new("最低", "lowest");
    public static readonly Bilingual Highest = new("最高", "highest");
    public static readonly Bilingual Portfolio = new("项目库", "portfolio");

    /// <summary>Every key and word above.</summary>
    public static ImmutableArray<Bilingual> All { get; } =
    [
        .. typeof(Keys).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<Bilingual>(),
    ];
}
