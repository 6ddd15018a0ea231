namespace Indicators.Feel;

/// <summary>Which unit the result of an operation is shown in; it never changes a digit.</summary>
internal static class Units
{
    public static string? Of(Operator operation, string? a, string? b) => operation switch
    {
        Operator.Add or Operator.Subtract => a ?? b,
        Operator.Multiply when a is null or FeelType.Percent => b,
        Operator.Multiply when b is null or FeelType.Percent => a,
        Operator.Multiply => a == FeelType.Yuan || b == FeelType.Yuan ? FeelType.Yuan : null,
        Operator.Divide when a is not null && a == b => FeelType.Percent,
        Operator.Divide when b is null || a == FeelType.Yuan => a,
        _ => null,
    };
}
