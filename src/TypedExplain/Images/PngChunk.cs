using System.Buffers.Binary;

namespace TypedExplain.Images;

/// <summary>A part of a PNG file: length, name, content, and a check (CRC-32) of name and content.</summary>
internal static class PngChunk
{
    private static readonly uint[] s_table = Table();

    public static void Write(Stream file, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(name);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Add(Add(uint.MaxValue, name), content));
        file.Write(number);
    }

    private static uint Add(uint check, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
            check = s_table[(byte)(check ^ value)] ^ (check >> 8);
        return check;
    }

    private static uint[] Table()
    {
        uint[] table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++)
                value = (value & 1) == 0 ? value >> 1 : 0xEDB88320 ^ (value >> 1);
            table[i] = value;
        }

        return table;
    }
}
