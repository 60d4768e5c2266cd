using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Training.Kernels;

/// <summary>Multiplies each element by the slope of a leaky rectifier: 1 where the activated value is above 0.</summary>
/// <param name="activated">The first of the activated values, which lie as the product does.</param>
/// <param name="slope">The slope where they are not above 0.</param>
internal readonly ref struct MultiplyBySlopeEpilogue<TNumber>(ref TNumber activated, TNumber slope) : IEpilogue<TNumber, MultiplyBySlopeEpilogue<TNumber>>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private readonly ref TNumber _activated = ref activated;

    public MultiplyBySlopeEpilogue<TNumber> From(int at, int column) => new(ref Unsafe.Add(ref _activated, at), slope);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TNumber Of(TNumber sum, nuint at, nuint column) => Unsafe.Add(ref _activated, at) > TNumber.Zero ? sum : sum * slope;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<TNumber> Of(Vector128<TNumber> sum, nuint at, nuint column) =>
        Vector128.ConditionalSelect(Vector128.GreaterThan(Vector128.LoadUnsafe(ref _activated, at), Vector128<TNumber>.Zero), sum, sum * Vector128.Create(slope));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<TNumber> Of(Vector256<TNumber> sum, nuint at, nuint column) =>
        Vector256.ConditionalSelect(Vector256.GreaterThan(Vector256.LoadUnsafe(ref _activated, at), Vector256<TNumber>.Zero), sum, sum * Vector256.Create(slope));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<TNumber> Of(Vector512<TNumber> sum, nuint at, nuint column) =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(Vector512.LoadUnsafe(ref _activated, at), Vector512<TNumber>.Zero), sum, sum * Vector512.Create(slope));
}
