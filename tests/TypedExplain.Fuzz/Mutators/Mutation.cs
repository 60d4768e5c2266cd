using System.Buffers.Binary;

namespace TypedExplain.Fuzz.Mutators;

/// <summary>Draws that every mutator makes.</summary>
internal static class Mutation
{
    private static readonly long[] s_numbers =
    [
        0, 1, 2, 3, -1, -2, 7, 8, 15, 16, 31, 32, 63, 64, 127, 128, 255, 256, 32767, 32768, 46341, 65535, 65536, 65537, 1 << 20, 1 << 24, (1 << 24) + 1,
        int.MaxValue, int.MinValue, (1L << 32) - 2, 1L << 32, (1L << 32) + 1, long.MaxValue, long.MinValue,
    ];

    private static readonly float[] s_singles = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, float.Epsilon, -0f, 1e-30f, 1];

    public static readonly string[] Texts =
    [
        "", "a", "0", "-1", "1e999", "1e99999999999", "NaN", "Infinity", "-", "=1+1", "\0", "\u202E", "\uFEFF", "é", "\U0001D4D0", "\"", "'", ",", ";", "\t", "9999999999999999999999", "2147483648", "0x1", "true", "null", "2024-02-30", "24:00",
        "0001-01-01", "9999-12-31T23:59:59.9999999+14:00", "  ", "X", "Kind", "name", "version", "TypedExplain.schema", new('a', 300),
    ];

    public static TItem Any<TItem>(this Random random, IReadOnlyList<TItem> items) => items[random.Next(items.Count)];

    public static long Number(this Random random) => random.Next(4) == 0 ? random.NextInt64() : s_numbers[random.Next(s_numbers.Length)];

    /// <summary>Changes bytes without regard to what they mean.</summary>
    public static byte[] Bytes(Random random, byte[] bytes, byte[] other)
    {
        List<byte> own = [.. bytes];
        for (int changes = random.Next(1, 5); changes > 0; changes--)
        {
            int at = random.Next(own.Count + 1), count = Math.Min(own.Count - at, random.Next(1, 9));
            switch (random.Next(9))
            {
                case 0 when at < own.Count:
                    own[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1 when at < own.Count:
                    own[at] = (byte)random.Next(256);
                    break;
                case 2:
                    own.RemoveRange(at, count);
                    break;
                case 3:
                    own.InsertRange(at, own.GetRange(at, count));
                    break;
                case 4:
                    own.RemoveRange(at, own.Count - at);
                    break;
                case 5:
                    byte[] number = new byte[random.Next(2) == 0 ? sizeof(int) : sizeof(long)];
                    if (number.Length == sizeof(int))
                        BinaryPrimitives.WriteInt32LittleEndian(number, unchecked((int)random.Number()));
                    else
                        BinaryPrimitives.WriteInt64LittleEndian(number, random.Number());
                    Put(own, at, number);
                    break;
                case 6:
                    Put(own, at, BitConverter.GetBytes(random.Any(s_singles)));
                    break;
                case 7:
                    Put(own, at, BitConverter.GetBytes((double)random.Any(s_singles)));
                    break;
                default:
                    int from = random.Next(other.Length + 1);
                    own.InsertRange(at, other.AsSpan(from, Math.Min(other.Length - from, random.Next(1, 65))).ToArray());
                    break;
            }
        }

        return [.. own];
    }

    private static void Put(List<byte> own, int at, byte[] bytes)
    {
        for (int i = 0; i < bytes.Length && at + i < own.Count; i++)
            own[at + i] = bytes[i];
    }
}
