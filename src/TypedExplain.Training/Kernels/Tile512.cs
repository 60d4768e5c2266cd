using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Training.Kernels;

/// <summary>Eight rows by vectors of 512 bits, for processors with thirty-two registers of them.</summary>
internal static class Tile512<TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    /// <summary>Two vectors wide.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void MultiplyBy2<TEnd>(TileRows<TNumber> left, ref TNumber right, nuint rightStride, int depth, ref TNumber product, nuint stride, bool isSum, TEnd end)
        where TEnd : struct, IEpilogue<TNumber, TEnd>, allows ref struct
    {
        nuint lanes = (nuint)Vector512<TNumber>.Count;
        nint step = left.DepthStride, last = depth * step;
        for (int row = 0; row < left.Height; row += 8)
        {
            nuint at = (nuint)row * stride;
            ref TNumber b = ref right;
            ref TNumber a0 = ref left[row], a1 = ref left[row + 1], a2 = ref left[row + 2], a3 = ref left[row + 3];
            ref TNumber a4 = ref left[row + 4], a5 = ref left[row + 5], a6 = ref left[row + 6], a7 = ref left[row + 7];
            Vector512<TNumber> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
            Vector512<TNumber> c40 = default, c41 = default, c50 = default, c51 = default, c60 = default, c61 = default, c70 = default, c71 = default;
            if (isSum)
            {
                (c00, c01) = (Vector512.LoadUnsafe(ref product, at), Vector512.LoadUnsafe(ref product, at + lanes));
                (c10, c11) = (Vector512.LoadUnsafe(ref product, at + stride), Vector512.LoadUnsafe(ref product, at + stride + lanes));
                (c20, c21) = (Vector512.LoadUnsafe(ref product, at + (2 * stride)), Vector512.LoadUnsafe(ref product, at + (2 * stride) + lanes));
                (c30, c31) = (Vector512.LoadUnsafe(ref product, at + (3 * stride)), Vector512.LoadUnsafe(ref product, at + (3 * stride) + lanes));
                (c40, c41) = (Vector512.LoadUnsafe(ref product, at + (4 * stride)), Vector512.LoadUnsafe(ref product, at + (4 * stride) + lanes));
                (c50, c51) = (Vector512.LoadUnsafe(ref product, at + (5 * stride)), Vector512.LoadUnsafe(ref product, at + (5 * stride) + lanes));
                (c60, c61) = (Vector512.LoadUnsafe(ref product, at + (6 * stride)), Vector512.LoadUnsafe(ref product, at + (6 * stride) + lanes));
                (c70, c71) = (Vector512.LoadUnsafe(ref product, at + (7 * stride)), Vector512.LoadUnsafe(ref product, at + (7 * stride) + lanes));
            }

            for (nint k = 0; k < last; k += step)
            {
                Vector512<TNumber> b0 = Vector512.LoadUnsafe(ref b), b1 = Vector512.LoadUnsafe(ref b, lanes);
                Vector512<TNumber> x = Vector512.Create(Unsafe.Add(ref a0, k));
                (c00, c01) = (Lanes.Fma(x, b0, c00), Lanes.Fma(x, b1, c01));
                x = Vector512.Create(Unsafe.Add(ref a1, k));
                (c10, c11) = (Lanes.Fma(x, b0, c10), Lanes.Fma(x, b1, c11));
                x = Vector512.Create(Unsafe.Add(ref a2, k));
                (c20, c21) = (Lanes.Fma(x, b0, c20), Lanes.Fma(x, b1, c21));
                x = Vector512.Create(Unsafe.Add(ref a3, k));
                (c30, c31) = (Lanes.Fma(x, b0, c30), Lanes.Fma(x, b1, c31));
                x = Vector512.Create(Unsafe.Add(ref a4, k));
                (c40, c41) = (Lanes.Fma(x, b0, c40), Lanes.Fma(x, b1, c41));
                x = Vector512.Create(Unsafe.Add(ref a5, k));
                (c50, c51) = (Lanes.Fma(x, b0, c50), Lanes.Fma(x, b1, c51));
                x = Vector512.Create(Unsafe.Add(ref a6, k));
                (c60, c61) = (Lanes.Fma(x, b0, c60), Lanes.Fma(x, b1, c61));
                x = Vector512.Create(Unsafe.Add(ref a7, k));
                (c70, c71) = (Lanes.Fma(x, b0, c70), Lanes.Fma(x, b1, c71));
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
            end.Of(c40, at + (4 * stride), 0).StoreUnsafe(ref product, at + (4 * stride));
            end.Of(c41, at + (4 * stride) + lanes, lanes).StoreUnsafe(ref product, at + (4 * stride) + lanes);
            end.Of(c50, at + (5 * stride), 0).StoreUnsafe(ref product, at + (5 * stride));
            end.Of(c51, at + (5 * stride) + lanes, lanes).StoreUnsafe(ref product, at + (5 * stride) + lanes);
            end.Of(c60, at + (6 * stride), 0).StoreUnsafe(ref product, at + (6 * stride));
            end.Of(c61, at + (6 * stride) + lanes, lanes).StoreUnsafe(ref product, at + (6 * stride) + lanes);
            end.Of(c70, at + (7 * stride), 0).StoreUnsafe(ref product, at + (7 * stride));
            end.Of(c71, at + (7 * stride) + lanes, lanes).StoreUnsafe(ref product, at + (7 * stride) + lanes);
        }
    }

    /// <summary>One vector wide.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void MultiplyBy1<TEnd>(TileRows<TNumber> left, ref TNumber right, nuint rightStride, int depth, ref TNumber product, nuint stride, bool isSum, TEnd end)
        where TEnd : struct, IEpilogue<TNumber, TEnd>, allows ref struct
    {
        nint step = left.DepthStride, last = depth * step;
        for (int row = 0; row < left.Height; row += 8)
        {
            nuint at = (nuint)row * stride;
            ref TNumber b = ref right;
            ref TNumber a0 = ref left[row], a1 = ref left[row + 1], a2 = ref left[row + 2], a3 = ref left[row + 3];
            ref TNumber a4 = ref left[row + 4], a5 = ref left[row + 5], a6 = ref left[row + 6], a7 = ref left[row + 7];
            Vector512<TNumber> c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default, c7 = default;
            if (isSum)
            {
                c0 = Vector512.LoadUnsafe(ref product, at);
                c1 = Vector512.LoadUnsafe(ref product, at + stride);
                c2 = Vector512.LoadUnsafe(ref product, at + (2 * stride));
                c3 = Vector512.LoadUnsafe(ref product, at + (3 * stride));
                c4 = Vector512.LoadUnsafe(ref product, at + (4 * stride));
                c5 = Vector512.LoadUnsafe(ref product, at + (5 * stride));
                c6 = Vector512.LoadUnsafe(ref product, at + (6 * stride));
                c7 = Vector512.LoadUnsafe(ref product, at + (7 * stride));
            }

            for (nint k = 0; k < last; k += step)
            {
                Vector512<TNumber> b0 = Vector512.LoadUnsafe(ref b);
                c0 = Lanes.Fma(Vector512.Create(Unsafe.Add(ref a0, k)), b0, c0);
                c1 = Lanes.Fma(Vector512.Create(Unsafe.Add(ref a1, k)), b0, c1);
                c2 = Lanes.Fma(Vector512.Create(Unsafe.Add(ref a2, k)), b0, c2);
                c3 = Lanes.Fma(Vector512.Create(Unsafe.Add(ref a3, k)), b0, c3);
                c4 = Lanes.Fma(Vector512.Create(Unsafe.Add(ref a4, k)), b0, c4);
                c5 = Lanes.Fma(Vector512.Create(Unsafe.Add(ref a5, k)), b0, c5);
                c6 = Lanes.Fma(Vector512.Create(Unsafe.Add(ref a6, k)), b0, c6);
                c7 = Lanes.Fma(Vector512.Create(Unsafe.Add(ref a7, k)), b0, c7);
                b = ref Unsafe.Add(ref b, rightStride);
            }

            end.Of(c0, at, 0).StoreUnsafe(ref product, at);
            end.Of(c1, at + stride, 0).StoreUnsafe(ref product, at + stride);
            end.Of(c2, at + (2 * stride), 0).StoreUnsafe(ref product, at + (2 * stride));
            end.Of(c3, at + (3 * stride), 0).StoreUnsafe(ref product, at + (3 * stride));
            end.Of(c4, at + (4 * stride), 0).StoreUnsafe(ref product, at + (4 * stride));
            end.Of(c5, at + (5 * stride), 0).StoreUnsafe(ref product, at + (5 * stride));
            end.Of(c6, at + (6 * stride), 0).StoreUnsafe(ref product, at + (6 * stride));
            end.Of(c7, at + (7 * stride), 0).StoreUnsafe(ref product, at + (7 * stride));
        }
    }
}
