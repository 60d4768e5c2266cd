namespace TypedExplain.Tests.Images;

/// <summary>Unpacks what zlib packed (RFC 1950 and 1951), slowly: bit by bit, code by code.</summary>
internal sealed class Inflater(byte[] packed)
{
    private static readonly int[] s_lengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
    private static readonly int[] s_distanceBase = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
    private static readonly int[] s_order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    private readonly List<byte> _out = [];
    private int _bit = 16;

    public static byte[] Unpack(byte[] packed)
    {
        Assert.Equal(0, ((packed[0] << 8) | packed[1]) % 31);
        Assert.Equal(8, packed[0] & 15);
        return new Inflater(packed).Run();
    }

    private byte[] Run()
    {
        for (bool isLast = false; !isLast;)
        {
            isLast = Bits(1) == 1;
            switch (Bits(2))
            {
                case 0:
                    Stored();
                    break;
                case 1:
                    int[] lengths = [.. Enumerable.Repeat(8, 144), .. Enumerable.Repeat(9, 112), .. Enumerable.Repeat(7, 24), .. Enumerable.Repeat(8, 8)];
                    Block(Codes(lengths), Codes([.. Enumerable.Repeat(5, 30)]));
                    break;
                case 2:
                    Dynamic();
                    break;
                default:
                    Assert.Fail("a block of no kind");
                    break;
            }
        }

        int at = (_bit + 7) / 8;
        Assert.Equal(Adler(), ((uint)packed[at] << 24) | ((uint)packed[at + 1] << 16) | ((uint)packed[at + 2] << 8) | packed[at + 3]);
        Assert.Equal(packed.Length, at + 4);
        return [.. _out];
    }

    private void Stored()
    {
        _bit = (_bit + 7) / 8 * 8;
        int count = Bits(16);
        Assert.Equal(count, ~Bits(16) & 0xFFFF);
        for (int i = 0; i < count; i++)
            _out.Add((byte)Bits(8));
    }

    private void Dynamic()
    {
        int literals = Bits(5) + 257, distances = Bits(5) + 1, count = Bits(4) + 4;
        int[] own = new int[19];
        for (int i = 0; i < count; i++)
            own[s_order[i]] = Bits(3);
        Dictionary<(int, int), int> codes = Codes(own);
        List<int> lengths = [];
        while (lengths.Count < literals + distances)
        {
            int symbol = Symbol(codes);
            if (symbol < 16)
                lengths.Add(symbol);
            else if (symbol == 16)
                lengths.AddRange(Enumerable.Repeat(lengths[^1], 3 + Bits(2)));
            else
                lengths.AddRange(Enumerable.Repeat(0, symbol == 17 ? 3 + Bits(3) : 11 + Bits(7)));
        }

        Block(Codes([.. lengths.Take(literals)]), Codes([.. lengths.Skip(literals)]));
    }

    private void Block(Dictionary<(int, int), int> literals, Dictionary<(int, int), int> distances)
    {
        for (int symbol; (symbol = Symbol(literals)) != 256;)
        {
            if (symbol < 256)
            {
                _out.Add((byte)symbol);
                continue;
            }

            int code = symbol - 257, length = s_lengthBase[code] + Bits(code is < 4 or 28 ? 0 : (code / 4) - 1);
            int far = Symbol(distances), distance = s_distanceBase[far] + Bits(far < 2 ? 0 : (far / 2) - 1);
            for (int i = 0; i < length; i++)
                _out.Add(_out[^distance]);
        }
    }

    private static Dictionary<(int Length, int Code), int> Codes(int[] lengths)
    {
        Dictionary<(int, int), int> codes = [];
        for (int length = 1, code = 0; length <= 15; length++, code <<= 1)
        {
            for (int symbol = 0; symbol < lengths.Length; symbol++)
            {
                if (lengths[symbol] == length)
                    codes.Add((length, code++), symbol);
            }
        }

        return codes;
    }

    private int Symbol(Dictionary<(int, int), int> codes)
    {
        for (int length = 1, code = Bits(1); length <= 15; length++, code = (code << 1) | Bits(1))
        {
            if (codes.TryGetValue((length, code), out int symbol))
                return symbol;
        }

        throw new InvalidDataException("a code that no symbol has");
    }

    private int Bits(int count)
    {
        int value = 0;
        for (int i = 0; i < count; i++, _bit++)
            value |= ((packed[_bit / 8] >> (_bit % 8)) & 1) << i;
        return value;
    }

    private uint Adler()
    {
        uint a = 1, b = 0;
        foreach (byte value in _out)
            (a, b) = ((a + value) % 65521, (b + ((a + value) % 65521)) % 65521);
        return (b << 16) | a;
    }
}
