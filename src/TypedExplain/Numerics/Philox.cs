using System.Runtime.CompilerServices;

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

    /// <summary>The same for as many counters as there are lanes, from <paramref name="low"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TLanes First, TLanes Second) Blocks<TLanes>(ulong low, ulong high, ulong key)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes mask = TLanes.OfBits(0xFFFF_FFFF);
        TLanes counter = TLanes.Counting(low);
        TLanes c0 = counter & mask;
        TLanes c1 = counter >>> 32;
        TLanes c2 = TLanes.OfBits(high & 0xFFFF_FFFF);
        TLanes c3 = TLanes.OfBits(high >> 32);
        uint k0 = (uint)key, k1 = (uint)(key >> 32);
        for (int round = 0; round < Rounds; round++, k0 += WeylA, k1 += WeylB)
        {
            TLanes a = TLanes.MultiplyLow(c0, (uint)MultiplierA), b = TLanes.MultiplyLow(c2, (uint)MultiplierB);
            c0 = (b >>> 32) ^ c1 ^ TLanes.OfBits(k0);
            c1 = b & mask;
            c2 = (a >>> 32) ^ c3 ^ TLanes.OfBits(k1);
            c3 = a & mask;
        }

        return (c0 | (c1 << 32), c2 | (c3 << 32));
    }
}
