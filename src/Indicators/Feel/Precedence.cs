namespace Indicators.Feel;

/// <summary>How strongly the binary operators bind; negation binds strongest of all (FEEL: <c>-3 ** 2</c> is 9).</summary>
internal static class Precedence
{
    public const int Comparison = 3;
    public const int Sum = 4;

    public static (Operator Operator, int Strength)? Of(string symbol) => symbol switch
    {
        "or" => (Operator.Or, 1),
        "and" => (Operator.And, 2),
        "=" => (Operator.Equal, Comparison),
        "!=" => (Operator.NotEqual, Comparison),
        "<" => (Operator.Less, Comparison),
        "<=" => (Operator.LessOrEqual, Comparison),
        ">" => (Operator.Greater, Comparison),
        ">=" => (Operator.GreaterOrEqual, Comparison),
        "+" => (Operator.Add, Sum),
        "-" => (Operator.Subtract, Sum),
        "*" => (Operator.Multiply, 5),
        "/" => (Operator.Divide, 5),
        "**" => (Operator.Power, 6),
        _ => null,
    };

    public static string SymbolOf(Operator binary) => binary switch
    {
        Operator.Or => "or",
        Operator.And => "and",
        Operator.Equal => "=",
        Operator.NotEqual => "!=",
        Operator.Less => "<",
        Operator.LessOrEqual => "<=",
        Operator.Greater => ">",
        Operator.GreaterOrEqual => ">=",
        Operator.Add => "+",
        Operator.Subtract => "-",
        Operator.Multiply => "*",
        Operator.Divide => "/",
        _ => "**",
    };

    public static int Of(Operator binary) => binary switch
    {
        Operator.Or => 1,
        Operator.And => 2,
        < Operator.Add => Comparison,
        Operator.Add or Operator.Subtract => Sum,
        Operator.Multiply or Operator.Divide => 5,
        _ => 6,
    };
}
