using System.Runtime.CompilerServices;
using TypedExplain.Batch.Rows;

namespace TypedExplain.Batch.Text;

/// <summary>Reads records from JSON lines.</summary>
internal static class JsonLines<T>
    where T : IFeatureRecord<T>
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Reads a stream to its end; it is left open.</summary>
    /// <param name="stream">The lines, in UTF-8.</param>
    /// <param name="rowsBefore">How many rows come before it.</param>
    /// <param name="linesBefore">How many lines come before it.</param>
    /// <param name="batchRows">How many records a batch has.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static async IAsyncEnumerable<SourceRows<T>> ReadAsync(Stream stream, long rowsBefore, long linesBefore, int batchRows, [EnumeratorCancellation] CancellationToken cancellation)
    {
        RowCollector<T> rows = new(batchRows);
        long row = rowsBefore, line = linesBefore;
        await foreach (ReadOnlyMemory<byte> text in LinesAsync(stream, cancellation).ConfigureAwait(false))
        {
            line++;
            if (IsEmpty(text.Span))
                continue;
            Read(text.Span, ++row, line, rows);
            if (rows.IsFull)
                yield return rows.Take();
        }

        if (!rows.IsEmpty)
            yield return rows.Take();
    }

    /// <summary>Reads a line.</summary>
    public static void Read(ReadOnlySpan<byte> line, long row, long number, RowCollector<T> rows)
    {
        try
        {
            rows.Add(JsonRecord.Read<T>(line), row);
        }
        catch (InvalidRecordException error)
        {
            foreach (RecordFault fault in error.Faults)
                rows.Add(new BadRow(row, number, fault.Member, "", fault.Message + "."));
        }
    }

    /// <summary>Whether there is nothing on a line.</summary>
    public static bool IsEmpty(ReadOnlySpan<byte> line) => !line.ContainsAnyExcept((byte)'\r');

    /// <summary>The lines of a stream, without their ends; each is there until the next one is asked for.</summary>
    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> LinesAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellation)
    {
        byte[] buffer = new byte[BufferBytes];
        int start = 0, end = 0;
        while (true)
        {
            int length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                yield return buffer.AsMemory(start, length);
                start += length + 1;
                continue;
            }

            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
            }
            else if (end == buffer.Length)
            {
                Array.Resize(ref buffer, 2 * buffer.Length);
            }

            int read = await stream.ReadAsync(buffer.AsMemory(end), cancellation).ConfigureAwait(false);
            if (read == 0)
                break;
            end += read;
        }

        if (end > start)
            yield return buffer.AsMemory(start, end - start);
    }
}
