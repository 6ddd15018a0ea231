using Indicators.Feel;
using Indicators.Methods;

namespace Indicators.Compiled;

/// <summary>Columns that hold what the reference works out: parts of expressions, and whole indicators.</summary>
internal sealed partial class Columns
{
    /// <summary>A part of an expression that the reference works out for each project; null where its type has no column.</summary>
    /// <param name="part">Such as a sum over a table.</param>
    /// <param name="type">Its type.</param>
    /// <param name="parts">How many there are in all: they share the time that one expression may take.</param>
    /// <param name="emitter">Takes the loads.</param>
    /// <param name="cap">Figures beyond go to the reference.</param>
    public Lifted? Part(Expression part, FeelType type, Func<int> parts, Emitter emitter, Int128 cap)
    {
        var missing = LoadSparse(emitter, Take(PartTakes.Missing, " ?"), 4);
        switch (type)
        {
            case FeelType.Number when Calls(part, "mean", "satisfaction", "median"):
                // What is no decimal is a fraction of two integers.
                var small = Int128.Min(cap, 1 << 24);
                return new Lifted.Number(
                    Fraction.One, emitter.Load(Take(PartTakes.Numerator, " /"), 0, small), emitter.Load(Take(PartTakes.Denominator, " //"), 1, small), missing);
            case FeelType.Number number:
                var units = number.Unit == FeelType.Yuan ? UnitsOf(FieldKind.Money) : UnitsOf(FieldKind.Number);
                var low = part is Expression.Path || (part is Expression.Call && !Calls(part, "sum", "min", "max", "count")) ? -cap : 0;
                return new Lifted.Number(new Fraction(1, units), emitter.Load(Take(PartTakes.Value, "", units), low, cap), null, missing);
            case FeelType.Truth:
                return new Lifted.Truth(emitter.LoadMask(Take(PartTakes.Value, "", isMask: true)), missing);
            default:
                return null;
        }

        int Take(PartTakes takes, string suffix, long units = 1, bool isMask = false)
        {
            var worked = new WorkedPart(part, takes, units);
            return Of(new Column(Printer.Print(part) + suffix, isMask, row => worked.FigureOf(row.ValueOf(part, parts()))) { IsWorkedOut = true, Of = worked });
        }
    }

    /// <summary>Whether it calls one of these functions, by whichever of its names.</summary>
    private static bool Calls(Expression part, params string[] functions) =>
        part is Expression.Call { Function: var name } && Function.Find(name) is { } function && functions.Contains(function.Name);

    /// <summary>A number that the reference works out for each project.</summary>
    public int Worked(string name, Emitter emitter, Int128 high, Func<ReferenceRow, double> read) => emitter.Load(Of(Worked(name, read)), 0, high);

    public int WorkedMask(string name, Emitter emitter, Func<ReferenceRow, bool> read) => emitter.LoadMask(Of(new Column(name, true, row => read(row) ? Emitter.AllBits : 0) { IsWorkedOut = true }));

    private static Column Worked(string name, Func<ReferenceRow, double> read) => new(name, false, read) { IsWorkedOut = true };
}
