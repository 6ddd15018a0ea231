using Microsoft.Data.Sqlite;

namespace Indicators.Batch;

/// <summary>A database on disk that is thrown away afterwards: it sorts what does not fit into memory.</summary>
internal sealed class TemporaryDatabase : IDisposable
{
    private readonly string path;
    private readonly SqliteConnection connection;

    public TemporaryDatabase(string path)
    {
        this.path = path;
        File.Delete(path);
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Execute("pragma journal_mode = off; pragma synchronous = off; pragma locking_mode = exclusive; pragma cache_size = -65536");
    }

    public SqliteTransaction Begin() => connection.BeginTransaction();

    public void Execute(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    public SqliteCommand Command(string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
        {
            command.Parameters.Add(new SqliteParameter(name, null));
        }

        return command;
    }

    /// <summary>Gives the parameters of a command their values, in their order.</summary>
    public static void Set(SqliteCommand command, params object[] values)
    {
        foreach (var (i, value) in values.Index())
        {
            command.Parameters[i].Value = value;
        }
    }

    public static void Run(SqliteCommand command, params object[] values)
    {
        Set(command, values);
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        connection.Dispose();
        File.Delete(path);
    }
}
