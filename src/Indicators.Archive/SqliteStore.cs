using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Indicators.Archive;

/// <summary>An archive in a file.</summary>
internal sealed class SqliteStore(string path) : ArchiveStore
{
    public override IReadOnlyList<string> Migrations { get; } =
    [
        Table + """
            create trigger never_updated before update on entry begin select raise(abort, 'the archive is append-only'); end;
            create trigger never_deleted before delete on entry begin select raise(abort, 'the archive is append-only'); end;
            """,
    ];

    public override string VersionTable => "select count(*) from sqlite_master where type = 'table' and name = 'archive_version'";

    public override DbConnection Open(bool creates)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = creates ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        // What is committed stands on disk, whatever happens to the machine.
        command.CommandText = creates ? "pragma busy_timeout = 30000; pragma journal_mode = wal; pragma synchronous = full" : "pragma busy_timeout = 30000";
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>Takes the lock of the writer at once, so that the head that is read stays the head.</summary>
    public override DbTransaction BeginWriting(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

    public override void Insert(DbConnection connection, DbTransaction transaction, IEnumerable<ArchiveEntry> entries)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"insert into entry({string.Join(", ", Columns)}) values ({string.Join(", ", Columns.Select(c => $"${c}"))})";
        foreach (var column in Columns)
        {
            command.Parameters.Add(new SqliteParameter($"${column}", null));
        }

        foreach (var entry in entries)
        {
            foreach (var (i, value) in Values(entry).Index())
            {
                command.Parameters[i].Value = value;
            }

            command.ExecuteNonQuery();
        }
    }
}
