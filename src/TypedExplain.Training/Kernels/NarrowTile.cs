using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Training.Kernels;

/// <summary>Eight rows by one vector of 256 or 128 bits, for the last columns of a product.</summary>
internal static class NarrowTile<TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    /// <summary>Eight rows by one vector of 256 bits.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Multiply256<TEnd>(TileRows<TNumber> left, ref TNumber right, nuint rightStride, int depth, ref TNumber product, nuint stride, bool isSum, TEnd end)
        where TEnd : struct, IEpilogue<TNumber, TEnd>, allows ref struct
    {
        nint step = left.DepthStride, last = depth * step;
        for (int row = 0; row < left.Height; row += 8)
        {
            nuint at = (nuint)row * stride;
            ref TNumber b = ref right;
            ref TNumber a0 = ref left[row], a1 = ref left[row + 1], a2 = ref left[row + 2], a3 = ref left[row + 3];
            ref TNumber a4 = ref left[row + 4], a5 = ref left[row + 5], a6 = ref left[row + 6], a7 = ref left[row + 7];
            Vector256<TNumber> c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default, c7 = default;
            if (isSum)
            {
                c0 = Vector256.LoadUnsafe(ref product, at);
                c1 = Vector256.LoadUnsafe(ref product, at + stride);
                c2 = Vector256.LoadUnsafe(ref product, at + (2 * stride));
                c3 = Vector256.LoadUnsafe(ref product, at + (3 * stride));
                c4 = Vector256.LoadUnsafe(ref product, at + (4 * stride));
                c5 = Vector256.LoadUnsafe(ref product, at + (5 * stride));
                c6 = Vector256.LoadUnsafe(ref product, at + (6 * stride));
                c7 = Vector256.LoadUnsafe(ref product, at + (7 * stride));
            }

            for (nint k = 0; k < last; k += step)
            {
                Vector256<TNumber> b0 = Vector256.LoadUnsafe(ref b);
                c0 = Lanes.Fma(Vector256.Create(Unsafe.Add(ref a0, k)), b0, c0);
                c1 = Lanes.Fma(Vector256.Create(Unsafe.Add(ref a1, k)), b0, c1);
                c2 = Lanes.Fma(Vector256.Create(Unsafe.Add(ref a2, k)), b0, c2);
                c3 = Lanes.Fma(Vector256.Create(Unsafe.Add(ref a3, k)), b0, c3);
                c4 = Lanes.Fma(Vector256.Create(Unsafe.Add(ref a4, k)), b0, c4);
                c5 = Lanes.Fma(Vector256.Create(Unsafe.Add(ref a5, k)), b0, c5);
                c6 = Lanes.Fma(Vector256.Create(Unsafe.Add(ref a6, k)), b0, c6);
                c7 = Lanes.Fma(Vector256.Create(Unsafe.Add(ref a7, k)), b0, c7);
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

    /// <summary>Eight rows by one vector of 128 bits.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Multiply128<TEnd>(TileRows<TNumber> left, ref TNumber right, nuint rightStride, int depth, ref TNumber product, nuint stride, bool isSum, TEnd end)
        where TEnd : struct, IEpilogue<TNumber, TEnd>, allows ref struct
    {
        nint step = left.DepthStride, last = depth * step;
        for (int row = 0; row < left.Height; row += 8)
        {
            nuint at = (nuint)row * stride;
            ref TNumber b = ref right;
            ref TNumber a0 = ref left[row], a1 = ref left[row + 1], a2 = ref left[row + 2], a3 = ref left[row + 3];
            ref TNumber a4 = ref left[row + 4], a5 = ref left[row + 5], a6 = ref left[row + 6], a7 = ref left[row + 7];
            Vector128<TNumber> c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default, c7 = default;
            if (isSum)
            {
                c0 = Vector128.LoadUnsafe(ref product, at);
                c1 = Vector128.LoadUnsafe(ref product, at + stride);
                c2 = Vector128.LoadUnsafe(ref product, at + (2 * stride));
                c3 = Vector128.LoadUnsafe(ref product, at + (3 * stride));
                c4 = Vector128.LoadUnsafe(ref product, at + (4 * stride));
                c5 = Vector128.LoadUnsafe(ref product, at + (5 * stride));
                c6 = Vector128.LoadUnsafe(ref product, at + (6 * stride));
                c7 = Vector128.LoadUnsafe(ref product, at + (7 * stride));
            }

            for (nint k = 0; k < last; k += step)
            {
                Vector128<TNumber> b0 = Vector128.LoadUnsafe(ref b);
                c0 = Lanes.Fma(Vector128.Create(Unsafe.Add(ref a0, k)), b0, c0);
                c1 = Lanes.Fma(Vector128.Create(Unsafe.Add(ref a1, k)), b0, c1);
                c2 = Lanes.Fma(Vector128.Create(Unsafe.Add(ref a2, k)), b0, c2);
                c3 = Lanes.Fma(Vector128.Create(Unsafe.Add(ref a3, k)), b0, c3);
                c4 = Lanes.Fma(Vector128.Create(Unsafe.Add(ref a4, k)), b0, c4);
                c5 = Lanes.Fma(Vector128.Create(Unsafe.Add(ref a5, k)), b0, c5);
                c6 = Lanes.Fma(Vector128.Create(Unsafe.Add(ref a6, k)), b0, c6);
                c7 = Lanes.Fma(Vector128.Create(Unsafe.Add(ref a7, k)), b0, c7);
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
