using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TypedExplain.Numerics.Lanes;

/// <summary>Four doubles in 256 bits.</summary>
internal readonly struct FourLanes(Vector256<double> lanes) : ILanes<FourLanes>
{
    private readonly Vector256<double> _lanes = lanes;

    public static int Count => 4;

    private Vector256<ulong> Bits => _lanes.AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Of(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes OfBits(ulong bits) => Of(Vector256.Create(bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Counting(ulong from) => Of(Vector256.Create(from) + Vector256.Create(0ul, 1, 2, 3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Load(ref readonly double from, nuint offset) => new(Vector256.LoadUnsafe(in from, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(FourLanes lanes, ref double to, nuint offset) => lanes._lanes.StoreUnsafe(ref to, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator +(FourLanes left, FourLanes right) => new(left._lanes + right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator -(FourLanes left, FourLanes right) => new(left._lanes - right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator *(FourLanes left, FourLanes right) => new(left._lanes * right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator /(FourLanes left, FourLanes right) => new(left._lanes / right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator &(FourLanes left, FourLanes right) => new(left._lanes & right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator |(FourLanes left, FourLanes right) => new(left._lanes | right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator ^(FourLanes left, FourLanes right) => new(left._lanes ^ right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator <<(FourLanes lanes, int count) => Of(lanes.Bits << count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator >>>(FourLanes lanes, int count) => Of(lanes.Bits >>> count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator >>(FourLanes lanes, int count) => new((lanes._lanes.AsInt32() >> count).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Fma(FourLanes left, FourLanes right, FourLanes sum) => new(Vector256.FusedMultiplyAdd(left._lanes, right._lanes, sum._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Sqrt(FourLanes lanes) => new(Vector256.Sqrt(lanes._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Min(FourLanes left, FourLanes right) => new(Vector256.MinNative(left._lanes, right._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Max(FourLanes left, FourLanes right) => new(Vector256.MaxNative(left._lanes, right._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes AddBits(FourLanes left, FourLanes right) => Of(left.Bits + right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes SubtractBits(FourLanes left, FourLanes right) => Of(left.Bits - right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes MultiplyLow(FourLanes lanes, uint factor) => Of(Avx2.IsSupported
        ? Avx2.Multiply(lanes._lanes.AsUInt32(), Vector256.Create((ulong)factor).AsUInt32())
        : (lanes.Bits & Vector256.Create(0xFFFF_FFFFul)) * factor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes IsAtLeast(FourLanes left, FourLanes right) => new(Vector256.GreaterThanOrEqual(left._lanes, right._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes IsNumber(FourLanes lanes) => new(Vector256.Equals(lanes._lanes, lanes._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Select(FourLanes mask, FourLanes set, FourLanes clear) => new(Vector256.ConditionalSelect(mask._lanes, set._lanes, clear._lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static FourLanes Of(Vector256<ulong> bits) => new(bits.AsDouble());
}
