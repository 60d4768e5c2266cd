using System.Security.Cryptography;

namespace TypedExplain.Batch.Arrow;

/// <summary>Parts of a file as one stream. At the end it compares them with what the job was planned with.</summary>
internal sealed class BlockStream(FileStream file, ArrowBlock[] blocks, SourceShard? shard) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int _next;
    private long _left;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The SHA-256 of parts of a file.</summary>
    public static string Digest(FileStream file, ArrowBlock[] blocks)
    {
        using BlockStream stream = new(file, blocks, shard: null);
        byte[] buffer = new byte[1 << 18];
        while (stream.Read(buffer) > 0)
            continue;
        return Convert.ToHexStringLower(stream._hash.GetCurrentHash());
    }

    public override int Read(Span<byte> buffer)
    {
        while (_left == 0 && _next < blocks.Length)
        {
            file.Position = blocks[_next].Start;
            _left = blocks[_next++].Length;
        }

        int read = _left == 0 ? 0 : file.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
        _hash.AppendData(buffer[..read]);
        _left -= read;
        if (read == 0 && buffer.Length > 0 && shard?.Sha256 is { } planned && (_left > 0 || Convert.ToHexStringLower(_hash.GetCurrentHash()) != planned))
            throw Changed(shard);
        return read;
    }

    /// <summary>What is said of a file that is not as it was.</summary>
    public static BatchException Changed(SourceShard shard) =>
        new($"{shard.Part} has changed since the job was planned. Put the file back, or plan the job again in an empty folder.");

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _hash.Dispose();
        base.Dispose(disposing);
    }
}
