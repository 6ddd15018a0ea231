using System.Data.Common;
using System.Globalization;

namespace Indicators.Archive;

/// <summary>
/// 档案: evaluations that are kept, append-only, each chained to the one before by its hash. In a SQLite file, or in PostgreSQL. One
/// writer at a time; what is appended together is there as a whole or not at all.
/// </summary>
public sealed class EvaluationArchive : IDisposable
{
    /// <summary>With which an address begins that is a PostgreSQL connection string.</summary>
    public const string Postgres = "postgres:";

    private readonly ArchiveStore store;
    private readonly DbConnection connection;

    private EvaluationArchive(ArchiveStore store, DbConnection connection) => (this.store, this.connection) = (store, connection);

    /// <summary>Opens an archive to read, or to write: then its tables are brought to this version.</summary>
    /// <param name="address">The path of a file; or <c>postgres:</c> and a connection string such as <c>Host=localhost;Database=archive</c>.</param>
    /// <param name="creates">Whether it is opened to write, and made where it is not there yet.</param>
    /// <exception cref="ArchiveException">It cannot be opened, or is of a later version.</exception>
    public static EvaluationArchive Open(string address, bool creates)
    {
        ArchiveStore store = address.StartsWith(Postgres, StringComparison.Ordinal) ? new PostgresStore(address[Postgres.Length..]) : new SqliteStore(address);
        EvaluationArchive? archive = null;
        try
        {
            archive = new EvaluationArchive(store, store.Open(creates));
            archive.RequireVersion(creates);
            return archive;
        }
        catch (ArchiveException)
        {
            archive!.Dispose();
            throw;
        }
        catch (DbException e)
        {
            archive?.Dispose();
            throw new ArchiveException(ArchiveProblem.CannotOpen, e.Message, e);
        }
    }

    /// <summary>The last entry.</summary>
    public Head Head => HeadIn(null);

    /// <summary>Keeps evaluations, all or none of them.</summary>
    /// <param name="evaluations">In their order; taken one by one.</param>
    /// <param name="keptAt">When.</param>
    /// <returns>The new head.</returns>
    public Head Append(IEnumerable<Evaluated> evaluations, DateTimeOffset keptAt)
    {
        using var transaction = store.BeginWriting(connection);
        var head = HeadIn(transaction);
        var at = keptAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        store.Insert(connection, transaction, Chained());
        transaction.Commit();
        return head;

        IEnumerable<ArchiveEntry> Chained()
        {
            foreach (var evaluation in evaluations)
            {
                var entry = Chain.After(head, at, evaluation);
                head = new Head(entry.Sequence, entry.Hash);
                yield return entry;
            }
        }
    }

    /// <summary>An entry by its number; null where there is none.</summary>
    public ArchiveEntry? Find(long sequence)
    {
        using var command = Command($"{ArchiveStore.Select} where sequence = @sequence");
        Add(command, "sequence", sequence);
        using var row = command.ExecuteReader();
        return row.Read() ? ArchiveStore.Read(row) : null;
    }

    /// <summary>Entries in their order.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="after">Only those after this number.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<ArchiveEntry> List(ArchiveFilter filter, long after = 0, int most = 100)
    {
        using var command = Command("");
        var conditions = new List<string> { "sequence > @after" };
        Add(command, "after", after);
        Add(command, "most", most);
        Where("project_id", filter.ProjectId);
        Where("rule_set_id", filter.RuleSetId);
        Where("fiscal_year", filter.FiscalYear);
        Where("grade", filter.Grade);
        Where("kept_by", filter.KeptBy);
        command.CommandText = $"{ArchiveStore.Select} where {string.Join(" and ", conditions)} order by sequence limit @most";
        var entries = new List<ArchiveEntry>();
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            entries.Add(ArchiveStore.Read(rows));
        }

        return entries;

        void Where(string column, object? value)
        {
            if (value is not null)
            {
                conditions.Add($"{column} = @{column}");
                Add(command, column, value);
            }
        }
    }

    /// <summary>Of every project, or of one, the entry that was kept last under rules with this digest; in their order.</summary>
    public IEnumerable<ArchiveEntry> Latest(string digest, string? project = null)
    {
        using var command = Command($"""
            {ArchiveStore.Select} e where rule_set_digest = @digest{(project is null ? "" : " and project_id = @project")}
            and not exists (select 1 from entry later where later.project_id = e.project_id and later.rule_set_digest = @digest and later.sequence > e.sequence)
            order by sequence
            """);
        Add(command, "digest", digest);
        if (project is not null)
        {
            Add(command, "project", project);
        }

        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            yield return ArchiveStore.Read(rows);
        }
    }

    /// <summary>Works out every hash again, from the first entry to the last.</summary>
    /// <param name="known">A head that was kept elsewhere: finds a tail that was cut off, and a chain that was made anew.</param>
    /// <param name="cancel">Stops between entries.</param>
    public Verification Verify(Head? known = null, CancellationToken cancel = default)
    {
        var head = Head.Empty;
        var knownHash = known?.Sequence == 0 ? Chain.Start : null;
        using var command = Command($"{ArchiveStore.Select} order by sequence");
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            cancel.ThrowIfCancellationRequested();
            var entry = ArchiveStore.Read(rows);
            var flaw = entry.Sequence != head.Sequence + 1 ? Flaw.Gap : entry.Previous != head.Hash ? Flaw.Unchained : entry.Hash != Chain.Hash(entry) ? Flaw.Changed : (Flaw?)null;
            if (flaw is not null)
            {
                return new Verification(head, flaw, entry.Sequence);
            }

            head = new Head(entry.Sequence, entry.Hash);
            knownHash = entry.Sequence == known?.Sequence ? entry.Hash : knownHash;
        }

        return known is null || knownHash == known.Hash ? new Verification(head, null, 0)
            : new Verification(head, knownHash is null ? Flaw.CutOff : Flaw.MadeAnew, known.Sequence);
    }

    public void Dispose() => connection.Dispose();

    private Head HeadIn(DbTransaction? transaction)
    {
        using var command = Command("select sequence, hash from entry order by sequence desc limit 1", transaction);
        using var row = command.ExecuteReader();
        return row.Read() ? new Head(row.GetInt64(0), row.GetString(1)) : Head.Empty;
    }

    /// <summary>A reader leaves the tables as they are, so that an archive can be proved where nobody may write.</summary>
    private void RequireVersion(bool creates)
    {
        var version = Version(null);
        if (version > store.Migrations.Count)
        {
            throw new ArchiveException(ArchiveProblem.Later, version.ToString(CultureInfo.InvariantCulture));
        }

        if (version < store.Migrations.Count)
        {
            if (!creates)
            {
                throw new ArchiveException(ArchiveProblem.NoArchive, "");
            }

            Migrate();
        }
    }

    private void Migrate()
    {
        using var transaction = store.BeginWriting(connection);
        Run("create table if not exists archive_version(version integer not null)", transaction);
        for (var version = Version(transaction); version < store.Migrations.Count; version++)
        {
            Run(store.Migrations[version], transaction);
            Run($"insert into archive_version values ({version + 1})", transaction);
        }

        transaction.Commit();
    }

    /// <summary>0 where there are no tables.</summary>
    private int Version(DbTransaction? transaction)
    {
        using var exists = Command(store.VersionTable, transaction);
        if (Convert.ToInt64(exists.ExecuteScalar(), CultureInfo.InvariantCulture) == 0)
        {
            return 0;
        }

        using var command = Command("select coalesce(max(version), 0) from archive_version", transaction);
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private void Run(string sql, DbTransaction transaction)
    {
        using var command = Command(sql, transaction);
        command.ExecuteNonQuery();
    }

    private DbCommand Command(string sql, DbTransaction? transaction = null)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}

/// <summary>Which entries are asked for; null for any.</summary>
public sealed record ArchiveFilter(string? ProjectId = null, string? RuleSetId = null, int? FiscalYear = null, string? Grade = null, string? KeptBy = null);
