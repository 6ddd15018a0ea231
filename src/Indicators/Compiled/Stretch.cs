namespace Indicators.Compiled;

/// <summary>What the stretches of a program share: the instructions, where results go, and what passes from one stretch to a later one.</summary>
/// <param name="Instructions">All of the program.</param>
/// <param name="Outputs">Of each output the instruction; a constant is none.</param>
/// <param name="Slots">The places in the scratch, by instruction.</param>
/// <param name="Passed">Columns that are outputs as they are.</param>
internal sealed record Stretch(
    IReadOnlyList<Instruction> Instructions, ILookup<int, int> Outputs, IReadOnlyDictionary<int, int> Slots, IReadOnlyCollection<int> Passed)
{
    public IEnumerable<int> OutputsOf(int number) => Outputs[number];

    public IEnumerable<int> Operands(int number) => Instructions[number].Operands;
}
