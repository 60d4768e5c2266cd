using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TypedExplain.Numerics.Lanes;

namespace TypedExplain.Numerics;

/// <summary>
/// Uniform numbers to standard normal ones (Box and Muller, 1958), in place: of a block of 16, each of the first eight
/// is the radius and each of the last eight the angle of a point.
/// </summary>
/// <remarks>
/// In two passes, and none inlined into its caller: what the JIT inlines into one method is bounded, and beyond the bound
/// every operation on a register is a call.
/// </remarks>
internal static class BoxMuller
{
    /// <summary>Numbers in a block.</summary>
    private const int Length = 16;

    /// <summary>Numbers that go through both passes while they are in the first cache.</summary>
    private const int Chunk = 1024;

    /// <summary>Makes blocks normal.</summary>
    /// <param name="values">Uniform numbers in [0, 1): whole blocks.</param>
    public static void Apply(Span<double> values)
    {
        for (; values.Length > 0; values = values[Math.Min(Chunk, values.Length)..])
        {
            Span<double> chunk = values[..Math.Min(Chunk, values.Length)];
            if (Vector512.IsHardwareAccelerated)
            {
                Radii<EightLanes>(chunk);
                Points<EightLanes>(chunk);
            }
            else
            {
                Radii<TwoLanes<FourLanes>>(chunk);
                Points<TwoLanes<FourLanes>>(chunk);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Radii<TLanes>(Span<double> values)
        where TLanes : struct, ILanes<TLanes>
    {
        ref double first = ref MemoryMarshal.GetReference(values);
        for (int i = 0; i < values.Length; i += Length)
            TLanes.Store(TLanes.Sqrt(TLanes.Of(-2) * VectorMath.Log(TLanes.Of(1) - TLanes.Load(in first, (nuint)i))), ref first, (nuint)i);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Points<TLanes>(Span<double> values)
        where TLanes : struct, ILanes<TLanes>
    {
        ref double first = ref MemoryMarshal.GetReference(values);
        for (int i = 0; i < values.Length; i += Length)
        {
            TLanes radius = TLanes.Load(in first, (nuint)i);
            (TLanes sine, TLanes cosine) = VectorMath.SinCosOfTurns(TLanes.Load(in first, (nuint)i + 8));
            TLanes.Store(radius * cosine, ref first, (nuint)i);
            TLanes.Store(radius * sine, ref first, (nuint)i + 8);
        }
    }
}
