namespace TypedExplain.Batch.Tests;

/// <summary>A stream that fails after its first bytes.</summary>
internal sealed class FullDisk : MemoryStream
{
    private const int Most = 300;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Position + buffer.Length > Most)
            throw new IOException("The disk is full.");
        base.Write(buffer.ToArray(), 0, buffer.Length);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
}
