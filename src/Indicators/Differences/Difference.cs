namespace Indicators.Differences;

/// <summary>What kind of change a reader of the regulation would call it.</summary>
public enum DifferenceKind
{
    /// <summary>新增: a dimension, criterion, indicator or point.</summary>
    Came,

    /// <summary>删除.</summary>
    Went,

    /// <summary>移动: under another parent, or to another place among the points.</summary>
    Moved,

    /// <summary>顺序: the same parts in another order.</summary>
    Order,

    /// <summary>分值, 占比, or the cap of a bonus.</summary>
    Weight,

    /// <summary>依据.</summary>
    Basis,

    /// <summary>文字: 名称, 口径, 逆向, 编号.</summary>
    Wording,

    /// <summary>阈值: nothing but numbers of a method.</summary>
    Threshold,

    /// <summary>方法: how it scores.</summary>
    Method,

    /// <summary>取值: what is measured.</summary>
    Value,

    /// <summary>设置: 缺失, 小数位, 步长, 部分得分.</summary>
    Setting,

    /// <summary>等级.</summary>
    Grades,

    /// <summary>疑点和核对.</summary>
    Flag,

    /// <summary>数据、表、计算.</summary>
    Evidence,

    /// <summary>The rest of rule-set.yaml.</summary>
    Header,

    /// <summary>书写: written in another way, although no part says anything else.</summary>
    Writing,

    /// <summary>附注: what does not count for the digest, such as 说明.</summary>
    Note,
}

/// <summary>One change from one rule set to another.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Part">The key, or the keys down to it, such as 增减.每低.</param>
/// <param name="Before">What stood there; null where nothing did.</param>
/// <param name="After">What stands there now; null where nothing does.</param>
/// <param name="PlaceBefore">Where it stood.</param>
/// <param name="PlaceAfter">Where it stands now.</param>
public sealed record Difference(
    DifferenceKind Kind, Subject Subject, Bilingual Part, Phrase? Before, Phrase? After, Place? PlaceBefore, Place? PlaceAfter);

/// <summary>What a difference is about: an indicator, a flag, a field.</summary>
/// <param name="Section">The dimension, or the part of the rule set outside the tree.</param>
/// <param name="Code">The code, or the name of what has none; empty where the section itself is meant.</param>
/// <param name="Name">The name.</param>
public sealed record Subject(Bilingual Section, string Code, string Name);
