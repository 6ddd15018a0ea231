using System.Data.Common;

namespace Indicators.Archive;

/// <summary>The database that an archive is in: what differs between SQLite and PostgreSQL.</summary>
internal abstract class ArchiveStore
{
    /// <summary>The columns of an entry, in the order of <see cref="ArchiveStore.Values"/>.</summary>
    protected static readonly string[] Columns =
    [
        "sequence", "kept_at", "kept_by", "engine", "rule_set_id", "fiscal_year", "rule_set_digest", "project_id", "project_name", "evidence", "scores", "total", "grade", "previous", "hash",
    ];

    protected const string Table = """
        create table entry(
          sequence bigint primary key, kept_at text not null, kept_by text not null, engine text not null,
          rule_set_id text not null, fiscal_year integer not null, rule_set_digest text not null,
          project_id text not null, project_name text not null, evidence text not null, scores text not null,
          total text not null, grade text not null, previous text not null unique, hash text not null unique);
        create index by_project on entry(project_id, sequence);
        create index by_rule_set on entry(rule_set_id, fiscal_year, sequence);
        """;

    /// <summary>What brings the tables from each version to the next; one that was published is never edited.</summary>
    public abstract IReadOnlyList<string> Migrations { get; }

    /// <summary>Counts the table that says the version: one or none.</summary>
    public abstract string VersionTable { get; }

    /// <param name="creates">Whether it is opened to write, and made where it is not there yet.</param>
    public abstract DbConnection Open(bool creates);

    /// <summary>Begins to write; until it ends no other writer does.</summary>
    public abstract DbTransaction BeginWriting(DbConnection connection);

    public abstract void Insert(DbConnection connection, DbTransaction transaction, IEnumerable<ArchiveEntry> entries);

    public static string Select => $"select {string.Join(", ", Columns)} from entry";

    protected static object[] Values(ArchiveEntry entry) =>
    [
        entry.Sequence, entry.KeptAt, entry.What.KeptBy, entry.What.Engine, entry.What.RuleSetId, entry.What.FiscalYear, entry.What.RuleSetDigest,
        entry.What.ProjectId, entry.What.ProjectName, entry.What.Evidence, entry.What.Scores, entry.What.Total, entry.What.Grade, entry.Previous, entry.Hash,
    ];

    public static ArchiveEntry Read(DbDataReader row) => new(
        row.GetInt64(0), row.GetString(1),
        new Evaluated(
            row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt32(5), row.GetString(6), row.GetString(7), row.GetString(8), row.GetString(9), row.GetString(10), row.GetString(11), row.GetString(12)),
        row.GetString(13), row.GetString(14));
}
