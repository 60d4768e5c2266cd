using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using ParquetSharp;
using TypedExplain.Batch.Cells;

namespace TypedExplain.Batch.Parquet;

/// <summary>A Parquet file.</summary>
internal sealed class ParquetTable : IDisposable
{
    /// <summary>The length of the footer and the letters that end the file.</summary>
    private const int TailBytes = 8;
    private const int BufferBytes = 1 << 20;

    private readonly string _path;
    private readonly byte[] _footer;

    private ParquetTable(string path, ParquetFileReader file, byte[] footer) => (_path, File, _footer) = (path, file, footer);

    /// <summary>Reads it.</summary>
    public ParquetFileReader File { get; }

    /// <summary>Its columns.</summary>
    public TableColumn[] Columns => ParquetKinds.Of(File.FileMetaData);

    /// <summary>Opens a file.</summary>
    /// <exception cref="BatchException">It is none, or not whole.</exception>
    public static ParquetTable Open(string path)
    {
        string name = Path.GetFileName(path);
        return TableReading.Guarded(() =>
        {
            byte[] footer = Footer(path, name);
            return new ParquetTable(path, new ParquetFileReader(path), footer);
        }, TableReading.BrokenFile(name, "Parquet"));
    }

    /// <summary>Runs of row groups with about as many rows each.</summary>
    public ImmutableArray<SourceShard> Shards(long shardRows)
    {
        ImmutableArray<SourceShard>.Builder shards = ImmutableArray.CreateBuilder<SourceShard>();
        long before = 0, rows = 0;
        int start = 0;
        for (int group = 0; group < File.FileMetaData.NumRowGroups; group++)
        {
            using RowGroupReader reader = File.RowGroup(group);
            long own = reader.MetaData.NumRows;
            if (rows > 0 && rows + own > shardRows)
                End(group);
            rows += own;
        }

        if (rows > 0)
            End(File.FileMetaData.NumRowGroups);
        return shards.DrainToImmutable();

        void End(int group)
        {
            shards.Add(new(Path.GetFileName(_path), start, group - start) { RowsBefore = before, Rows = rows, Sha256 = Digest(start, group - start) });
            (start, before, rows) = (group, before + rows, 0);
        }
    }

    /// <summary>
    /// The SHA-256 of the footer and of a share of the bytes before it, as large as that of the row groups. Which bytes are whose is not read
    /// off the footer; all shards together have all bytes, so whatever changes is noticed by one of them.
    /// </summary>
    /// <param name="start">The first row group.</param>
    /// <param name="count">How many row groups.</param>
    public string Digest(long start, long count)
    {
        using FileStream stream = new(_path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        long all = Math.Max(0, stream.Length - _footer.Length), groups = Math.Max(1, File.FileMetaData.NumRowGroups);
        (long position, long end) = ((long)((Int128)all * start / groups), (long)((Int128)all * Math.Min(groups, start + count) / groups));
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_footer);
        byte[] buffer = new byte[BufferBytes];
        stream.Position = position;
        for (int read; position < end && (read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, end - position))) > 0; position += read)
            hash.AppendData(buffer, 0, read);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public void Dispose() => File.Dispose();

    private static byte[] Footer(string path, string name)
    {
        if (!System.IO.File.Exists(path))
            throw new BatchException($"The file {name} is not there.");
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        byte[] tail = new byte[TailBytes];
        if (stream.Length < TailBytes + 4)
            throw new BatchException($"{name} is no Parquet file: it has {stream.Length} bytes.");
        stream.Position = stream.Length - TailBytes;
        stream.ReadExactly(tail);
        if (tail.AsSpan(4).SequenceEqual("PARE"u8))
            throw new BatchException($"{name} is encrypted, which is not read. Write it without.");
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(tail);
        if (!tail.AsSpan(4).SequenceEqual("PAR1"u8) || length > stream.Length - TailBytes - 4)
            throw new BatchException($"{name} is no Parquet file, or not whole: it does not end with a footer. Write or copy it again.");
        byte[] footer = new byte[length + TailBytes];
        stream.Position = stream.Length - footer.Length;
        stream.ReadExactly(footer);
        return footer;
    }
}
