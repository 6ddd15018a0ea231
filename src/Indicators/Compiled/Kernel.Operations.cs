using System.Numerics;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;

namespace Indicators.Compiled;

/// <summary>The instructions as operations on vectors.</summary>
internal static partial class Kernel
{
    /// <summary>The operands are on the stack.</summary>
    private static void Operate(ILGenerator il, Operation operation)
    {
        switch (operation)
        {
            case Operation.FloorDivide:
                il.Emit(OpCodes.Call, typeof(Kernel).GetMethod(nameof(Quotient), BindingFlags.Static | BindingFlags.NonPublic)!);
                break;
            case Operation.Ratio:
                il.Emit(OpCodes.Call, Operator("op_Division"));
                il.Emit(OpCodes.Call, typeof(Vector).GetMethod(nameof(Vector.Floor), [typeof(Vector<double>)])!);
                break;
            case Operation.Rounded:
                il.Emit(OpCodes.Call, Operator("op_Division"));
                il.Emit(OpCodes.Ldc_R8, 0.5);
                il.Emit(OpCodes.Newobj, typeof(Vector<double>).GetConstructor([typeof(double)])!);
                il.Emit(OpCodes.Call, Operator("op_Addition"));
                il.Emit(OpCodes.Call, typeof(Vector).GetMethod(nameof(Vector.Floor), [typeof(Vector<double>)])!);
                break;
            default:
                il.Emit(OpCodes.Call, operation switch
                {
                    Operation.Add => Operator("op_Addition"),
                    Operation.Subtract => Operator("op_Subtraction"),
                    Operation.Multiply => Operator("op_Multiply"),
                    Operation.And => Operator("op_BitwiseAnd"),
                    Operation.Or => Operator("op_BitwiseOr"),
                    Operation.Minimum => Generic(nameof(Vector.MinNative)),
                    Operation.Maximum => Generic(nameof(Vector.MaxNative)),
                    Operation.Less => Generic(nameof(Vector.LessThan)),
                    Operation.LessOrEqual => Generic(nameof(Vector.LessThanOrEqual)),
                    Operation.Equal => Generic(nameof(Vector.Equals)),
                    Operation.AndNot => Generic(nameof(Vector.AndNot)),
                    Operation.Select => Generic(nameof(Vector.ConditionalSelect)),
                    _ => throw new InvalidOperationException($"{operation} is no step."),
                });
                break;
        }

        static MethodInfo Operator(string name) => typeof(Vector<double>).GetMethod(name, [typeof(Vector<double>), typeof(Vector<double>)])!;

        static MethodInfo Generic(string name) => typeof(Vector).GetMethods().Single(m => m.Name == name && m.IsGenericMethodDefinition && m.ReturnType.IsGenericType).MakeGenericMethod(typeof(double));
    }

    /// <summary>The quotient of doubles, put right by the exact remainder; FMA and reciprocals have no place here.</summary>
    private static Vector<double> Quotient(Vector<double> a, Vector<double> b)
    {
        var quotient = Vector.Floor(a / b);
        var rest = a - quotient * b;
        quotient -= Vector.ConditionalSelect(Vector.LessThan(rest, Vector<double>.Zero), Vector<double>.One, Vector<double>.Zero);
        return quotient + Vector.ConditionalSelect(Vector.GreaterThanOrEqual(rest, b), Vector<double>.One, Vector<double>.Zero);
    }
}
