namespace TypedExplain.ML.Trees;

/// <summary>How much of a file is read, so that time and memory grow with its bytes and not with what these say; docs/limits.md lists the numbers.</summary>
internal static class TreeFileLimits
{
    /// <summary>Bytes of a file.</summary>
    public const int MostBytes = 1 << 30;

    /// <summary>Questions one below the other in a tree.</summary>
    public const int DeepestTree = 1 << 10;

    /// <summary>Scores per row.</summary>
    public const int MostOutputs = 1 << 16;

    /// <summary>How many nodes of trees and their answers there may be for each byte of the file, and for a file of any size.</summary>
    public const int PartsPerByte = 16, LeastParts = 1 << 16;

    /// <summary>How many there may be for a file.</summary>
    /// <param name="bytes">Its length.</param>
    public static long Parts(long bytes) => LeastParts + (PartsPerByte * bytes);

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="InvalidModelException">It is too large.</exception>
    public static byte[] Read(string path)
    {
        long length = new FileInfo(path).Length;
        return length <= MostBytes ? File.ReadAllBytes(path) : throw new InvalidModelException($"{Path.GetFileName(path)} has {length} bytes, and at most {MostBytes} are read of a file of trees.");
    }

    /// <summary>The bytes of a stream, from where it is to its end.</summary>
    /// <exception cref="InvalidModelException">They are too many.</exception>
    public static byte[] Read(Stream stream)
    {
        using MemoryStream memory = new();
        byte[] part = new byte[1 << 16];
        for (int count; (count = stream.Read(part)) > 0;)
        {
            if (memory.Length + count > MostBytes)
                throw new InvalidModelException($"The stream holds more than {MostBytes} bytes, and at most as many are read of a file of trees.");
            memory.Write(part, 0, count);
        }

        return memory.ToArray();
    }
}
