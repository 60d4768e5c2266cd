using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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

    /// <summary>The same for the eight counters from <paramref name="low"/> on.</summary>
    public static (Vector512<ulong> First, Vector512<ulong> Second) Blocks(ulong low, ulong high, ulong key)
    {
        Vector512<ulong> mask = Vector512.Create(0xFFFF_FFFFul);
        Vector512<ulong> counter = Vector512.Create(low) + Vector512.Create(0ul, 1, 2, 3, 4, 5, 6, 7);
        Vector512<ulong> c0 = counter & mask;
        Vector512<ulong> c1 = counter >> 32;
        Vector512<ulong> c2 = Vector512.Create(high & 0xFFFF_FFFF);
        Vector512<ulong> c3 = Vector512.Create(high >> 32);
        uint k0 = (uint)key, k1 = (uint)(key >> 32);
        for (int round = 0; round < Rounds; round++, k0 += WeylA, k1 += WeylB)
        {
            Vector512<ulong> a = Product(c0, MultiplierA), b = Product(c2, MultiplierB);
            c0 = (b >> 32) ^ c1 ^ Vector512.Create((ulong)k0);
            c1 = b & mask;
            c2 = (a >> 32) ^ c3 ^ Vector512.Create((ulong)k1);
            c3 = a & mask;
        }

        return (c0 | (c1 << 32), c2 | (c3 << 32));
    }

    /// <summary>Products of 32-bit numbers, one in each 64-bit lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Product(Vector512<ulong> lanes, ulong factor)
    {
        if (Avx512F.IsSupported)
            return Avx512F.Multiply(lanes.AsUInt32(), Vector512.Create(factor).AsUInt32());
        return lanes * factor;
    }
}
