using System.Globalization;
using TypedExplain.Receipts.Logs;

namespace TypedExplain;

/// <summary>
/// A receipt log in a file: one entry per line, as JSON. A line that was not written to its end, because the process or the machine
/// stopped, is cut off by the next one who appends; it was never acknowledged.
/// </summary>
/// <remarks>Beside the file lies an empty one with ".lock" behind its name: processes that append wait for each other at it.</remarks>
public sealed class FileReceiptLog : ReceiptLog
{
    private readonly Lock _lock = new();
    private readonly string _path;
    private readonly Func<string, Stream> _open;
    private (long Length, LogHead Head) _known = (0, LogHead.Empty);

    /// <summary>A log in a file, which is made by the first append.</summary>
    /// <param name="path">The file.</param>
    public FileReceiptLog(string path)
        : this(path, static file => new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 1))
    {
    }

    internal FileReceiptLog(string path, Func<string, Stream> open)
    {
        ArgumentNullException.ThrowIfNull(path);
        (_path, _open) = (Path.GetFullPath(path), open);
    }

    /// <summary>How long an append waits for another process that appends; 0 or more.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What was cut off when this log appended last: half a line that was never acknowledged; null where nothing was.</summary>
    public string? Repaired { get; private set; }

    /// <inheritdoc/>
    public override LogHead Head
    {
        get
        {
            lock (_lock)
            {
                if (!File.Exists(_path))
                    return LogHead.Empty;
                using FileStream stream = LogLines.OpenRead(_path);
                return CatchUp(stream).Head;
            }
        }
    }

    private protected override LogEntry[] Extend(Func<LogHead, LogEntry[]> make)
    {
        if (Patience < TimeSpan.Zero)
            throw new InvalidOptionException($"Patience of a receipt log is {Patience}; it must be 0 or more.");
        lock (_lock)
        {
            try
            {
                using FileStream held = LogLock.Take(_path + ".lock", Patience);
                using Stream stream = _open(_path);
                (long length, LogHead head) = CatchUp(stream);
                Cut(stream, length);
                LogEntry[] entries = make(head);
                Write(stream, length, [.. entries.SelectMany(entry => (byte[])[.. EntryText.Line(entry), (byte)'\n'])]);
                _known = (stream.Length, new(head.Count + entries.Length, entries[^1].Id));
                return entries;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new ReceiptLogException($"Nothing was appended to the log {_path}: {error.Message}", error);
            }
        }
    }

    private protected override IEnumerable<LogEntry> Stored(long from)
    {
        if (!File.Exists(_path))
            yield break;
        using FileStream stream = LogLines.OpenRead(_path);
        long place = 0;
        foreach ((byte[] line, _) in LogLines.From(stream, 0))
        {
            if (place++ >= from)
                yield return Entry(line, place - 1);
        }
    }

    private LogEntry Entry(byte[] line, long? place)
    {
        try
        {
            return EntryText.Read(line);
        }
        catch (InvalidJsonException error)
        {
            throw new ReceiptLogException(string.Create(CultureInfo.InvariantCulture, $"{(place is null ? "The last line" : $"line {place + 1}")} of {_path} is no entry: {error.Message}"), error);
        }
    }

    /// <summary>Reads what others have appended since; gives how long the file is up to its last whole line.</summary>
    private (long Length, LogHead Head) CatchUp(Stream stream)
    {
        if (stream.Length < _known.Length)
            throw new ReceiptLogException(string.Create(CultureInfo.InvariantCulture, $"The log {_path} had {_known.Head.Count} entries in {_known.Length} bytes and has {stream.Length} bytes now: it was cut. Nothing is appended to it."));

        // Where nothing is known yet the last entry is enough to go on from; Verify looks at all of them.
        if (_known.Length == 0 && LogLines.Last(stream) is var (last, after))
        {
            LogEntry entry = Entry(last, null);
            Take(entry, LogHead.Stored(entry.Sequence, entry.Previous), after);
        }

        foreach ((byte[] line, long end) in LogLines.From(stream, _known.Length))
            Take(Entry(line, _known.Head.Count), _known.Head, end);
        return _known;
    }

    private void Take(LogEntry entry, LogHead before, long end)
    {
        if (EntryText.Problem(entry, before) is { } problem)
            throw new ReceiptLogException($"The log {_path} is not intact: {problem}. Nothing is appended to it.");
        _known = (end, new(before.Count + 1, entry.Id));
    }

    /// <summary>Cuts off a line that was not written to its end.</summary>
    private void Cut(Stream stream, long length)
    {
        long torn = stream.Length - length;
        if (torn == 0)
            return;
        stream.SetLength(length);
        Repaired = string.Create(CultureInfo.InvariantCulture, $"{torn} bytes behind entry {_known.Head.Count - 1} were cut off: a line that was not written to its end, and that nobody was told of");
    }

    private static void Write(Stream stream, long length, byte[] bytes)
    {
        try
        {
            stream.Position = length;
            stream.Write(bytes);
            if (stream is FileStream file)
                file.Flush(flushToDisk: true);
            else
                stream.Flush();
        }
        catch
        {
            // What is half written must not stand before the next entry.
            stream.SetLength(length);
            throw;
        }
    }
}
