using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedExplain.Training.Kernels;

/// <summary>Up to eight rows of the left side of a product, read where they lie. A row beyond the last is the last one again.</summary>
/// <param name="first">The first number of the first row.</param>
/// <param name="rowStride">From one row to the next.</param>
/// <param name="depthStride">From one number of a row to the next.</param>
/// <param name="height">How many rows there are; at least 1.</param>
internal readonly ref struct TileRows<TNumber>(ref TNumber first, nint rowStride, nint depthStride, int height)
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private readonly ref TNumber _first = ref first;

    public nint DepthStride { get; } = depthStride;

    public int Height { get; } = height;

    public ref TNumber this[int row] => ref Unsafe.Add(ref _first, Math.Min(row, Height - 1) * rowStride);

    /// <summary>The rows from one on.</summary>
    public TileRows<TNumber> From(int row) => new(ref this[row], rowStride, DepthStride, Height - row);
}
