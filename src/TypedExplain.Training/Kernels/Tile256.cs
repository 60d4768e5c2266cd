using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Training.Kernels;

/// <summary>
/// Rows by vectors of 256 bits, for processors with sixteen registers of them: twelve sums keep both units for products
/// busy while each waits for the one before it, and leave room for what is multiplied.
/// </summary>
internal static class Tile256<TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    /// <summary>Four rows by three vectors.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Multiply4By3<TEnd>(TileRows<TNumber> left, ref TNumber right, nuint rightStride, int depth, ref TNumber product, nuint stride, bool isSum, TEnd end)
        where TEnd : struct, IEpilogue<TNumber, TEnd>, allows ref struct
    {
        nuint lanes = (nuint)Vector256<TNumber>.Count;
        nint step = left.DepthStride, last = depth * step;
        for (int row = 0; row < left.Height; row += 4)
        {
            nuint at = (nuint)row * stride;
            ref TNumber b = ref right;
            ref TNumber a0 = ref left[row], a1 = ref left[row + 1], a2 = ref left[row + 2], a3 = ref left[row + 3];
            Vector256<TNumber> c00 = default, c01 = default, c02 = default, c10 = default, c11 = default, c12 = default;
            Vector256<TNumber> c20 = default, c21 = default, c22 = default, c30 = default, c31 = default, c32 = default;
            if (isSum)
            {
                (c00, c01, c02) = (Vector256.LoadUnsafe(ref product, at), Vector256.LoadUnsafe(ref product, at + lanes), Vector256.LoadUnsafe(ref product, at + (2 * lanes)));
                (c10, c11, c12) = (Vector256.LoadUnsafe(ref product, at + stride), Vector256.LoadUnsafe(ref product, at + stride + lanes), Vector256.LoadUnsafe(ref product, at + stride + (2 * lanes)));
                (c20, c21, c22) = (Vector256.LoadUnsafe(ref product, at + (2 * stride)), Vector256.LoadUnsafe(ref product, at + (2 * stride) + lanes), Vector256.LoadUnsafe(ref product, at + (2 * stride) + (2 * lanes)));
                (c30, c31, c32) = (Vector256.LoadUnsafe(ref product, at + (3 * stride)), Vector256.LoadUnsafe(ref product, at + (3 * stride) + lanes), Vector256.LoadUnsafe(ref product, at + (3 * stride) + (2 * lanes)));
            }

            for (nint k = 0; k < last; k += step)
            {
                Vector256<TNumber> b0 = Vector256.LoadUnsafe(ref b), b1 = Vector256.LoadUnsafe(ref b, lanes), b2 = Vector256.LoadUnsafe(ref b, 2 * lanes);
                Vector256<TNumber> x = Vector256.Create(Unsafe.Add(ref a0, k));
                (c00, c01, c02) = (Lanes.Fma(x, b0, c00), Lanes.Fma(x, b1, c01), Lanes.Fma(x, b2, c02));
                x = Vector256.Create(Unsafe.Add(ref a1, k));
                (c10, c11, c12) = (Lanes.Fma(x, b0, c10), Lanes.Fma(x, b1, c11), Lanes.Fma(x, b2, c12));
                x = Vector256.Create(Unsafe.Add(ref a2, k));
                (c20, c21, c22) = (Lanes.Fma(x, b0, c20), Lanes.Fma(x, b1, c21), Lanes.Fma(x, b2, c22));
                x = Vector256.Create(Unsafe.Add(ref a3, k));
                (c30, c31, c32) = (Lanes.Fma(x, b0, c30), Lanes.Fma(x, b1, c31), Lanes.Fma(x, b2, c32));
                b = ref Unsafe.Add(ref b, rightStride);
            }

            end.Of(c00, at, 0).StoreUnsafe(ref product, at);
            end.Of(c01, at + lanes, lanes).StoreUnsafe(ref product, at + lanes);
            end.Of(c02, at + (2 * lanes), 2 * lanes).StoreUnsafe(ref product, at + (2 * lanes));
            end.Of(c10, at + stride, 0).StoreUnsafe(ref product, at + stride);
            end.Of(c11, at + stride + lanes, lanes).StoreUnsafe(ref product, at + stride + lanes);
            end.Of(c12, at + stride + (2 * lanes), 2 * lanes).StoreUnsafe(ref product, at + stride + (2 * lanes));
            end.Of(c20, at + (2 * stride), 0).StoreUnsafe(ref product, at + (2 * stride));
            end.Of(c21, at + (2 * stride) + lanes, lanes).StoreUnsafe(ref product, at + (2 * stride) + lanes);
            end.Of(c22, at + (2 * stride) + (2 * lanes), 2 * lanes).StoreUnsafe(ref product, at + (2 * stride) + (2 * lanes));
            end.Of(c30, at + (3 * stride), 0).StoreUnsafe(ref product, at + (3 * stride));
            end.Of(c31, at + (3 * stride) + lanes, lanes).StoreUnsafe(ref product, at + (3 * stride) + lanes);
            end.Of(c32, at + (3 * stride) + (2 * lanes), 2 * lanes).StoreUnsafe(ref product, at + (3 * stride) + (2 * lanes));
        }
    }

    /// <summary>Four rows by two vectors.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Multiply4By2<TEnd>(TileRows<TNumber> left, ref TNumber right, nuint rightStride, int depth, ref TNumber product, nuint stride, bool isSum, TEnd end)
        where TEnd : struct, IEpilogue<TNumber, TEnd>, allows ref struct
    {
        nuint lanes = (nuint)Vector256<TNumber>.Count;
        nint step = left.DepthStride, last = depth * step;
        for (int row = 0; row < left.Height; row += 4)
        {
            nuint at = (nuint)row * stride;
            ref TNumber b = ref right;
            ref TNumber a0 = ref left[row], a1 = ref left[row + 1], a2 = ref left[row + 2], a3 = ref left[row + 3];
            Vector256<TNumber> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
            if (isSum)
            {
                (c00, c01) = (Vector256.LoadUnsafe(ref product, at), Vector256.LoadUnsafe(ref product, at + lanes));
                (c10, c11) = (Vector256.LoadUnsafe(ref product, at + stride), Vector256.LoadUnsafe(ref product, at + stride + lanes));
                (c20, c21) = (Vector256.LoadUnsafe(ref product, at + (2 * stride)), Vector256.LoadUnsafe(ref product, at + (2 * stride) + lanes));
                (c30, c31) = (Vector256.LoadUnsafe(ref product, at + (3 * stride)), Vector256.LoadUnsafe(ref product, at + (3 * stride) + lanes));
            }

            for (nint k = 0; k < last; k += step)
            {
                Vector256<TNumber> b0 = Vector256.LoadUnsafe(ref b), b1 = Vector256.LoadUnsafe(ref b, lanes);
                Vector256<TNumber> x = Vector256.Create(Unsafe.Add(ref a0, k));
                (c00, c01) = (Lanes.Fma(x, b0, c00), Lanes.Fma(x, b1, c01));
                x = Vector256.Create(Unsafe.Add(ref a1, k));
                (c10, c11) = (Lanes.Fma(x, b0, c10), Lanes.Fma(x, b1, c11));
                x = Vector256.Create(Unsafe.Add(ref a2, k));
                (c20, c21) = (Lanes.Fma(x, b0, c20), Lanes.Fma(x, b1, c21));
                x = Vector256.Create(Unsafe.Add(ref a3, k));
                (c30, c31) = (Lanes.Fma(x, b0, c30), Lanes.Fma(x, b1, c31));
                b = ref Unsafe.Add(ref b, rightStride);
            }

            end.Of(c00, at, 0).StoreUnsafe(ref product, at);
            end.Of(c01, at + lanes, lanes).StoreUnsafe(ref product, at + lanes);
            end.Of(c10, at + stride, 0).StoreUnsafe(ref product, at + stride);
            end.Of(c11, at + stride + lanes, lanes).StoreUnsafe(ref product, at + stride + lanes);
            end.Of(c20, at + (2 * stride), 0).StoreUnsafe(ref product, at + (2 * stride));
            end.Of(c21, at + (2 * stride) + lanes, lanes).StoreUnsafe(ref product, at + (2 * stride) + lanes);
            end.Of(c30, at + (3 * stride), 0).StoreUnsafe(ref product, at + (3 * stride));
            end.Of(c31, at + (3 * stride) + lanes, lanes).StoreUnsafe(ref product, at + (3 * stride) + lanes);
        }
    }
}
