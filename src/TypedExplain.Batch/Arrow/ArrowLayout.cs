using System.Buffers.Binary;

namespace TypedExplain.Batch.Arrow;

/// <summary>Where the parts of an Arrow file lie, as its footer says.</summary>
/// <param name="Head">Its schema and dictionaries.</param>
/// <param name="Batches">Its record batches.</param>
/// <param name="Rows">How many rows each of them has.</param>
internal sealed record ArrowLayout(ArrowBlock[] Head, ArrowBlock[] Batches, long[] Rows)
{
    private const int MagicBytes = 6;
    private const int StartBytes = 8;
    private const int TailBytes = sizeof(int) + MagicBytes;
    private const int DictionariesField = 2;
    private const int BatchesField = 3;
    private const int HeaderField = 2;
    private const int LengthField = 0;

    /// <summary>Reads the footer of a file, and how many rows its batches have.</summary>
    /// <exception cref="BatchException">It is no such file, or not whole.</exception>
    public static ArrowLayout Read(Stream file, string name)
    {
        byte[] footer = Footer(file, name);
        FlatTable table = FlatTable.Root(footer);
        ArrowBlock[] dictionaries = table.Blocks(DictionariesField, out _);
        ArrowBlock[] batches = table.Blocks(BatchesField, out int[] descriptions);
        long end = file.Length - TailBytes - footer.Length;
        foreach (ArrowBlock block in (ArrowBlock[])[.. dictionaries, .. batches])
        {
            if (block.Start < StartBytes || block.Length < 0 || block.Start > end - block.Length)
                throw new InvalidDataException("its footer names a part that lies outside the file");
        }

        long[] rows = new long[batches.Length];
        for (int i = 0; i < rows.Length; i++)
            rows[i] = RowsOf(file, batches[i], descriptions[i]);
        long schemaEnd = dictionaries.Concat(batches).Select(block => block.Start).Append(SchemaEnd(file)).Min();
        return new([new(StartBytes, schemaEnd - StartBytes), .. dictionaries], batches, rows);
    }

    private static byte[] Footer(Stream file, string name)
    {
        byte[] tail = new byte[TailBytes];
        if (file.Length < StartBytes + TailBytes)
            throw new BatchException($"{name} is no Arrow file: it has {file.Length} bytes.");
        file.Position = file.Length - TailBytes;
        file.ReadExactly(tail);
        int length = BinaryPrimitives.ReadInt32LittleEndian(tail);
        if (!tail.AsSpan(sizeof(int)).SequenceEqual("ARROW1"u8) || length <= 0 || length > file.Length - StartBytes - TailBytes)
            throw new BatchException($"{name} is no Arrow file, or not whole: it does not end with a footer. A stream of Arrow without one is not read; write it as a file.");
        byte[] footer = new byte[length];
        file.Position = file.Length - TailBytes - length;
        file.ReadExactly(footer);
        return footer;
    }

    /// <summary>Where the schema's message ends, which begins the file.</summary>
    private static long SchemaEnd(Stream file)
    {
        byte[] start = new byte[sizeof(long)];
        file.Position = StartBytes;
        file.ReadExactly(start);
        (int mark, int next) = (BinaryPrimitives.ReadInt32LittleEndian(start), BinaryPrimitives.ReadInt32LittleEndian(start.AsSpan(sizeof(int))));
        return StartBytes + (mark == -1 ? sizeof(long) + (long)next : sizeof(int) + (long)mark);
    }

    private static long RowsOf(Stream file, ArrowBlock block, int description)
    {
        if (description < sizeof(long) || description > block.Length)
            throw new InvalidDataException("its footer gives a batch a length that it cannot have");
        byte[] bytes = new byte[description];
        file.Position = block.Start;
        file.ReadExactly(bytes);
        int mark = BinaryPrimitives.ReadInt32LittleEndian(bytes) == -1 ? sizeof(long) : sizeof(int);
        long rows = FlatTable.Root(bytes.AsSpan(mark)).Table(HeaderField).Long(LengthField);
        return rows >= 0 ? rows : throw new InvalidDataException("a batch has less than no rows");
    }
}
