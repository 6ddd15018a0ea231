using Indicators.Csv;
using Microsoft.Data.Sqlite;

namespace Indicators.Batch;

/// <summary>
/// The projects and the rows of files that are not in their order, in a database on disk that is thrown away afterwards: it
/// puts rows in order, and finds projects that stand twice and rows of projects that do not exist, in bounded memory.
/// </summary>
internal sealed class EvidenceIndex : IDisposable
{
    private const int MostBytesTogether = 1 << 16;

    private readonly TemporaryDatabase database;
    private readonly HashSet<int> indexed = [];

    public EvidenceIndex(string path)
    {
        database = new TemporaryDatabase(path);
        database.Execute("create table project(ordinal integer primary key, id blob not null, line integer not null)");
        database.Execute("create table place(id blob primary key, ordinal integer not null) without rowid");
        database.Execute("create table row(number integer primary key, file integer not null, id blob not null, line integer not null, next integer not null, fault integer not null, length integer not null, record blob not null)");
    }

    /// <summary>Whether the projects stand in one file, one a row: then one that stands twice is nobody's evidence.</summary>
    private bool IsWide { get; set; }

    /// <summary>Whether rows of a file, by its number, are read from here.</summary>
    public bool Holds(int file) => indexed.Contains(file);

    /// <summary>Takes the projects in the order in which they first appear.</summary>
    public void TakeProjects(IEnumerable<FileCursor> cursors, CancellationToken cancel)
    {
        using var transaction = database.Begin();
        using var insert = database.Command("insert into project(id, line) values ($id, $line)", "$id", "$line");
        foreach (var cursor in cursors)
        {
            using (cursor)
            {
                IsWide = cursor.File!.Role == FileRole.Wide;
                var last = Array.Empty<byte>();
                while (cursor.Read())
                {
                    cancel.ThrowIfCancellationRequested();
                    if (!cursor.Id.IsEmpty && (IsWide || !cursor.Id.SequenceEqual(last)))
                    {
                        last = cursor.Id.ToArray();
                        TemporaryDatabase.Run(insert, last, cursor.Line);
                    }
                }
            }
        }

        transaction.Commit();
        database.Execute("insert into place select id, min(ordinal) from project group by id");
        if (!IsWide)
        {
            database.Execute("delete from project; insert into project select ordinal, id, 0 from place order by ordinal");
        }
    }

    /// <summary>Takes the rows of a file, unless they are in the order of the projects.</summary>
    /// <param name="open">Opens the file once more.</param>
    /// <param name="cancel">Stops between rows.</param>
    public void TakeRows(Func<FileCursor> open, CancellationToken cancel)
    {
        using (var cursor = open())
        {
            if (IsInOrder(cursor, cancel))
            {
                return;
            }

            indexed.Add(cursor.Number);
        }

        using var transaction = database.Begin();
        using var insert = database.Command("insert into row(file, id, line, next, fault, length, record) values ($file, $id, $line, $next, $fault, $length, $record)", "$file", "$id", "$line", "$next", "$fault", "$length", "$record");
        using var rows = open();
        rows.Read();
        var together = new MemoryStream();
        while (rows.HasRow)
        {
            cancel.ThrowIfCancellationRequested();
            var (id, line, next, fault, length) = (rows.Id.ToArray(), rows.Line, rows.NextLine, rows.Fault, rows.Length);
            together.SetLength(0);
            together.Write(rows.Record);
            // Rows of a project that follow each other are stored as one.
            while (rows.Read() && fault == RecordFault.None && rows.Fault == RecordFault.None && rows.Line == next && rows.Id.SequenceEqual(id) && together.Length < MostBytesTogether)
            {
                together.Write(rows.Record);
                next = rows.NextLine;
            }

            TemporaryDatabase.Run(insert, rows.Number, id, line, next, (int)fault, length, together.ToArray());
        }

        transaction.Commit();
    }

    /// <summary>The projects, without rows of theirs.</summary>
    public RowCursor Projects(long from) => new IndexCursor(null, -1, Reader("select id, line, line, 0, 0, x'' from project where ordinal > $from order by ordinal", ("$from", Ordinal(from))));

    /// <summary>The rows of a file that it holds, in the order of the projects, without those of the first so many.</summary>
    public RowCursor Rows(BatchFile file, int number, long from) => new IndexCursor(file, number, Reader(
        "select r.id, r.line, r.next, r.fault, r.length, r.record from row r join place p on p.id = r.id where r.file = $file and p.ordinal > $from order by p.ordinal, r.number",
        ("$file", number), ("$from", Ordinal(from))));

    /// <summary>Rows whose projects do not exist, with the ids next to theirs that do.</summary>
    public IEnumerable<(CsvPart Part, int File, string[] Near)> Unknown()
    {
        using var near = database.Command("select cast(id as text) from (select id from place where id < $id order by id desc limit 2) union select cast(id as text) from (select id from place where id > $id order by id limit 2)", "$id");
        using var command = database.Command("select file, id, line, fault, length, record from row where not exists (select 1 from place where place.id = row.id) order by number");
        using var found = command.ExecuteReader();
        while (found.Read())
        {
            near.Parameters[0].Value = found.GetFieldValue<byte[]>(1);
            var ids = new List<string>();
            using (var neighbours = near.ExecuteReader())
            {
                while (neighbours.Read())
                {
                    ids.Add(neighbours.GetString(0));
                }
            }

            yield return (new CsvPart(found.GetFieldValue<byte[]>(5), found.GetInt64(2), (RecordFault)found.GetInt32(3), found.GetInt64(4)), found.GetInt32(0), [.. ids]);
        }
    }

    /// <summary>The rows of projects that stand in several, in order.</summary>
    public IEnumerable<Twin> Twins()
    {
        if (!IsWide)
        {
            yield break;
        }

        database.Execute("create table if not exists twin as select id, min(line) as first, (select min(line) from project b where b.id = a.id and b.line > min(a.line)) as second from project a group by id having count(*) > 1");
        using var command = database.Command("select cast(p.id as text), p.line, case when p.line = t.first then t.second else t.first end from twin t join project p on p.id = t.id order by p.ordinal");
        using var found = command.ExecuteReader();
        while (found.Read())
        {
            yield return new Twin(found.GetString(0), found.GetInt64(1), found.GetInt64(2));
        }
    }

    public void Dispose() => database.Dispose();

    private bool IsInOrder(FileCursor cursor, CancellationToken cancel)
    {
        using var projects = Projects(0);
        cursor.Read();
        while (projects.Read())
        {
            cancel.ThrowIfCancellationRequested();
            while (cursor.HasRow && (cursor.Id.IsEmpty || cursor.Id.SequenceEqual(projects.Id)))
            {
                cursor.Read();
            }
        }

        return !cursor.HasRow;
    }

    /// <summary>The last of the first so many; ordinals have gaps where projects appear again.</summary>
    private long Ordinal(long projects)
    {
        using var command = database.Command("select ordinal from project order by ordinal limit 1 offset $n");
        command.Parameters.AddWithValue("$n", projects - 1);
        return projects == 0 ? 0 : (long)command.ExecuteScalar()!;
    }

    private (SqliteCommand, SqliteDataReader) Reader(string sql, params (string Name, long Value)[] parameters)
    {
        var command = database.Command(sql);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return (command, command.ExecuteReader());
    }

    /// <summary>Rows that the database hands out.</summary>
    private sealed class IndexCursor(BatchFile? file, int number, (SqliteCommand Command, SqliteDataReader Rows) from) : RowCursor(file, number)
    {
        private byte[] record = [];

        public override ReadOnlySpan<byte> Record => record;

        public override long Line => from.Rows.GetInt64(1);

        public override long NextLine => from.Rows.GetInt64(2);

        public override RecordFault Fault => (RecordFault)from.Rows.GetInt32(3);

        public override long Length => from.Rows.GetInt64(4);

        public override void Dispose()
        {
            from.Rows.Dispose();
            from.Command.Dispose();
        }

        protected override bool ReadNext()
        {
            if (!from.Rows.Read())
            {
                return false;
            }

            SetId(from.Rows.GetFieldValue<byte[]>(0));
            record = from.Rows.GetFieldValue<byte[]>(5);
            return true;
        }
    }
}
