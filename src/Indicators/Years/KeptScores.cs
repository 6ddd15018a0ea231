using Indicators.Batch;
using Microsoft.Data.Sqlite;

namespace Indicators.Years;

/// <summary>The scores of a year by project, on disk until those of the next year ask for them.</summary>
internal sealed class KeptScores : IDisposable
{
    private readonly TemporaryDatabase database;
    private readonly SqliteCommand insert;
    private readonly SqliteCommand find;
    private readonly SqliteCommand mark;

    public KeptScores(string path)
    {
        database = new TemporaryDatabase(path);
        database.Execute("create table score(ordinal integer primary key, id text not null, written blob not null, taken integer not null)");
        insert = database.Command("insert into score values (null, $id, $written, 0)", "$id", "$written");
        find = database.Command("select ordinal, written from score where id = $id", "$id");
        mark = database.Command("update score set taken = 1 where ordinal = $ordinal", "$ordinal");
        database.Execute("begin");
    }

    public void Add(IEnumerable<YearScores> scores)
    {
        foreach (var score in scores)
        {
            TemporaryDatabase.Run(insert, score.Id, score.Written());
        }
    }

    /// <summary>All have been added.</summary>
    public void Finish()
    {
        database.Execute("commit; create unique index by_id on score(id); begin");
    }

    /// <summary>The scores of a project, which is then no longer left; null where there are none.</summary>
    public YearScores? Take(string id)
    {
        long ordinal;
        byte[] written;
        TemporaryDatabase.Set(find, id);
        using (var row = find.ExecuteReader())
        {
            if (!row.Read())
            {
                return null;
            }

            (ordinal, written) = (row.GetInt64(0), (byte[])row[1]);
        }

        TemporaryDatabase.Run(mark, ordinal);
        return YearScores.Read(id, written);
    }

    /// <summary>Those that were not taken.</summary>
    public List<YearScores> Left()
    {
        var left = new List<YearScores>();
        using var command = database.Command("select id, written from score where taken = 0 order by ordinal");
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            left.Add(YearScores.Read(rows.GetString(0), (byte[])rows[1]));
        }

        return left;
    }

    public void Dispose()
    {
        insert.Dispose();
        find.Dispose();
        mark.Dispose();
        database.Dispose();
    }
}
