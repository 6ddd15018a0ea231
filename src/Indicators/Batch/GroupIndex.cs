using System.Collections.Immutable;

namespace Indicators.Batch;

/// <summary>The scored projects in a database on disk that is thrown away afterwards: it puts them in groups, in bounded memory.</summary>
internal sealed class GroupIndex : IDisposable
{
    private readonly TemporaryDatabase database;
    private readonly RuleSet ruleSet;
    private readonly GroupedRows rows;

    public GroupIndex(RuleSet ruleSet, string path)
    {
        (this.ruleSet, database, rows) = (ruleSet, new TemporaryDatabase(path), new GroupedRows(ruleSet));
        string[] columns = [.. rows.Texts.SelectMany((_, i) => new[] { $"t{i}", $"k{i}" }), .. rows.Amounts.Select((_, i) => $"a{i}")];
        database.Execute($"create table project(ordinal integer primary key, id text, name text, score text{string.Concat(columns.Select(c => $", {c} text"))})");
    }

    /// <summary>Takes the projects in their order.</summary>
    public void Take(Stream grouped, CancellationToken cancel)
    {
        using var transaction = database.Begin();
        string[] parameters = [.. Enumerable.Range(0, 3 + 2 * rows.Texts.Length + rows.Amounts.Length).Select(i => $"$p{i}")];
        using var insert = database.Command($"insert into project values (null, {string.Join(", ", parameters)})", parameters);
        foreach (var row in rows.Read(grouped))
        {
            cancel.ThrowIfCancellationRequested();
            TemporaryDatabase.Run(insert, [row.Id, row.Name, row.Score, .. row.Texts.SelectMany(t => new[] { t, GroupedRow.KeyOf(t) }), .. row.Amounts]);
        }

        transaction.Commit();
        foreach (var flag in ruleSet.Across.Where(f => !f.Same.IsEmpty))
        {
            string[] keys = [.. flag.Same.Select(KeyColumn)];
            database.Execute($"create index if not exists by_{string.Join('_', keys)} on project({string.Join(", ", keys)})");
        }
    }

    /// <summary>The groups of a flag in the order of their keys, with their figures and those of their populations.</summary>
    public IEnumerable<(ImmutableArray<string> Keys, PortfolioGroup Group, GroupFigures Figures)> Groups(PortfolioFlag flag, CancellationToken cancel)
    {
        // The texts of the population come first, so that its groups follow each other.
        ImmutableArray<FieldDefinition> order = [.. flag.Population, .. flag.Same.Except(flag.Population)];
        using var populations = Runs(flag, flag.Population, cancel).GetEnumerator();
        populations.MoveNext();
        foreach (var (keys, texts, figures) in Runs(flag, order, cancel))
        {
            // A project without a text of the group may still be of the population, or be the only one of another.
            while (!populations.Current.Keys.SequenceEqual(keys.Take(flag.Population.Length)))
            {
                populations.MoveNext();
            }

            var shared = flag.Same.Select(f => texts[order.IndexOf(f)]).ToImmutableArray();
            yield return (
                [.. flag.Same.Select(f => keys[order.IndexOf(f)])],
                new PortfolioGroup(flag, shared, figures, populations.Current.Figures),
                figures);
        }
    }

    /// <summary>The projects of a group in their order; of their texts only the amount of the flag.</summary>
    public IEnumerable<(string Id, string Name, Fraction Score, Fraction? Amount)> Projects(PortfolioFlag flag, ImmutableArray<string> keys)
    {
        using var command = database.Command($"select id, name, score, {AmountColumn(flag)} from project {Where(flag.Same, i => $"= $k{i}")} order by ordinal", [.. keys.Select((_, i) => $"$k{i}")]);
        TemporaryDatabase.Set(command, [.. keys]);
        using var found = command.ExecuteReader();
        while (found.Read())
        {
            yield return (found.GetString(0), found.GetString(1), Fraction.Parse(found.GetString(2)), Amount(found.GetString(3)));
        }
    }

    public void Dispose() => database.Dispose();

    /// <summary>Projects that agree in these texts, a group at a time; those that lack one of them are in none.</summary>
    private IEnumerable<(ImmutableArray<string> Keys, ImmutableArray<string> Texts, GroupFigures Figures)> Runs(PortfolioFlag flag, ImmutableArray<FieldDefinition> fields, CancellationToken cancel)
    {
        var columns = fields.SelectMany(f => new[] { KeyColumn(f), $"t{rows.Texts.IndexOf(f)}" });
        using var command = database.Command($"select score, {string.Join(", ", [AmountColumn(flag), .. columns])} from project {Where(fields, _ => "<> ''")} order by {string.Join(", ", [.. fields.Select(KeyColumn), "ordinal"])}");
        using var found = command.ExecuteReader();
        ImmutableArray<string> keys = [], texts = [];
        var figures = new GroupFigures();
        while (found.Read())
        {
            cancel.ThrowIfCancellationRequested();
            if (figures.Projects > 0 && !keys.Index().All(k => found.GetString(2 + 2 * k.Index) == k.Item))
            {
                yield return (keys, texts, figures);
                figures = new GroupFigures();
            }

            if (figures.Projects == 0)
            {
                keys = [.. fields.Select((_, i) => found.GetString(2 + 2 * i))];
                texts = [.. fields.Select((_, i) => found.GetString(3 + 2 * i))];
            }

            figures.Add(Fraction.Parse(found.GetString(0)), Amount(found.GetString(1)));
        }

        if (figures.Projects > 0)
        {
            yield return (keys, texts, figures);
        }
    }

    private string Where(ImmutableArray<FieldDefinition> fields, Func<int, string> test) =>
        fields.IsEmpty ? "" : $"where {string.Join(" and ", fields.Select((f, i) => $"{KeyColumn(f)} {test(i)}"))}";

    private string KeyColumn(FieldDefinition field) => $"k{rows.Texts.IndexOf(field)}";

    private string AmountColumn(PortfolioFlag flag) => flag.Amount is { } amount ? $"a{rows.Amounts.IndexOf(amount)}" : "''";

    private static Fraction? Amount(string text) => text.Length == 0 ? null : Fraction.Parse(text);
}
