namespace TypedExplain.Receipts.Logs;

/// <summary>Whole lines of a file.</summary>
internal static class LogLines
{
    // A receipt of a large image is a few megabytes.
    private const int Block = 1 << 16;

    /// <summary>Opens a file that others may append to meanwhile.</summary>
    /// <exception cref="ReceiptLogException">It cannot be opened.</exception>
    public static FileStream OpenRead(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ReceiptLogException($"The log {path} cannot be read: {error.Message}", error);
        }
    }

    /// <summary>The last whole line and the place after it; null where there is none.</summary>
    public static (byte[] Line, long End)? Last(Stream stream)
    {
        // The last two line ends, looked for from the end.
        long end = -1;
        byte[] block = new byte[Block];
        for (long before = stream.Length; before > 0;)
        {
            int size = (int)Math.Min(Block, before);
            before -= size;
            stream.Position = before;
            stream.ReadExactly(block.AsSpan(0, size));
            for (int at = size - 1; at >= 0; at--)
            {
                if (block[at] != (byte)'\n')
                    continue;
                if (end >= 0)
                    return (Between(stream, before + at + 1, end), end + 1);
                end = before + at;
            }
        }

        return end < 0 ? null : (Between(stream, 0, end), end + 1);
    }

    /// <summary>The lines from a place on, without the byte that ends them, each with the place after it. What no such byte ends is left out.</summary>
    public static IEnumerable<(byte[] Line, long End)> From(Stream stream, long start)
    {
        byte[] block = new byte[Block];
        List<byte> line = [];
        long at = start;
        while (true)
        {
            stream.Position = at;
            int read = stream.Read(block);
            if (read == 0)
                yield break;
            int used = 0;
            for (int end; (end = Array.IndexOf(block, (byte)'\n', used, read - used)) >= 0; used = end + 1)
            {
                line.AddRange(block.AsSpan(used, end - used));
                yield return ([.. line], at + end + 1);
                line.Clear();
            }

            line.AddRange(block.AsSpan(used, read - used));
            at += read;
        }
    }

    private static byte[] Between(Stream stream, long start, long end)
    {
        byte[] line = new byte[end - start];
        stream.Position = start;
        stream.ReadExactly(line);
        return line;
    }
}
