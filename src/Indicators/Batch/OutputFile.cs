namespace Indicators.Batch;

/// <summary>A file that appears under its name only when it is whole; until then it grows beside it, under <c>.part</c>.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string path;
    private readonly FileStream? part;

    private OutputFile(string path, FileStream? part) => (this.path, this.part) = (path, part);

    /// <summary>The name under which it grows.</summary>
    public static string PartOf(string path) => path + ".part";

    /// <summary>Bytes written.</summary>
    public long Length => part?.Position ?? 0;

    public static OutputFile Create(string path) => new(path, Open(path, FileMode.Create));

    /// <summary>Goes on after so many bytes; null where they are not there.</summary>
    /// <param name="path">The name in the end.</param>
    /// <param name="length">Bytes that are known to be good.</param>
    /// <param name="isDone">Whether they are all: then the file may have its name already.</param>
    public static OutputFile? Continue(string path, long length, bool isDone)
    {
        var part = new FileInfo(PartOf(path));
        if (isDone && !part.Exists && new FileInfo(path) is { Exists: true, Length: var whole } && whole == length)
        {
            return new OutputFile(path, null);
        }

        if (!part.Exists || part.Length < length)
        {
            return null;
        }

        var stream = Open(path, FileMode.Open);
        stream.SetLength(length);
        stream.Position = length;
        return new OutputFile(path, stream);
    }

    public void Write(MemoryStream bytes)
    {
        bytes.Position = 0;
        bytes.CopyTo(part!);
    }

    /// <summary>Starts again from nothing.</summary>
    public void Clear()
    {
        part!.SetLength(0);
        part.Position = 0;
    }

    public void Flush() => part?.Flush();

    /// <summary>Gives it its name, once it is safely on disk.</summary>
    public void Publish()
    {
        if (part is not null)
        {
            part.Flush(flushToDisk: true);
            part.Dispose();
            File.Move(PartOf(path), path, overwrite: true);
        }
    }

    /// <summary>Leaves nothing of it.</summary>
    public void Discard()
    {
        try
        {
            Dispose();
        }
        catch (IOException)
        {
            // On a full disk there is no room either for what is not written yet.
        }

        File.Delete(PartOf(path));
        File.Delete(path);
    }

    public void Dispose() => part?.Dispose();

    private static FileStream Open(string path, FileMode mode) => new(PartOf(path), mode, FileAccess.Write, FileShare.Read, 1 << 16);
}
