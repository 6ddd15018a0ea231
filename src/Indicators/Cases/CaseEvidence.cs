using System.Collections.Immutable;
using Indicators.Csv;
using Indicators.Feel;
using Indicators.Loading;
using Indicators.Yaml;

namespace Indicators.Cases;

/// <summary>The evidence of a case: its folder, with what 改 puts over it. Texts are read as in a CSV file.</summary>
internal sealed class CaseEvidence(RuleSet ruleSet, Diagnostics problems)
{
    private const string Id = "1";

    private readonly Drafts drafts = new(problems);
    private readonly Dictionary<string, List<(string Text, YamlValue Yaml)>> findings = [];

    /// <summary>The project of the case among those of its evidence; null after reporting why there is none.</summary>
    public (Project Project, ImmutableArray<Project> All)? Read(Case test)
    {
        var read = test.Evidence is { } path ? EvidenceReader.Read(path, ruleSet) : new EvidenceSet([], [], []);
        problems.AddRange(read.Problems);
        var under = test.Evidence is null ? new Project { Id = Id } : read.Projects.FirstOrDefault(p => test.Project is null || p.Id == test.Project);
        if (under is null || (read.Projects.Length > 1 && test.Project is null))
        {
            problems.Report(Messages.CaseWhichProject, test.Place, Words.Listed([.. read.Projects.Select(p => p.Id)]));
            return null;
        }

        Take(ProjectFiles.ReadWide, CsvFile.Of(test.Place, (EvidenceWords.Project.Zh, Id)));
        drafts.Listed = true;
        foreach (var change in test.Changes)
        {
            Change(change);
        }

        foreach (var finding in findings.SelectMany(f => f.Value.Select(v => (Code: f.Key, v.Text, v.Yaml))))
        {
            Finding(finding.Code, finding.Text, finding.Yaml);
        }

        var before = problems.Count;
        // Before the draft fills in blanks for what is required, which the folder may have.
        var given = drafts.All[0].Fields.Keys.ToHashSet();
        var project = Over(under, drafts.All[0].ToProject(ruleSet), given);
        EvidenceCheck.Check(project, ruleSet, problems);
        return problems.Skip(before).Any(d => d.Severity == Severity.Error) || drafts.All[0].Rejected
            ? null
            : (project, [.. read.Projects.Select(p => p == under ? project : p).DefaultIfEmpty(project)]);
    }

    private void Change(YamlEntry change)
    {
        var path = change.Key.Content;
        if (ruleSet.Schema.FieldCalled(path) is { } field)
        {
            Value(change.Value, (value, source) => Take(ProjectFiles.ReadLong, CsvFile.Of(
                change.Value.Place, (EvidenceWords.Project.Zh, Id), (EvidenceWords.Field.Zh, field.Name), (EvidenceWords.Value.Zh, value), (EvidenceWords.Source.Zh, source))));
        }
        else if (path.Split('.') is [var name, .. var key, var column] && ruleSet.Schema.Table(name) is { } table && key.Length > 0)
        {
            Cell(table, string.Join('.', key), column, change);
        }
        else
        {
            foreach (var code in path.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                Findings(code, change);
            }
        }
    }

    /// <summary>A value, alone or with the 来源 that makes it evidence.</summary>
    private void Value(YamlValue yaml, Action<string, string> take)
    {
        var context = new LoadContext(problems);
        if (yaml is not YamlMap)
        {
            if (context.Text(yaml) is { } text)
            {
                take(text.Content, "");
            }

            return;
        }

        var map = context.Map(yaml)!;
        var (value, source) = (map.RequireText(Keys.YearValue), map.TakeText(Keys.Source));
        map.Finish();
        if (value is not null)
        {
            take(value.Content, source?.Content ?? "");
        }
    }

    private void Cell(TableDefinition table, string key, string column, YamlEntry change)
    {
        if (table.Key.IsEmpty)
        {
            problems.Report(Messages.CaseTableWithoutKey, change.Key.Place, table.Name);
            return;
        }

        var keys = table.Key.Zip(key.Split('/'), (name, text) => (name, text.Trim())).ToArray();
        if (table.Columns.All(c => c.Name != column) || keys.Length != table.Key.Length)
        {
            problems.Report(Messages.CaseUnknownPath, change.Key.Place, change.Key.Content, DidYouMean.Hint(column, table.Columns.Select(c => c.Name)));
            return;
        }

        Value(change.Value, (value, source) =>
        {
            (string, string)[] cells = [(EvidenceWords.Project.Zh, Id), .. keys.Where(k => k.name != column), (column, value), (EvidenceWords.Source.Zh, source)];
            var row = new Drafts(problems);
            Read(ProjectFiles.ReadWide, CsvFile.Of(change.Key.Place, (EvidenceWords.Project.Zh, Id)), row);
            row.Listed = true;
            Read(file => TableFile.Read(file, table), CsvFile.Of(change.Value.Place, cells), row);
            drafts.All[0].Rejected |= row.All[0].Rejected;
            foreach (var added in row.All[0].ToProject(ruleSet).Tables.GetValueOrDefault(table.Name, []))
            {
                drafts.All[0].Add(table.Name, added);
            }
        });
    }

    /// <summary>A code, or the start of codes with a star: every judged leaf below it. What comes later takes the place of what came before.</summary>
    private void Findings(string code, YamlEntry change)
    {
        ImmutableArray<string> codes = code.EndsWith('*')
            ? [.. ruleSet.Root.Leaves.Where(l => l.Code.StartsWith(code[..^1], StringComparison.Ordinal) && Takes(l, change.Value)).Select(l => l.Code)]
            : ruleSet.Find(code) is { } node ? [node.Code] : [];
        if (codes.IsEmpty)
        {
            var known = ruleSet.Schema.Fields.Select(f => f.Name).Concat(ruleSet.Schema.Tables.Select(t => t.Name)).Concat(ruleSet.Root.All.Select(n => n.Code));
            problems.Report(Messages.CaseUnknownPath, change.Key.Place, code, DidYouMean.Hint(code, known));
        }

        foreach (var found in codes)
        {
            var items = change.Value is YamlList list ? list.Items : [change.Value];
            findings[found] = [.. items.Select(i => ((i as YamlText)?.Content ?? "", i))];
        }
    }

    /// <summary>With a star: a level is for the leaves that have it, every other conclusion for those without levels.</summary>
    private static bool Takes(Node leaf, YamlValue value) => leaf.Method!.IsJudged && (leaf.Method.Levels.IsEmpty
        ? value is not YamlText text || Words.Find(Words.Conclusions, Split(text.Content).Conclusion) is not null
        : value is YamlText level && leaf.Method.Levels.Any(l => l.Name == Split(level.Content).Conclusion));

    /// <summary>“部分符合 50%”: what follows the last space is 比例.</summary>
    private static (string Conclusion, string Share) Split(string text)
    {
        var at = text.LastIndexOf(' ');
        return at > 0 && text[(at + 1)..].Any(char.IsDigit) ? (text[..at].Trim(), text[(at + 1)..]) : (text, "");
    }

    private void Finding(string code, string text, YamlValue yaml)
    {
        List<(string, string)> cells = [(EvidenceWords.Project.Zh, Id), (EvidenceWords.Point.Zh, code)];
        if (yaml is YamlMap map)
        {
            cells.AddRange(map.Entries.Select(e => (e.Key.Content, (e.Value as YamlText)?.Content ?? "")));
        }
        else
        {
            var (conclusion, share) = Split(text);
            cells.Add((EvidenceWords.Conclusion.Zh, conclusion));
            cells.Add((EvidenceWords.Share.Zh, share));
        }

        var csv = CsvFile.Of(yaml.Place, [.. cells]);
        var columns = Read(FindingsFile.Read, csv, drafts);
        columns.ReportUnused();
        drafts.All[0].Rejected |= columns.Spoiled;
    }

    private void Take(Action<EvidenceFile> read, CsvFile csv) => Read(read, csv, drafts);

    private Columns Read(Action<EvidenceFile> read, CsvFile csv, Drafts into)
    {
        var columns = new Columns(csv, problems);
        read(new EvidenceFile(csv, columns, ruleSet, into, problems));
        return columns;
    }

    private Project Over(Project under, Project over, HashSet<string> given)
    {
        var tables = under.Tables;
        foreach (var (name, rows) in over.Tables)
        {
            var key = ruleSet.Schema.Table(name)!.Key;
            tables = tables.SetItem(name, rows.Aggregate(tables.GetValueOrDefault(name, []), (all, row) => Lay(all, row, key)));
        }

        return new Project
        {
            Id = under.Id,
            Name = under.Name,
            Fields = over.Fields.SetItems(under.Fields).SetItems(over.Fields.Where(f => given.Contains(f.Key))),
            Tables = tables,
            Findings = [.. under.Findings.Where(f => over.Findings.All(o => o.Code != f.Code)), .. over.Findings],
        };
    }

    /// <summary>A row with the key of one that is there changes its cells; any other is added.</summary>
    private static ImmutableArray<Row> Lay(ImmutableArray<Row> rows, Row row, ImmutableArray<string> key)
    {
        var old = rows.FirstOrDefault(r => key.All(k => Equals(r.Cells.GetValueOrDefault(k)?.Value, row.Cells.GetValueOrDefault(k)?.Value)));
        return old is null ? rows.Add(row) : rows.Replace(old, old with { Cells = old.Cells.SetItems(row.Cells) });
    }
}
