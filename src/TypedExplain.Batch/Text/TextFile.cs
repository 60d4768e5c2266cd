using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;

namespace TypedExplain.Batch.Text;

/// <summary>A file of records in UTF-8, divided into shards at the ends of records.</summary>
/// <param name="path">The file.</param>
/// <param name="delimiter">What stands between cells that may be quoted; null where nothing is.</param>
/// <param name="hasHeader">Whether its first record names the columns.</param>
/// <param name="mostBytes">The longest record.</param>
internal sealed class TextFile(string path, char? delimiter, bool hasHeader, int mostBytes)
{
    private const int BufferBytes = 1 << 20;
    private const int LineEndBytes = 2;

    private readonly string _name = Path.GetFileName(path);

    /// <summary>Divides the file; each shard has about as many records.</summary>
    public async Task<ImmutableArray<SourceShard>> PlanAsync(long shardRows, CancellationToken cancellation)
    {
        ImmutableArray<SourceShard>.Builder shards = ImmutableArray.CreateBuilder<SourceShard>();
        using FileStream file = Open();
        (long start, long lines) = await SkipHeaderAsync(file, cancellation).ConfigureAwait(false);
        RecordEnds ends = new(delimiter);
        byte[] header = await HeaderAsync(file, start, cancellation).ConfigureAwait(false);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(header);
        byte[] buffer = new byte[BufferBytes];
        long at = start, recordStart = start, rowsBefore = 0, linesBefore = lines;
        while (await file.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and int read)
        {
            Take(buffer.AsSpan(0, read));
            if (ends.HasLoneReturn)
                throw new BatchException(string.Create(CultureInfo.InvariantCulture, $"{_name} has a carriage return without a line feed, before line {ends.Lines + lines + 1}, which ends a row for the reader of rows and not for others. Save it again with line feeds, or put the cell between quotes."));
            RequireShort(at - recordStart, ends.Lines + lines, isWhole: false);
        }

        RequireShort(at - recordStart, ends.Lines + lines, isWhole: true);
        ends.Finish();
        if (ends.Records > rowsBefore)
            End();
        return [.. shards.Select(shard => shard with { PartBytes = at })];

        void Take(ReadOnlySpan<byte> bytes)
        {
            while (ends.Next(bytes) is >= 0 and int length)
            {
                hash.AppendData(bytes[..length]);
                at += length;
                bytes = bytes[length..];
                RequireShort(at - recordStart, ends.Lines + lines, isWhole: true);
                recordStart = at;
                if (ends.Records - rowsBefore == shardRows)
                    End();
            }

            hash.AppendData(bytes);
            at += bytes.Length;
        }

        void End()
        {
            shards.Add(new(_name, start, at - start)
            {
                RowsBefore = rowsBefore,
                LinesBefore = linesBefore,
                Rows = ends.Records - rowsBefore,
                Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset()),
            });
            hash.AppendData(header);
            (start, rowsBefore, linesBefore) = (at, ends.Records, lines + ends.Lines);
        }
    }

    /// <summary>Opens a shard: its bytes behind those of the header.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The stream, which checks the bytes at its end, and how many lines the header has.</returns>
    public async Task<(Stream Content, long HeaderLines)> OpenAsync(SourceShard shard, CancellationToken cancellation)
    {
        FileStream file = Open();
        try
        {
            if (file.Length < shard.Start + shard.Length || (shard.PartBytes is { } planned && file.Length != planned))
                throw new BatchException(string.Create(CultureInfo.InvariantCulture, $"{_name} has {file.Length} bytes and had {(shard.PartBytes is { } bytes ? $"{bytes}" : $"at least {shard.Start + shard.Length}")} when the job was planned. Put the file back, or plan the job again in an empty folder."));
            (long dataStart, long headerLines) = await SkipHeaderAsync(file, cancellation).ConfigureAwait(false);
            byte[] header = await HeaderAsync(file, dataStart, cancellation).ConfigureAwait(false);
            file.Position = shard.Start;
            return (new ShardStream(file, header, shard), headerLines);
        }
        catch
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Refuses a shard whose bytes, or whose header, are not those that the job was planned with.</summary>
    public async Task RequireUnchangedAsync(SourceShard shard, CancellationToken cancellation)
    {
        (Stream content, _) = await OpenAsync(shard, cancellation).ConfigureAwait(false);
        using Stream stream = content;
        byte[] buffer = new byte[BufferBytes];
        while (stream.Read(buffer) > 0)
            cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>The bytes before the first row where they name the columns; the file is then read on from the first row.</summary>
    private async Task<byte[]> HeaderAsync(FileStream file, long dataStart, CancellationToken cancellation)
    {
        if (!hasHeader)
            return [];
        byte[] header = new byte[dataStart];
        file.Position = 0;
        await file.ReadExactlyAsync(header, cancellation).ConfigureAwait(false);
        return header;
    }

    private FileStream Open()
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (FileNotFoundException error)
        {
            throw new BatchException($"The file {_name} is not there.", inner: error);
        }
    }

    /// <summary>Where the first row begins, and on how many lines the header lies.</summary>
    private async Task<(long Start, long Lines)> SkipHeaderAsync(FileStream file, CancellationToken cancellation)
    {
        byte[] first = new byte[Math.Min(file.Length, mostBytes + 4L)];
        int read = await file.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        ReadOnlyMemory<byte> text = first.AsMemory(0, read);
        RequireUtf8(text.Span);
        int mark = text.Span.StartsWith("\uFEFF"u8) ? 3 : 0;
        if (!hasHeader)
        {
            file.Position = mark;
            return (mark, 0);
        }

        RecordEnds ends = new(delimiter);
        int length = ends.Next(text.Span[mark..]);
        if (length < 0 && read < file.Length)
            throw TooLong(1);
        long start = length < 0 ? read : mark + length;
        file.Position = start;
        return (start, ends.Lines);
    }

    /// <summary>Refuses a record that is too long. One that may be quoted is held to its length by who reads it.</summary>
    private void RequireShort(long bytes, long line, bool isWhole)
    {
        if (bytes > mostBytes + (long)(isWhole && delimiter is null ? LineEndBytes : BufferBytes))
            throw TooLong(line);
    }

    private BatchException TooLong(long line) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{_name} has a record that is longer than {mostBytes} bytes, around line {Math.Max(1, line)}.{(delimiter is null ? "" : " A quote that is never closed makes one; if the record is right, raise MaxRowBytes.")}"));

    private void RequireUtf8(ReadOnlySpan<byte> start)
    {
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || start[..Math.Min(start.Length, 64)].Contains((byte)0))
            throw new BatchException($"{_name} is not UTF-8; it begins as UTF-16 or a binary file does. Save it as UTF-8.");
    }
}
