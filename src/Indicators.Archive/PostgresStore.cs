using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Indicators.Archive;

/// <summary>An archive in a PostgreSQL database.</summary>
internal sealed class PostgresStore(string connectionString) : ArchiveStore
{
    public override IReadOnlyList<string> Migrations { get; } =
    [
        Table + """
            create function entry_is_append_only() returns trigger language plpgsql as $$ begin raise exception 'the archive is append-only'; end $$;
            create trigger never_changed before update or delete on entry for each row execute function entry_is_append_only();
            create trigger never_emptied before truncate on entry execute function entry_is_append_only();
            """,
    ];

    public override string VersionTable => "select count(*) from pg_tables where schemaname = any (current_schemas(false)) and tablename = 'archive_version'";

    public override DbConnection Open(bool creates)
    {
        var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        return connection;
    }

    public override DbTransaction BeginWriting(DbConnection connection)
    {
        var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        // Any number that nobody else locks: one writer at a time, readers go on.
        command.CommandText = "select pg_advisory_xact_lock(4924201)";
        command.ExecuteNonQuery();
        return transaction;
    }

    public override void Insert(DbConnection connection, DbTransaction transaction, IEnumerable<ArchiveEntry> entries)
    {
        using var import = ((NpgsqlConnection)connection).BeginBinaryImport($"copy entry({string.Join(", ", Columns)}) from stdin (format binary)");
        foreach (var entry in entries)
        {
            import.StartRow();
            foreach (var value in Values(entry))
            {
                switch (value)
                {
                    case long number:
                        import.Write(number, NpgsqlDbType.Bigint);
                        break;
                    case int number:
                        import.Write(number, NpgsqlDbType.Integer);
                        break;
                    default:
                        import.Write((string)value, NpgsqlDbType.Text);
                        break;
                }
            }
        }

        import.Complete();
    }
}
