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

    private readonly string _name;

    private ParquetTable(string name, ParquetFileReader file, string digest) => (_name, File, Digest) = (name, file, digest);

    /// <summary>Reads it.</summary>
    public ParquetFileReader File { get; }

    /// <summary>The SHA-256 of its footer, which holds where each column of each row group lies, how long it is, its least and its largest value.</summary>
    public string Digest { get; }

    /// <summary>Its columns.</summary>
    public TableColumn[] Columns => ParquetKinds.Of(File.FileMetaData);

    /// <summary>Opens a file.</summary>
    /// <exception cref="BatchException">It is none, or not whole.</exception>
    public static ParquetTable Open(string path)
    {
        string name = Path.GetFileName(path);
        return TableReading.Guarded(() =>
        {
            string digest = FooterDigest(path, name);
            return new ParquetTable(name, new ParquetFileReader(path), digest);
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
            shards.Add(new(_name, start, group - start) { RowsBefore = before, Rows = rows, Sha256 = Digest });
            (start, before, rows) = (group, before + rows, 0);
        }
    }

    public void Dispose() => File.Dispose();

    private static string FooterDigest(string path, string name)
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
        return Convert.ToHexStringLower(SHA256.HashData(footer));
    }
}
