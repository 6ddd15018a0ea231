using System.Data.Common;
using Indicators.Archive;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Indicators.Tests.Archive;

/// <summary>An archive of its own for a test, and a way around it: what somebody with the password of the database could do.</summary>
internal sealed class ArchiveDatabase : IDisposable
{
    /// <summary>Where a PostgreSQL server is, such as <c>Host=localhost;Username=indicators</c>; tests make databases in it.</summary>
    public const string Variable = "INDICATORS_TEST_POSTGRES";

    private readonly TestFolder folder = new();
    private readonly string? server = Environment.GetEnvironmentVariable(Variable);
    private readonly string name = $"archive_{Guid.NewGuid():N}";

    public ArchiveDatabase(string kind)
    {
        IsPostgres = kind == "postgres";
        if (!IsPostgres)
        {
            Address = Path.Combine(folder.Path, "archive.db");
            return;
        }

        if (string.IsNullOrEmpty(server))
        {
            folder.Dispose();
            Assert.Skip($"{Variable} names no PostgreSQL server: this test did not run on PostgreSQL.");
        }

        OnServer($"create database {name}");
        Address = $"{EvaluationArchive.Postgres}{server};Database={name};Pooling=false";
    }

    public bool IsPostgres { get; }

    public string Address { get; } = "";

    public EvaluationArchive Open() => EvaluationArchive.Open(Address, creates: true);

    /// <summary>Runs SQL past the archive, with its triggers put out of the way.</summary>
    public void Tamper(string sql)
    {
        using DbConnection connection = IsPostgres ? new NpgsqlConnection(Address[EvaluationArchive.Postgres.Length..]) : new SqliteConnection($"Data Source={Address};Pooling=false");
        connection.Open();
        Run(connection, IsPostgres ? "alter table entry disable trigger user" : "drop trigger never_updated; drop trigger never_deleted");
        Run(connection, sql);
    }

    /// <summary>Runs SQL past the archive, with its triggers as they are.</summary>
    public DbException? Refused(string sql)
    {
        using DbConnection connection = IsPostgres ? new NpgsqlConnection(Address[EvaluationArchive.Postgres.Length..]) : new SqliteConnection($"Data Source={Address};Pooling=false");
        connection.Open();
        try
        {
            Run(connection, sql);
            return null;
        }
        catch (DbException e)
        {
            return e;
        }
    }

    public void Dispose()
    {
        if (IsPostgres && !string.IsNullOrEmpty(server))
        {
            OnServer($"drop database {name} with (force)");
        }

        folder.Dispose();
    }

    private void OnServer(string sql)
    {
        using var connection = new NpgsqlConnection($"{server};Database=postgres;Pooling=false");
        connection.Open();
        Run(connection, sql);
    }

    private static void Run(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
