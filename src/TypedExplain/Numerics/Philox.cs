using System.Runtime.CompilerServices;
using TypedExplain.Numerics.Lanes;

namespace TypedExplain.Numerics;

/// <summary>
/// Philox 4×32 with 10 rounds (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", 2011):
/// a function from a 128-bit counter and a 64-bit key to 128 random bits, without state.
/// </summary>
internal static class Philox
{
    private const ulong MultiplierA = 0xD2511F53;
    private const ulong MultiplierB = 0xCD9E8D57;
    private const uint WeylA = 0x9E3779B9;
    private const uint WeylB = 0xBB67AE85;
    private const int Rounds = 10;

    /// <summary>The 128 bits of one counter, as two halves.</summary>
    public static (ulong First, ulong Second) Block(ulong low, ulong high, ulong key)
    {
        uint c0 = (uint)low, c1 = (uint)(low >> 32), c2 = (uint)high, c3 = (uint)(high >> 32);
        uint k0 = (uint)key, k1 = (uint)(key >> 32);
        for (int round = 0; round < Rounds; round++, k0 += WeylA, k1 += WeylB)
        {
            ulong a = MultiplierA * c0, b = MultiplierB * c2;
            c0 = (uint)(b >> 32) ^ c1 ^ k0;
            c1 = (uint)b;
            c2 = (uint)(a >> 32) ^ c3 ^ k1;
            c3 = (uint)a;
        }

        return (c0 | ((ulong)c1 << 32), c2 | ((ulong)c3 << 32));
    }

    /// <summary>How many numbers the keys of all rounds are.</summary>
    public const int KeyLength = 2 * Rounds;

    /// <summary>The keys of all rounds, made once for many blocks.</summary>
    /// <param name="key">The key.</param>
    /// <param name="keys">Where they go, <see cref="KeyLength"/> numbers of 32 bits.</param>
    public static void FillKeys(ulong key, Span<ulong> keys)
    {
        uint k0 = (uint)key, k1 = (uint)(key >> 32);
        for (int i = 0; i < keys.Length; i += 2, k0 += WeylA, k1 += WeylB)
            (keys[i], keys[i + 1]) = (k0, k1);
    }

    /// <summary>The same for as many counters as there are lanes, from <paramref name="low"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TLanes First, TLanes Second) Blocks<TLanes>(ulong low, ulong high, ref readonly ulong keys)
        where TLanes : struct, ILanes<TLanes>
    {
        // Only the lower 32 bits of each lane count until the end; what is above them is left as it comes.
        TLanes c0 = TLanes.Counting(low);
        TLanes c1 = c0 >>> 32;
        TLanes c2 = TLanes.OfBits(high & 0xFFFF_FFFF);
        TLanes c3 = TLanes.OfBits(high >> 32);
        for (nuint at = 0; at < KeyLength; at += 2)
        {
            TLanes a = TLanes.MultiplyLow(c0, (uint)MultiplierA), b = TLanes.MultiplyLow(c2, (uint)MultiplierB);
            c0 = (c1 ^ TLanes.OfBits(Unsafe.Add(ref Unsafe.AsRef(in keys), at))) ^ (b >>> 32);
            c1 = b;
            c2 = (c3 ^ TLanes.OfBits(Unsafe.Add(ref Unsafe.AsRef(in keys), at + 1))) ^ (a >>> 32);
            c3 = a;
        }

        TLanes mask = TLanes.OfBits(0xFFFF_FFFF);
        return ((c0 & mask) | (c1 << 32), (c2 & mask) | (c3 << 32));
    }
}
