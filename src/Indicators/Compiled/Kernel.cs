using System.Numerics;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;

namespace Indicators.Compiled;

/// <summary>
/// A stretch of a program as one method, made when it is first run: a few rows at a time go through all of its instructions,
/// and what lies between two of them stays in a register of the processor.
/// </summary>
internal static partial class Kernel
{
    /// <summary>Runs over some rows.</summary>
    /// <param name="columns">What loads read, from <paramref name="from"/> on.</param>
    /// <param name="from">The first row in the columns.</param>
    /// <param name="scratch">What earlier stretches left for later ones, from 0 on.</param>
    /// <param name="outputs">What is written, from <paramref name="at"/> on.</param>
    /// <param name="at">The first row in the outputs.</param>
    /// <param name="rows">A multiple of the rows that go at a time.</param>
    public delegate void Run(double[][] columns, int from, double[][] scratch, double[][] outputs, int at, int rows);

    private static readonly MethodInfo Data = typeof(MemoryMarshal).GetMethods()
        .Single(m => m.Name == nameof(MemoryMarshal.GetArrayDataReference) && m.IsGenericMethod).MakeGenericMethod(typeof(double));

    /// <param name="steps">The instructions, by number, each after those that it reads.</param>
    /// <param name="stretch">What each of them is, where its operands lie, and where its result goes.</param>
    public static Run Make(IReadOnlyList<int> steps, Stretch stretch)
    {
        var method = new DynamicMethod("kernel", typeof(void), typeof(Run).GetMethod("Invoke")!.GetParameters().Select(p => p.ParameterType).ToArray(), typeof(Kernel).Module, skipVisibility: true);
        var il = method.GetILGenerator();
        var (row, end) = (il.DeclareLocal(typeof(nint)), il.DeclareLocal(typeof(nint)));
        var (input, output) = (il.DeclareLocal(typeof(nint)), il.DeclareLocal(typeof(nint)));
        Bytes(5, end);
        il.Emit(OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Conv_I);
        il.Emit(OpCodes.Stloc, row);
        Bytes(1, input);
        Bytes(4, output);
        var (test, loop) = (il.DefineLabel(), il.DefineLabel());
        il.Emit(OpCodes.Br, test);
        il.MarkLabel(loop);
        var locals = new Dictionary<int, LocalBuilder>();
        foreach (var step in steps)
        {
            foreach (var operand in stretch.Operands(step).Distinct().Where(o => !locals.ContainsKey(o)))
            {
                Load(operand);
            }

            foreach (var operand in stretch.Operands(step))
            {
                il.Emit(OpCodes.Ldloc, locals[operand]);
            }

            Operate(il, stretch.Instructions[step].Operation);
            Keep(step);
            Leave(step);
        }

        foreach (var passed in stretch.Passed)
        {
            if (!locals.ContainsKey(passed))
            {
                Load(passed);
            }

            Leave(passed);
        }

        foreach (var offset in new[] { row, input, output })
        {
            il.Emit(OpCodes.Ldloc, offset);
            il.Emit(OpCodes.Ldc_I4, Vector<byte>.Count);
            il.Emit(OpCodes.Conv_I);
            il.Emit(OpCodes.Add);
            il.Emit(OpCodes.Stloc, offset);
        }

        il.MarkLabel(test);
        il.Emit(OpCodes.Ldloc, row);
        il.Emit(OpCodes.Ldloc, end);
        il.Emit(OpCodes.Blt, loop);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<Run>();

        // A number of rows, in bytes of a column.
        void Bytes(byte argument, LocalBuilder to)
        {
            il.Emit(OpCodes.Ldarg_S, argument);
            il.Emit(OpCodes.Conv_I);
            il.Emit(OpCodes.Ldc_I4, sizeof(double));
            il.Emit(OpCodes.Conv_I);
            il.Emit(OpCodes.Mul);
            il.Emit(OpCodes.Stloc, to);
        }

        void Load(int operand)
        {
            var instruction = stretch.Instructions[operand];
            if (instruction.Operation == Operation.Constant)
            {
                il.Emit(OpCodes.Ldc_R8, instruction.Value);
                il.Emit(OpCodes.Newobj, typeof(Vector<double>).GetConstructor([typeof(double)])!);
            }
            else
            {
                var isColumn = instruction.Operation == Operation.Load;
                Address(isColumn ? OpCodes.Ldarg_0 : OpCodes.Ldarg_2, isColumn ? (int)instruction.Value : stretch.Slots[operand], isColumn ? input : row);
                il.Emit(OpCodes.Ldobj, typeof(Vector<double>));
            }

            Keep(operand);
        }

        void Keep(int number)
        {
            locals[number] = il.DeclareLocal(typeof(Vector<double>));
            il.Emit(OpCodes.Stloc, locals[number]);
        }

        // Into the outputs, and into the scratch where a later stretch reads it.
        void Leave(int number)
        {
            foreach (var place in stretch.OutputsOf(number))
            {
                Store(OpCodes.Ldarg_3, place, output);
            }

            if (stretch.Slots.TryGetValue(number, out var slot))
            {
                Store(OpCodes.Ldarg_2, slot, row);
            }

            void Store(OpCode arrays, int index, LocalBuilder offset)
            {
                Address(arrays, index, offset);
                il.Emit(OpCodes.Ldloc, locals[number]);
                il.Emit(OpCodes.Stobj, typeof(Vector<double>));
            }
        }

        void Address(OpCode arrays, int index, LocalBuilder offset)
        {
            il.Emit(arrays);
            il.Emit(OpCodes.Ldc_I4, index);
            il.Emit(OpCodes.Ldelem_Ref);
            il.Emit(OpCodes.Call, Data);
            il.Emit(OpCodes.Ldloc, offset);
            il.Emit(OpCodes.Add);
        }
    }
}
