using System.Runtime.CompilerServices;
namespace TypedExplain.Numerics.Lanes;

/// <summary>
/// Two registers side by side. An elementwise kernel is one long chain of operations that wait for each other; two
/// chains that have nothing to do with each other wait at the same time.
/// </summary>
internal readonly struct TwoLanes<TLanes>(TLanes first, TLanes second) : ILanes<TwoLanes<TLanes>>
    where TLanes : struct, ILanes<TLanes>
{
    private readonly TLanes _first = first;
    private readonly TLanes _second = second;

    public static int Count => 2 * TLanes.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes> Of(double value) => new(TLanes.Of(value), TLanes.Of(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes> OfBits(ulong bits) => new(TLanes.OfBits(bits), TLanes.OfBits(bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes> Counting(ulong from) => new(TLanes.Counting(from), TLanes.Counting(from + (ulong)TLanes.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes> Load(ref readonly double from, nuint offset) => new(TLanes.Load(in from, offset), TLanes.Load(in from, offset + (nuint)TLanes.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(TwoLanes<TLanes> lanes, ref double to, nuint offset)
    {
        TLanes.Store(lanes._first, ref to, offset);
        TLanes.Store(lanes._second, ref to, offset + (nuint)TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes> operator +(TwoLanes<TLanes> left, TwoLanes<TLanes> right) => new(left._first + right._first, left._second + right._second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes> operator -(TwoLanes<TLanes> left, TwoLanes<TLanes> right) => new(left._first - right._first, left._second - right._second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes> operator *(TwoLanes<TLanes> left, TwoLanes<TLanes> right) => new(left._first * right._first, left._second * right._second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes> operator /(TwoLanes<TLanes> left, TwoLanes<TLanes> right) => new(left._first / right._first, left._second / right._second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes> operator &(TwoLanes<TLanes> left, TwoLanes<TLanes> right) => new(left._first & right._first, left._second & right._second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes> operator |(TwoLanes<TLanes> left, TwoLanes<TLanes> right) => new(left._first | right._first, left._second | right._second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes> operator ^(TwoLanes<TLanes> left, TwoLanes<TLanes> right) => new(left._first ^ right._first, left._second ^ right._second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes> operator <<(TwoLanes<TLanes> lanes, int count) => new(lanes._first << count, lanes._second << count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes> operator >>>(TwoLanes<TLanes> lanes, int count) => new(lanes._first >>> count, lanes._second >>> count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes> operator >>(TwoLanes<TLanes> lanes, int count) => new(lanes._first >> count, lanes._second >> count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes> Fma(TwoLanes<TLanes> left, TwoLanes<TLanes> right, TwoLanes<TLanes> sum) =>
        new(TLanes.Fma(left._first, right._first, sum._first), TLanes.Fma(left._second, right._second, sum._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes> Sqrt(TwoLanes<TLanes> lanes) => new(TLanes.Sqrt(lanes._first), TLanes.Sqrt(lanes._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes> Min(TwoLanes<TLanes> left, TwoLanes<TLanes> right) => new(TLanes.Min(left._first, right._first), TLanes.Min(left._second, right._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes> Max(TwoLanes<TLanes> left, TwoLanes<TLanes> right) => new(TLanes.Max(left._first, right._first), TLanes.Max(left._second, right._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes> AddBits(TwoLanes<TLanes> left, TwoLanes<TLanes> right) => new(TLanes.AddBits(left._first, right._first), TLanes.AddBits(left._second, right._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes> SubtractBits(TwoLanes<TLanes> left, TwoLanes<TLanes> right) =>
        new(TLanes.SubtractBits(left._first, right._first), TLanes.SubtractBits(left._second, right._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes> MultiplyLow(TwoLanes<TLanes> lanes, uint factor) => new(TLanes.MultiplyLow(lanes._first, factor), TLanes.MultiplyLow(lanes._second, factor));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes> IsAtLeast(TwoLanes<TLanes> left, TwoLanes<TLanes> right) => new(TLanes.IsAtLeast(left._first, right._first), TLanes.IsAtLeast(left._second, right._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes> IsNumber(TwoLanes<TLanes> lanes) => new(TLanes.IsNumber(lanes._first), TLanes.IsNumber(lanes._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes> Select(TwoLanes<TLanes> mask, TwoLanes<TLanes> set, TwoLanes<TLanes> clear) =>
        new(TLanes.Select(mask._first, set._first, clear._first), TLanes.Select(mask._second, set._second, clear._second));
}
