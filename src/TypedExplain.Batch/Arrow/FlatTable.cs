using System.Buffers.Binary;

namespace TypedExplain.Batch.Arrow;

/// <summary>A table in the memory format of FlatBuffers, of which single fields are read. What lies outside its bytes is an error.</summary>
internal readonly ref struct FlatTable
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _start;

    private FlatTable(ReadOnlySpan<byte> bytes, int start)
    {
        _bytes = bytes;
        _start = start;
    }

    /// <summary>The table that some bytes are about.</summary>
    public static FlatTable Root(ReadOnlySpan<byte> bytes) => new(bytes, Int32(bytes, 0));

    /// <summary>A number of 64 bits; 0 where it is not there.</summary>
    public long Long(int field) => Place(field) is > 0 and int at ? BinaryPrimitives.ReadInt64LittleEndian(_bytes[at..]) : 0;

    /// <summary>A table inside this one.</summary>
    public FlatTable Table(int field) => Place(field) is > 0 and int at ? new(_bytes, at + Int32(_bytes, at)) : throw new InvalidDataException("a part of its description is missing");

    /// <summary>A vector of blocks: where each begins, how long its description is, and its body.</summary>
    public ArrowBlock[] Blocks(int field, out int[] descriptions)
    {
        const int Size = 24;
        descriptions = [];
        if (Place(field) is not (> 0 and int at))
            return [];
        int vector = at + Int32(_bytes, at);
        int count = Int32(_bytes, vector);
        ReadOnlySpan<byte> items = _bytes.Slice(vector + sizeof(int), checked(count * Size));
        ArrowBlock[] blocks = new ArrowBlock[count];
        descriptions = new int[count];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> item = items.Slice(i * Size, Size);
            descriptions[i] = Int32(item, 8);
            blocks[i] = new(BinaryPrimitives.ReadInt64LittleEndian(item), checked(descriptions[i] + BinaryPrimitives.ReadInt64LittleEndian(item[16..])));
        }

        return blocks;
    }

    /// <summary>Where a field lies; 0 where it is not there.</summary>
    private int Place(int field)
    {
        int entries = _start - Int32(_bytes, _start);
        int entry = 4 + (2 * field);
        int size = BinaryPrimitives.ReadUInt16LittleEndian(_bytes[entries..]);
        int offset = entry + 2 > size ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(_bytes[(entries + entry)..]);
        return offset == 0 ? 0 : _start + offset;
    }

    private static int Int32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);
}
