using System.Numerics;
using System.Runtime.Intrinsics;

namespace TypedExplain.Training.Kernels;

/// <summary>What is done to an element of a product when its sum is complete, before it leaves the registers.</summary>
internal interface IEpilogue<TNumber, TSelf>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    where TSelf : struct, IEpilogue<TNumber, TSelf>, allows ref struct
{
    /// <summary>The epilogue for a part of the product that starts at an offset and a column of it.</summary>
    TSelf From(int at, int column);

    /// <summary>One element.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="at">Where it lies in the product.</param>
    /// <param name="column">In which column.</param>
    TNumber Of(TNumber sum, nuint at, nuint column);

    /// <summary>Elements beside one another.</summary>
    Vector128<TNumber> Of(Vector128<TNumber> sum, nuint at, nuint column);

    /// <inheritdoc cref="Of(Vector128{TNumber}, nuint, nuint)"/>
    Vector256<TNumber> Of(Vector256<TNumber> sum, nuint at, nuint column);

    /// <inheritdoc cref="Of(Vector128{TNumber}, nuint, nuint)"/>
    Vector512<TNumber> Of(Vector512<TNumber> sum, nuint at, nuint column);
}
