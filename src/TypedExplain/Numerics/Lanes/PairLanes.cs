using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TypedExplain.Numerics.Lanes;

/// <summary>Two doubles in 128 bits.</summary>
internal readonly struct PairLanes(Vector128<double> lanes) : ILanes<PairLanes>
{
    private readonly Vector128<double> _lanes = lanes;

    public static int Count => 2;

    private Vector128<ulong> Bits => _lanes.AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairLanes Of(double value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairLanes OfBits(ulong bits) => Of(Vector128.Create(bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairLanes Counting(ulong from) => Of(Vector128.Create(from) + Vector128.Create(0ul, 1));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairLanes Load(ref readonly double from, nuint offset) => new(Vector128.LoadUnsafe(in from, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(PairLanes lanes, ref double to, nuint offset) => lanes._lanes.StoreUnsafe(ref to, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairLanes operator +(PairLanes left, PairLanes right) => new(left._lanes + right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairLanes operator -(PairLanes left, PairLanes right) => new(left._lanes - right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairLanes operator *(PairLanes left, PairLanes right) => new(left._lanes * right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairLanes operator /(PairLanes left, PairLanes right) => new(left._lanes / right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairLanes operator &(PairLanes left, PairLanes right) => new(left._lanes & right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairLanes operator |(PairLanes left, PairLanes right) => new(left._lanes | right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairLanes operator ^(PairLanes left, PairLanes right) => new(left._lanes ^ right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairLanes operator <<(PairLanes lanes, int count) => Of(lanes.Bits << count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairLanes operator >>>(PairLanes lanes, int count) => Of(lanes.Bits >>> count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairLanes operator >>(PairLanes lanes, int count) => new((lanes._lanes.AsInt32() >> count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairLanes Fma(PairLanes left, PairLanes right, PairLanes sum) => new(Vector128.FusedMultiplyAdd(left._lanes, right._lanes, sum._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairLanes Sqrt(PairLanes lanes) => new(Vector128.Sqrt(lanes._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairLanes Min(PairLanes left, PairLanes right) => new(Vector128.MinNative(left._lanes, right._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairLanes Max(PairLanes left, PairLanes right) => new(Vector128.MaxNative(left._lanes, right._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairLanes AddBits(PairLanes left, PairLanes right) => Of(left.Bits + right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairLanes SubtractBits(PairLanes left, PairLanes right) => Of(left.Bits - right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairLanes MultiplyLow(PairLanes lanes, uint factor) => Of(Sse2.IsSupported
        ? Sse2.Multiply(lanes._lanes.AsUInt32(), Vector128.Create((ulong)factor).AsUInt32())
        : (lanes.Bits & Vector128.Create(0xFFFF_FFFFul)) * factor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairLanes IsAtLeast(PairLanes left, PairLanes right) => new(Vector128.GreaterThanOrEqual(left._lanes, right._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairLanes IsNumber(PairLanes lanes) => new(Vector128.Equals(lanes._lanes, lanes._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PairLanes Select(PairLanes mask, PairLanes set, PairLanes clear) => new(Vector128.ConditionalSelect(mask._lanes, set._lanes, clear._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static PairLanes Of(Vector128<ulong> bits) => new(bits.AsDouble());
}
