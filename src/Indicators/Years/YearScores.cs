using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using Indicators.Compiled;
using Indicators.Feel;

namespace Indicators.Years;

/// <summary>What is kept of a project in one year: its points under the rules of that year and under those of the other, as whole numbers of their last decimal.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Grade">The name of its grade under its own rules; empty for none.</param>
/// <param name="Groups">The texts that put it into groups; empty where it has none.</param>
/// <param name="Own">The total, then every node, under the rules of its year.</param>
/// <param name="Crossed">The same under the rules of the other year; null where its evidence does not suit them.</param>
/// <param name="OnMissing">Of every node the points that in the crossed score only the policy for missing evidence settles.</param>
internal sealed record YearScores(string Id, string Grade, ImmutableArray<string> Groups, long[] Own, long[]? Crossed, long[] OnMissing)
{
    public byte[] Written()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Grade);
        writer.Write(Groups.Length);
        foreach (var group in Groups)
        {
            writer.Write(group);
        }

        Write(Own);
        writer.Write(Crossed is not null);
        Write(Crossed ?? []);
        Write(OnMissing);
        return bytes.ToArray();

        void Write(long[] numbers)
        {
            writer.Write(numbers.Length);
            foreach (var number in numbers)
            {
                writer.Write7BitEncodedInt64(number);
            }
        }
    }

    public static YearScores Read(string id, byte[] written)
    {
        using var reader = new BinaryReader(new MemoryStream(written), Encoding.UTF8);
        var grade = reader.ReadString();
        var groups = Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString()).ToImmutableArray();
        var own = Numbers();
        var isCrossed = reader.ReadBoolean();
        var crossed = Numbers();
        return new YearScores(id, grade, groups, own, isCrossed ? crossed : null, Numbers());

        long[] Numbers()
        {
            var numbers = new long[reader.ReadInt32()];
            for (var i = 0; i < numbers.Length; i++)
            {
                numbers[i] = reader.Read7BitEncodedInt64();
            }

            return numbers;
        }
    }
}

/// <summary>Scores the projects of one year under its own rules and under those of the other.</summary>
/// <param name="own">The rules of the year, with what projects are compared with.</param>
/// <param name="other">Those of the other year, with the same projects as they are under them.</param>
/// <param name="ledger">What is kept.</param>
/// <param name="groups">The fields that put projects into groups.</param>
internal sealed class YearScorer((RuleSet Rules, Portfolio? Peers) own, (RuleSet Rules, Portfolio? Peers) other, Ledger ledger, ImmutableArray<FieldDefinition> groups)
{
    private readonly CompiledExecutor ownExecutor = new(own.Rules);
    private readonly CompiledExecutor otherExecutor = new(other.Rules);

    /// <summary>Of the projects that can be scored; the others have a problem.</summary>
    public (List<YearScores> Scores, List<Diagnostic> Problems) Score(IReadOnlyList<Project> projects, CancellationToken cancel)
    {
        var (scores, problems) = (new List<YearScores>(projects.Count), new List<Diagnostic>());
        var sheet = ownExecutor.Score(projects, own.Peers, threads: 1, cancel);
        var crossable = projects.Select(p => p.Under(own.Rules, other.Rules)).ToList();
        var crossed = otherExecutor.Score([.. crossable.OfType<Project>()], other.Peers, threads: 1, cancel);
        var at = 0;
        for (var row = 0; row < projects.Count; row++)
        {
            var crossedRow = crossable[row] is null ? -1 : at++;
            if (sheet.Problem(row) is { } problem)
            {
                problems.Add(problem);
                continue;
            }

            var isCrossed = crossedRow >= 0 && crossed.Problem(crossedRow) is null;
            scores.Add(new YearScores(
                projects[row].Id,
                sheet.Grade(row)?.Name ?? "",
                [.. groups.Select(g => projects[row].Fields.GetValueOrDefault(g.Name)?.Value is Value.Text t ? t.Content.Trim() : "")],
                ledger.Points(sheet, own.Rules, row),
                isCrossed ? ledger.Points(crossed, other.Rules, crossedRow) : null,
                isCrossed ? ledger.OnMissing((crossed, other.Rules, crossedRow), (sheet, own.Rules, row)) : []));
        }

        return (scores, problems);
    }
}

/// <summary>The total and all nodes of two rule sets in one order, and how their points are whole numbers.</summary>
internal sealed class Ledger
{
    private readonly RuleSet before;
    private readonly Fraction[] scales;

    public Ledger(RuleSet before, RuleSet after)
    {
        this.before = before;
        Pairs = NodePair.Of(before, after);
        TotalPlaces = Math.Max(before.Root.Places, after.Root.Places);
        scales = [.. Pairs.Select(p => p.Places).Prepend(TotalPlaces).Select(p => new Fraction(BigInteger.Pow(10, p)))];
    }

    public ImmutableArray<NodePair> Pairs { get; }

    public int TotalPlaces { get; }

    /// <summary>The points of a sum of entries; 0 is the total, then the nodes.</summary>
    public Fraction Of(BigInteger sum, int entry) => new Fraction(sum) / scales[entry];

    public long[] Points(ScoreSheet sheet, RuleSet rules, int row) => All(rules, node => sheet.Published(node, row));

    /// <summary>The points of what is missing under the other rules and not under its own.</summary>
    public long[] OnMissing((ScoreSheet Sheet, RuleSet Rules, int Row) crossed, (ScoreSheet Sheet, RuleSet Rules, int Row) own) => All(crossed.Rules, node =>
        crossed.Sheet.State(node, crossed.Row) == ScoreState.Scored || own.Rules.Find(node.Code) is { } same && own.Sheet.State(same, own.Row) != ScoreState.Scored
            ? Fraction.Zero : crossed.Sheet.Maximum(node, crossed.Row).Round(node.Places));

    /// <summary>What a year's rules do not have scores zero there.</summary>
    private long[] All(RuleSet rules, Func<Node, Fraction> points)
    {
        var entries = new long[scales.Length];
        entries[0] = Scaled(points(rules.Root), 0);
        for (var i = 0; i < Pairs.Length; i++)
        {
            var node = ReferenceEquals(rules, before) ? Pairs[i].Before : Pairs[i].After;
            entries[i + 1] = node is null ? 0 : Scaled(points(node), i + 1);
        }

        return entries;
    }

    private long Scaled(Fraction points, int entry) => (long)(points * scales[entry]).Numerator;
}
