using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Training.Kernels;

/// <summary>Leaves every element as it is.</summary>
internal readonly struct IdentityEpilogue<TNumber> : IEpilogue<TNumber, IdentityEpilogue<TNumber>>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    public IdentityEpilogue<TNumber> From(int at, int column) => this;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TNumber Of(TNumber sum, nuint at, nuint column) => sum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<TNumber> Of(Vector128<TNumber> sum, nuint at, nuint column) => sum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<TNumber> Of(Vector256<TNumber> sum, nuint at, nuint column) => sum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<TNumber> Of(Vector512<TNumber> sum, nuint at, nuint column) => sum;
}
