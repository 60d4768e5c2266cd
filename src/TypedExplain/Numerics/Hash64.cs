using System.Runtime.InteropServices;

namespace TypedExplain.Numerics;

/// <summary>Hashing of 64-bit words into well-mixed 64-bit words (the finalizer of splitmix64).</summary>
internal static class Hash64
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>Mixes one word into a running hash.</summary>
    public static ulong Add(ulong hash, ulong word)
    {
        ulong z = (hash + Golden) ^ (word * 0xD6E8FEB86659FD93);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Hashes the bits of numbers; -0 counts as 0.</summary>
    public static ulong Of(ReadOnlySpan<double> values)
    {
        ulong hash = (ulong)values.Length;
        foreach (double value in values)
            hash = Add(hash, BitConverter.DoubleToUInt64Bits(value + 0.0));
        return hash;
    }

    /// <summary>Hashes the bits of numbers; -0 counts as 0.</summary>
    public static ulong Of(ReadOnlySpan<float> values)
    {
        ulong hash = (ulong)values.Length;
        foreach (float value in values)
            hash = Add(hash, BitConverter.SingleToUInt32Bits(value + 0.0f));
        return hash;
    }

    /// <summary>Hashes text by its UTF-16 units.</summary>
    public static ulong Of(string text)
    {
        ulong hash = (ulong)text.Length;
        foreach (ushort unit in MemoryMarshal.Cast<char, ushort>(text.AsSpan()))
            hash = Add(hash, unit);
        return hash;
    }
}
