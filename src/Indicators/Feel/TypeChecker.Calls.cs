using System.Collections.Immutable;

namespace Indicators.Feel;

/// <summary>The types of calls: which function, which of its signatures, and what it returns.</summary>
internal sealed partial class TypeChecker
{
    /// <summary>What stands here for a function of a spreadsheet.</summary>
    private static readonly Dictionary<string, string> Spreadsheet = new(StringComparer.OrdinalIgnoreCase)
    {
        ["if"] = "if … then … else …",
        ["and"] = "a and b",
        ["or"] = "a or b",
        ["round"] = "四舍五入",
        ["average"] = "mean",
        ["counta"] = "count",
        ["isblank"] = "缺失",
        ["sumif"] = "sum(表[条件].列)",
        ["countif"] = "count(表[条件])",
    };

    private static Bilingual ExcelHint(string function) => Spreadsheet.TryGetValue(function, out var ours) ? new($"这里写“{ours}”。", $" Write “{ours}” here.")
        : DidYouMean.Hint(Function.Find(function.ToLowerInvariant()) is null ? function : function.ToLowerInvariant(), Function.Names);

    private FeelType Call(Expression.Call call, TypeScope scope)
    {
        if (scope.Find(call.Function) is { } bound and not (FeelType.Number or FeelType.Text or FeelType.Date or FeelType.Truth))
        {
            return Apply(call, call.Function, bound, call.Arguments, call.Names, scope);
        }

        if (Function.Find(call.Function) is not { } function)
        {
            diagnostics.Report(Messages.UnknownFunction, source.At(call.Span), call.Function, ExcelHint(call.Function));
            return FeelType.Unknown;
        }

        if (function.TakesCode && (call.Arguments is not [Expression.Text] || !call.Names.IsEmpty))
        {
            diagnostics.Report(Messages.CodeNotLiteral, source.At(call.Span), call.Function);
            return function.Signatures[0].Returns([FeelType.String]);
        }

        if (function.NeedsClock)
        {
            diagnostics.Report(Messages.NoClock, source.At(call.Span), call.Function);
            return FeelType.Unknown;
        }

        var arguments = call.Arguments.Select(a => Check(a, scope)).ToImmutableArray();
        if (function.TakesSurvey && arguments is [not FeelType.List { Traits.Survey: not null }])
        {
            diagnostics.Report(Messages.NotASurvey, source.At(call.Span), call.Function, source.Of(call.Arguments[0].Span));
            return FeelType.Ratio;
        }

        return function.Aggregates && (call.Names.IsEmpty || call.Names is ["list"])
            ? Aggregate(function, call, arguments)
            : Plain(function, call, arguments);
    }

    private FeelType Aggregate(Function function, Expression.Call call, ImmutableArray<FeelType> arguments)
    {
        if (arguments.IsEmpty)
        {
            diagnostics.Report(Messages.WrongArgumentCount, source.At(call.Span), call.Function, 1, 0);
            return FeelType.Unknown;
        }

        var fits = true;
        foreach (var (argument, type) in call.Arguments.Zip(arguments))
        {
            fits &= Fits(argument, function.Element, arguments.Length == 1 && type is FeelType.List list ? list.Element : type);
        }

        return fits ? function.Signatures[0].Returns(arguments) : FeelType.Unknown;
    }

    private FeelType Plain(Function function, Expression.Call call, ImmutableArray<FeelType> arguments)
    {
        var ways = function.Signatures
            .Select(s => (Signature: s, Types: s.Bind(arguments, call.Names), Parts: s.Bind(call.Arguments, call.Names)))
            .Where(w => w.Types is not null)
            .ToList();
        if (ways.Count == 0)
        {
            NoWay(function, call);
            return FeelType.Unknown;
        }

        foreach (var (signature, types, _) in ways)
        {
            if (types!.Value.Index().All(t => t.Item is null || signature.At(t.Index).Type.Accepts(t.Item)))
            {
                // A null argument may be meant for another signature.
                return ways.Count > 1 && arguments.Any(t => t is FeelType.Any)
                    && ways.Any(w => w.Signature.Result is not { } other || !other.Equals(signature.Result))
                        ? FeelType.Unknown
                        : signature.Returns([.. types.Value.Select(t => t ?? FeelType.Unknown)]);
            }
        }

        // None fits: said of the one whose first arguments fit best.
        var nearest = ways.MaxBy(w => w.Types!.Value.Index().TakeWhile(t => t.Item is null || w.Signature.At(t.Index).Type.Accepts(t.Item)).Count());
        foreach (var (i, type) in nearest.Types!.Value.Index())
        {
            if (type is not null)
            {
                Fits(nearest.Parts!.Value[i]!, nearest.Signature.At(i).Type, type);
            }
        }

        return FeelType.Unknown;
    }

    private void NoWay(Function function, Expression.Call call)
    {
        if (call.Names.IsEmpty)
        {
            var counts = function.Signatures.SelectMany(s => Enumerable.Range(s.Least, s.Parameters.Length - s.Least + 1)).Distinct().Order();
            diagnostics.Report(Messages.WrongArgumentCount, source.At(call.Span), call.Function, Words.Alternatives(counts), call.Arguments.Length);
            return;
        }

        diagnostics.Report(
            Messages.UnknownParameter,
            source.At(call.Span),
            call.Function,
            string.Join(", ", call.Names),
            Words.Alternatives(function.Signatures.Select(s => string.Join(", ", s.Parameters.Select(p => p.Name))).Distinct()));
    }

    private FeelType Invoke(Expression.Invoke invoke, TypeScope scope) =>
        Apply(invoke, source.Of(invoke.Function.Span), Check(invoke.Function, scope), invoke.Arguments, invoke.Names, scope);

    private FeelType Apply(
        Expression call, string name, FeelType type, ImmutableArray<Expression> arguments, ImmutableArray<string> names, TypeScope scope)
    {
        var given = arguments.Select(a => Check(a, scope)).ToImmutableArray();
        if (type is not FeelType.Function function)
        {
            if (type is not FeelType.Any)
            {
                diagnostics.Report(Messages.NotAFunction, source.At(call.Span), name);
            }

            return FeelType.Unknown;
        }

        if (!function.Parameters.IsDefault && function.Parameters.Length != given.Length)
        {
            diagnostics.Report(Messages.WrongArgumentCount, source.At(call.Span), name, function.Parameters.Length, given.Length);
        }
        else if (!function.Parameters.IsDefault && names.IsEmpty)
        {
            foreach (var (argument, (expected, found)) in arguments.Zip(function.Parameters.Zip(given)))
            {
                Fits(argument, expected, found);
            }
        }

        return function.Result;
    }

    private FeelType.Function Lambda(Expression.Lambda lambda, TypeScope scope)
    {
        var parameters = lambda.Parameters.Select(p => p.Type is { } type ? Known(type, lambda.Span) : FeelType.Unknown).ToImmutableArray();
        foreach (var (parameter, type) in lambda.Parameters.Zip(parameters))
        {
            scope = scope.With(parameter.Name, type);
        }

        return new FeelType.Function(parameters, Check(lambda.Body, scope));
    }
}
