using System.Numerics;

namespace Indicators.Feel;

/// <summary>The operators + − × ÷ ** on numbers, texts, dates, times and durations.</summary>
internal static class Arithmetic
{
    public static Value.Missing ByZero { get; } = Value.Undefined(new("除数为零", "division by zero"));

    public static Value.Missing TooLarge { get; } = Value.Undefined(new("数太大，或指数不合用", "the number is too large, or has no such power"));

    public static Value.Missing TooLong { get; } = Value.Undefined(new($"文字超过 {Limits.TextLength} 个字符", $"the text has more than {Limits.TextLength} characters"));

    public static Value.Missing WrongArguments { get; } = Value.Undefined(new("参数的个数、名称或类型不对", "the number, names or types of the arguments are wrong"));

    public static Value.Missing WrongOperands { get; } = Value.Undefined(new("运算的两边类型不合", "the operator does not take these types"));

    public static Value.Missing NoOrder { get; } = Value.Undefined(new("这些值不能比较大小", "these values have no order"));

    public static Value.Missing NoSuchNumber { get; } = Value.Undefined(new("这个数没有这样的函数值", "the function has no value for this number"));

    public static Value Apply(Operator operation, Value left, Value right, Budget budget) => (operation, left, right) switch
    {
        (_, Value.Number x, Value.Number y) => OfNumbers(operation, x.Amount, y.Amount, budget),
        (Operator.Add, Value.Text x, Value.Text y) => Joined(x.Content, y.Content, budget),
        (Operator.Add, Value.DayTimeDuration or Value.YearMonthDuration, Value.Date or Value.Time or Value.DateTime) => Moved(right, left, 1),
        (Operator.Add or Operator.Subtract, Value.Date or Value.Time or Value.DateTime, Value.DayTimeDuration or Value.YearMonthDuration) =>
            Moved(left, right, operation == Operator.Add ? 1 : -1),
        (Operator.Subtract, Value.Time x, Value.Time y) when x.Zone is null == y.Zone is null => new Value.DayTimeDuration(x.Instant() - y.Instant()),
        (Operator.Subtract, Value.Date or Value.DateTime, Value.Date or Value.DateTime) => Between(Moment(left), Moment(right)),
        (Operator.Add, Value.DayTimeDuration x, Value.DayTimeDuration y) => Days(x.Seconds + y.Seconds),
        (Operator.Subtract, Value.DayTimeDuration x, Value.DayTimeDuration y) => Days(x.Seconds - y.Seconds),
        (Operator.Add, Value.YearMonthDuration x, Value.YearMonthDuration y) => Months(new Fraction(x.Months + y.Months)),
        (Operator.Subtract, Value.YearMonthDuration x, Value.YearMonthDuration y) => Months(new Fraction(x.Months - y.Months)),
        (Operator.Multiply, Value.Number x, Value.DayTimeDuration y) => Days(Multiply(x.Amount, y.Seconds, budget)),
        (Operator.Multiply, Value.DayTimeDuration x, Value.Number y) => Days(Multiply(x.Seconds, y.Amount, budget)),
        (Operator.Multiply, Value.Number x, Value.YearMonthDuration y) => Months(Multiply(x.Amount, new Fraction(y.Months), budget)),
        (Operator.Multiply, Value.YearMonthDuration x, Value.Number y) => Months(Multiply(new Fraction(x.Months), y.Amount, budget)),
        (Operator.Divide, Value.DayTimeDuration x, Value.Number y) => y.Amount.IsZero ? ByZero : Days(Multiply(x.Seconds, Fraction.One / y.Amount, budget)),
        (Operator.Divide, Value.YearMonthDuration x, Value.Number y) =>
            y.Amount.IsZero ? ByZero : Months(Multiply(new Fraction(x.Months), Fraction.One / y.Amount, budget)),
        (Operator.Divide, Value.DayTimeDuration x, Value.DayTimeDuration y) => y.Seconds.IsZero ? ByZero : Made(x.Seconds / y.Seconds, budget),
        (Operator.Divide, Value.YearMonthDuration x, Value.YearMonthDuration y) => y.Months.IsZero ? ByZero : Made(new Fraction(x.Months, y.Months), budget),
        _ => WrongOperands,
    };

    public static Value Negate(Value operand) => operand switch
    {
        Value.Number x => Value.Of(-x.Amount),
        Value.DayTimeDuration d => new Value.DayTimeDuration(-d.Seconds),
        Value.YearMonthDuration d => new Value.YearMonthDuration(-d.Months),
        _ => WrongOperands,
    };

    /// <summary>A number that was worked out: what made it is paid for, and one that has grown too long is undefined.</summary>
    public static Value Made(Fraction number, Budget budget)
    {
        Pay(number.Bits, budget);
        return number.Bits <= Limits.NumberBits ? Value.Of(number) : TooLarge;
    }

    /// <summary>Paid for before the work, for long factors.</summary>
    public static Fraction Multiply(Fraction x, Fraction y, Budget budget)
    {
        Pay(x.Bits + y.Bits, budget);
        return x * y;
    }

    private static void Pay(long bits, Budget budget) => budget.Spend(1 + ((bits * bits) >> 14));

    private static Value OfNumbers(Operator operation, Fraction x, Fraction y, Budget budget)
    {
        Pay(x.Bits + y.Bits, budget);
        return operation switch
        {
            Operator.Add => Made(x + y, budget),
            Operator.Subtract => Made(x - y, budget),
            Operator.Multiply => Made(x * y, budget),
            Operator.Divide => y.IsZero ? ByZero : Made(x / y, budget),
            _ => Power(x, y, budget),
        };
    }

    private static Value Power(Fraction x, Fraction y, Budget budget)
    {
        if (y.Sign < 0 && x.IsZero)
        {
            return ByZero;
        }

        if (!y.IsInteger)
        {
            budget.Spend(1000);
            return Irrational.Power(x, y) is { } root ? Made(root, budget) : TooLarge;
        }

        if (x.IsZero || Fraction.Abs(x) == 1)
        {
            return Value.Of(x == 1 || y.IsZero || (x.Sign < 0 && y.Numerator.IsEven) ? Fraction.One : x);
        }

        var times = BigInteger.Abs(y.Numerator);
        if (times * x.Bits > Limits.PowerBits)
        {
            return TooLarge;
        }

        var power = new Fraction(BigInteger.Pow(x.Numerator, (int)times), BigInteger.Pow(x.Denominator, (int)times));
        return Made(y.Sign < 0 ? Fraction.One / power : power, budget);
    }

    private static Value Joined(string left, string right, Budget budget)
    {
        budget.Spend((left.Length + right.Length) / 4);
        return left.Length + right.Length <= Limits.TextLength ? Value.Of(left + right) : TooLong;
    }

    private static Value Moved(Value from, Value duration, int sign) => (from, duration) switch
    {
        (Value.Date d, Value.DayTimeDuration by) => d.Plus(sign * by.Seconds),
        (Value.DateTime d, Value.DayTimeDuration by) => d.Plus(sign * by.Seconds),
        (Value.Time t, Value.DayTimeDuration by) => t.Plus(sign * by.Seconds),
        (Value.Date d, Value.YearMonthDuration by) => d.Day.PlusMonths(sign * by.Months, day => new Value.Date(day)),
        (Value.DateTime d, Value.YearMonthDuration by) => d.Day.PlusMonths(sign * by.Months, day => d with { Day = day }),
        _ => WrongOperands,
    };

    private static Value.DateTime Moment(Value value) => value as Value.DateTime ?? ((Value.Date)value).Midnight();

    /// <summary>A local time and one with a zone lie no certain time apart.</summary>
    private static Value Between(Value.DateTime left, Value.DateTime right) => left.Zone is null == right.Zone is null
        ? new Value.DayTimeDuration(left.Instant() - right.Instant())
        : WrongOperands;

    private static Value Days(Fraction seconds) => seconds.Bits <= Limits.NumberBits ? new Value.DayTimeDuration(seconds) : TooLarge;

    /// <summary>Months are whole; what is left of one is cut off.</summary>
    private static Value Months(Fraction months) => months.Bits <= Limits.NumberBits
        ? new Value.YearMonthDuration(BigInteger.Divide(months.Numerator, months.Denominator))
        : TooLarge;
}
