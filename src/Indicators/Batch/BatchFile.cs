using System.Collections.Immutable;
using System.Text;
using Indicators.Csv;

namespace Indicators.Batch;

/// <summary>An evidence file that is read record by record: its role, its header, and where its rows begin.</summary>
internal sealed class BatchFile
{
    private const string Zipped = ".gz";

    private bool marked;
    private FilePosition body;

    private BatchFile(string path, FileRole role) => (Path, Role, Stamp) = (path, role, FileStamp.Of(path));

    public string Path { get; }

    public FileRole Role { get; }

    /// <summary>The file as it was when the run began.</summary>
    public FileStamp Stamp { get; }

    /// <summary>In which it is read, unless a mark says another.</summary>
    public FileEncoding Encoding { get; set; } = FileEncoding.Utf8;

    public ImmutableArray<string> Headers { get; private set; }

    public long HeaderLine { get; private set; }

    /// <summary>The column with the project's id.</summary>
    public int IdColumn { get; private set; }

    /// <summary>The header of that column.</summary>
    public string IdHeader => Headers[IdColumn];

    /// <summary>The name without <c>.gz</c>.</summary>
    public static string NameOf(string path) =>
        System.IO.Path.GetFileName(path.EndsWith(Zipped, StringComparison.OrdinalIgnoreCase) ? path[..^Zipped.Length] : path);

    /// <summary>Where the id of a row stands.</summary>
    public Place IdAt(long line) => new(Path, line, IdColumn + 1);

    /// <summary>Reads the header; null after reporting why no row of the file can be trusted.</summary>
    public static BatchFile? Open(string path, FileRole role, RuleSet ruleSet, Diagnostics problems)
    {
        try
        {
            var file = new BatchFile(path, role);
            var found = new Diagnostics();
            var isSound = file.Attempt(() => file.ReadHeader(ruleSet, found));
            problems.AddRange(found);
            return isSound ? file : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Report(Messages.FileUnreadable, new Place(path));
        }
        catch (EvidenceException e)
        {
            problems.Add(e.Problem);
        }

        return null;
    }

    /// <summary>A reader of the rows, from the first on or from a place in the text.</summary>
    public (EvidenceStream Stream, RecordReader Reader) Rows(FilePosition? from = null)
    {
        var (offset, line) = from ?? body;
        var stream = EvidenceStream.Open(Path, Encoding, offset);
        return (stream, new RecordReader(stream.Utf8, offset, line));
    }

    /// <summary>Reads, and says what is wrong where the bytes are in another encoding or a compressed file is damaged.</summary>
    public T Attempt<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException)
        {
            if (marked || Encoding != FileEncoding.Utf8)
            {
                throw new EvidenceException(Attempt(FindFault));
            }

            Encoding = FileEncoding.Gb18030;
            return HeaderLine == 0 ? Attempt(read) : throw new AssumptionException(Assumption.Encoding);
        }
        catch (IOException e)
        {
            throw new EvidenceException(Messages.ReadFailed, new Place(Path), e.Message);
        }
        catch (InvalidDataException)
        {
            throw new EvidenceException(Messages.GzipDamaged, new Place(Path));
        }
    }

    private Diagnostic FindFault()
    {
        using var bytes = EvidenceStream.Bytes(Path);
        return EncodingFault.Of(Path, bytes);
    }

    /// <summary>Throws where the file is no longer what it was.</summary>
    public void RequireUnchanged()
    {
        if (FileStamp.Of(Path) != Stamp)
        {
            throw new EvidenceException(Messages.FileChanged, new Place(Path));
        }
    }

    private bool ReadHeader(RuleSet ruleSet, Diagnostics problems)
    {
        var (stream, reader) = Rows(new FilePosition(0, 1));
        using (stream)
        {
            marked = stream.IsMarked;
            while (reader.Read())
            {
                var header = CsvFile.Of(Path, [], 0, [new CsvPart(reader.Record.ToArray(), reader.Line, reader.Fault, reader.Length)], problems);
                if (header.HeaderLine == 0 && header.Lines.Count == 0)
                {
                    continue;
                }

                body = new FilePosition(reader.Offset + reader.Length, reader.NextLine);
                (Headers, HeaderLine) = (header.Headers, header.HeaderLine);
                return !Headers.IsEmpty && Accepts(header, ruleSet, problems);
            }
        }

        problems.Report(Messages.CsvEmpty, new Place(Path));
        return false;
    }

    /// <summary>Reports columns that are missing, stand twice or are not used.</summary>
    private bool Accepts(CsvFile header, RuleSet ruleSet, Diagnostics problems)
    {
        var columns = new Columns(header, problems);
        Role.Read(new EvidenceFile(header, columns, ruleSet, new Drafts(problems), problems));
        columns.ReportUnused();
        IdColumn = new Columns(header, []).Require(EvidenceWords.Project)?.Index ?? 0;
        return !columns.Spoiled;
    }
}

/// <summary>Tells whether a file has been changed.</summary>
/// <param name="Length">Its bytes.</param>
/// <param name="Written">When it was last written, in ticks.</param>
internal sealed record FileStamp(long Length, long Written)
{
    public static FileStamp Of(string path)
    {
        var info = new FileInfo(path);
        return info.Exists ? new(info.Length, info.LastWriteTimeUtc.Ticks) : new(-1, 0);
    }
}
