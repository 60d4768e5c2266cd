using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TypedExplain.Numerics.Lanes;

/// <summary>Eight doubles in 512 bits.</summary>
internal readonly struct EightLanes(Vector512<double> lanes) : ILanes<EightLanes>
{
    private readonly Vector512<double> _lanes = lanes;

    public static int Count => 8;

    private Vector512<ulong> Bits => _lanes.AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Of(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes OfBits(ulong bits) => Of(Vector512.Create(bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Counting(ulong from) => Of(Vector512.Create(from) + Vector512.Create(0ul, 1, 2, 3, 4, 5, 6, 7));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Load(ref readonly double from, nuint offset) => new(Vector512.LoadUnsafe(in from, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(EightLanes lanes, ref double to, nuint offset) => lanes._lanes.StoreUnsafe(ref to, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator +(EightLanes left, EightLanes right) => new(left._lanes + right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator -(EightLanes left, EightLanes right) => new(left._lanes - right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator *(EightLanes left, EightLanes right) => new(left._lanes * right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator /(EightLanes left, EightLanes right) => new(left._lanes / right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator &(EightLanes left, EightLanes right) => new(left._lanes & right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator |(EightLanes left, EightLanes right) => new(left._lanes | right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator ^(EightLanes left, EightLanes right) => new(left._lanes ^ right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator <<(EightLanes lanes, int count) => Of(lanes.Bits << count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator >>>(EightLanes lanes, int count) => Of(lanes.Bits >>> count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator >>(EightLanes lanes, int count) => new((lanes._lanes.AsInt32() >> count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Fma(EightLanes left, EightLanes right, EightLanes sum) => new(Vector512.FusedMultiplyAdd(left._lanes, right._lanes, sum._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Sqrt(EightLanes lanes) => new(Vector512.Sqrt(lanes._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Min(EightLanes left, EightLanes right) => new(Vector512.MinNative(left._lanes, right._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Max(EightLanes left, EightLanes right) => new(Vector512.MaxNative(left._lanes, right._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes AddBits(EightLanes left, EightLanes right) => Of(left.Bits + right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes SubtractBits(EightLanes left, EightLanes right) => Of(left.Bits - right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes MultiplyLow(EightLanes lanes, uint factor) => Of(Avx512F.IsSupported
        ? Avx512F.Multiply(lanes._lanes.AsUInt32(), Vector512.Create((ulong)factor).AsUInt32())
        : (lanes.Bits & Vector512.Create(0xFFFF_FFFFul)) * factor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes IsAtLeast(EightLanes left, EightLanes right) => new(Vector512.GreaterThanOrEqual(left._lanes, right._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes IsNumber(EightLanes lanes) => new(Vector512.Equals(lanes._lanes, lanes._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Select(EightLanes mask, EightLanes set, EightLanes clear) => new(Vector512.ConditionalSelect(mask._lanes, set._lanes, clear._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static EightLanes Of(Vector512<ulong> bits) => new(bits.AsDouble());
}
