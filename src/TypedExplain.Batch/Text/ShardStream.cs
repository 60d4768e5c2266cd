using System.Security.Cryptography;

namespace TypedExplain.Batch.Text;

/// <summary>The bytes of a shard behind those of the file's header. At the end it compares them with what the job was planned with.</summary>
internal sealed class ShardStream(FileStream file, byte[] header, SourceShard shard) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int _headerRead;
    private long _left = shard.Length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (_headerRead < header.Length)
        {
            int part = Math.Min(buffer.Length, header.Length - _headerRead);
            header.AsSpan(_headerRead, part).CopyTo(buffer);
            _hash.AppendData(buffer[..part]);
            _headerRead += part;
            return part;
        }

        int read = _left == 0 ? 0 : file.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
        _hash.AppendData(buffer[..read]);
        _left -= read;
        if (read == 0 && buffer.Length > 0)
            Require();
        return read;
    }

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
        {
            _hash.Dispose();
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Require()
    {
        if (_left > 0 || (shard.Sha256 is { } planned && Convert.ToHexStringLower(_hash.GetCurrentHash()) != planned))
            throw new BatchException($"{shard.Part} has changed since the job was planned. Put the file back, or plan the job again in an empty folder.");
    }
}
