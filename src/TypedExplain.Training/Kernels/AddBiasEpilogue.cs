using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Training.Kernels;

/// <summary>Adds a number per column; then, on request, multiplies what is not above 0 by a slope.</summary>
/// <param name="bias">The first number.</param>
/// <param name="slope">The slope of the leaky rectifier.</param>
/// <param name="isActivated">Whether there is a rectifier.</param>
internal readonly ref struct AddBiasEpilogue<TNumber>(ref TNumber bias, TNumber slope, bool isActivated) : IEpilogue<TNumber, AddBiasEpilogue<TNumber>>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private readonly ref TNumber _bias = ref bias;

    public AddBiasEpilogue<TNumber> From(int at, int column) => new(ref Unsafe.Add(ref _bias, column), slope, isActivated);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TNumber Of(TNumber sum, nuint at, nuint column)
    {
        TNumber x = sum + Unsafe.Add(ref _bias, column);
        return isActivated && x <= TNumber.Zero ? x * slope : x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<TNumber> Of(Vector128<TNumber> sum, nuint at, nuint column)
    {
        Vector128<TNumber> x = sum + Vector128.LoadUnsafe(ref _bias, column);
        return isActivated ? Vector128.ConditionalSelect(Vector128.LessThanOrEqual(x, Vector128<TNumber>.Zero), x * Vector128.Create(slope), x) : x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<TNumber> Of(Vector256<TNumber> sum, nuint at, nuint column)
    {
        Vector256<TNumber> x = sum + Vector256.LoadUnsafe(ref _bias, column);
        return isActivated ? Vector256.ConditionalSelect(Vector256.LessThanOrEqual(x, Vector256<TNumber>.Zero), x * Vector256.Create(slope), x) : x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<TNumber> Of(Vector512<TNumber> sum, nuint at, nuint column)
    {
        Vector512<TNumber> x = sum + Vector512.LoadUnsafe(ref _bias, column);
        return isActivated ? Vector512.ConditionalSelect(Vector512.LessThanOrEqual(x, Vector512<TNumber>.Zero), x * Vector512.Create(slope), x) : x;
    }
}
