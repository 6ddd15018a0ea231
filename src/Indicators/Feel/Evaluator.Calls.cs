using System.Collections.Immutable;

namespace Indicators.Feel;

/// <summary>Calls of built-in functions and of those that are written in the expression.</summary>
internal sealed partial class Evaluator
{
    private Value Call(Expression.Call call, Frame? frame)
    {
        var function = Frame.Find(frame, call.Function, budget)
            ?? (Function.Find(call.Function) is { } builtIn ? new Value.Function(builtIn)
            : Value.Undefined(new($"没有函数“{call.Function}”", $"there is no function “{call.Function}”")));
        return Invoke(function, call.Arguments, call.Names, frame);
    }

    private Value Invoke(Value function, ImmutableArray<Expression> arguments, ImmutableArray<string> names, Frame? frame) => function switch
    {
        Value.Function f => Apply(f, [.. arguments.Select(a => Evaluate(a, frame))], names),
        Value.Missing => function,
        _ => Value.Undefined(new("这不是函数", "this is no function")),
    };

    private Value Apply(Value.Function function, ImmutableArray<Value> arguments, ImmutableArray<string> names) =>
        function.Written is { } written ? Written(written, function.Around, arguments, names)
        : function.BuiltIn!.Aggregates ? Aggregate(function.BuiltIn, arguments, names)
        : BuiltIn(function.BuiltIn, arguments, names);

    private Value Written(Expression.Lambda function, Frame? around, ImmutableArray<Value> arguments, ImmutableArray<string> names)
    {
        var frame = around;
        if (arguments.Length != function.Parameters.Length || names.Distinct().Count() != names.Length)
        {
            return Arithmetic.WrongArguments;
        }

        foreach (var (i, parameter) in function.Parameters.Index())
        {
            var index = names.IsEmpty ? i : names.IndexOf(parameter.Name);
            if (index < 0 || Fitting(arguments[index], parameter.Type?.Type ?? FeelType.Unknown) is not { } argument)
            {
                return Arithmetic.WrongArguments;
            }

            frame = new Frame(parameter.Name, argument, frame);
        }

        return budget.Call(() => Evaluate(function.Body, frame));
    }

    /// <summary>The first of its signatures that takes these arguments; a null fits anywhere and makes the result null.</summary>
    private Value BuiltIn(Function function, ImmutableArray<Value> arguments, ImmutableArray<string> names)
    {
        for (var way = 0; way < function.Signatures.Length; way++)
        {
            var signature = function.Signatures[way];
            if (signature.Bind(arguments, names) is not { } bound)
            {
                continue;
            }

            var values = bound.Select((v, i) => v is null ? null : Fitting(v, signature.At(i).Type)).ToImmutableArray();
            if (values.Zip(bound).Any(p => p.First is null && p.Second is not null))
            {
                continue;
            }

            var absent = values.Where((v, i) => v is Value.Missing && !signature.At(i).Nullable).OfType<Value.Missing>().ToList();
            return absent.Count > 0 ? Value.Worst(absent) : function.Apply(Arguments(way, values));
        }

        return Arithmetic.WrongArguments;
    }

    private Value Aggregate(Function function, ImmutableArray<Value> arguments, ImmutableArray<string> names)
    {
        if (arguments.IsEmpty || !(names.IsEmpty || names is ["list"]))
        {
            return Arithmetic.WrongArguments;
        }

        var items = arguments is [Value.List list] ? list.Items : arguments;
        if (items is [Value.Missing missing] && arguments is [Value.Missing])
        {
            return missing;
        }

        items = items.RemoveAll(a => a is Value.Missing { State: MissingState.NotApplicable });
        budget.Spend(items.Length);
        return !function.SeesMissing && items.Any(a => a is Value.Missing) ? Absent(items)
            : items.All(a => a is Value.Missing || function.Element.Includes(a)) ? function.Apply(Arguments(0, items.CastArray<Value?>()))
            : Arithmetic.WrongArguments;
    }

    private Arguments Arguments(int way, ImmutableArray<Value?> values) =>
        new(way, values, scope, budget, (function, arguments) => Apply(function, arguments, []));

    /// <summary>The value as a parameter of this type takes it: an item for a list of it, a list of one for its item; null where it does not fit.</summary>
    private static Value? Fitting(Value value, FeelType type) => value switch
    {
        Value.Missing => value,
        _ when type.Includes(value) => value,
        Value.List { Items: [var only] } when type is not FeelType.List && type.Includes(only) => only,
        not Value.List when type is FeelType.List => Fitting(new Value.List([value]), type),
        _ => null,
    };
}
