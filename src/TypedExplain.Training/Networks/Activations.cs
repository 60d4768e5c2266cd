using System.Numerics;
using TypedExplain.Training.Kernels;

namespace TypedExplain.Training.Networks;

/// <summary>What the layers of a network answered to some rows, and the memory that the way back needs.</summary>
internal sealed class Activations<TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private readonly IReadOnlyList<int> _widths;
    private readonly Scratch<TNumber>[] _layers;
    private readonly Scratch<TNumber>[] _gradients;

    /// <param name="widths">Numbers per row that each layer answers.</param>
    public Activations(IReadOnlyList<int> widths)
    {
        _widths = widths;
        _layers = [.. widths.Select(_ => new Scratch<TNumber>())];
        _gradients = [.. widths.Select(_ => new Scratch<TNumber>())];
    }

    private Activations(Activations<TNumber> whole) => (_widths, _layers, _gradients) = (whole._widths, whole._layers, whole._gradients);

    /// <summary>Position of the first row; above 0 only for a stretch of other activations.</summary>
    public int First { get; set; }

    /// <summary>Memory for packed matrices.</summary>
    public Scratch<TNumber> Packed { get; } = new();

    /// <summary>Memory for whatever else a layer needs.</summary>
    public Scratch<TNumber> Unfolded { get; } = new();

    /// <summary>A stretch of the same rows, with working memory of its own, for another thread.</summary>
    public Activations<TNumber> Stretch() => new(this);

    /// <summary>Makes room for so many rows, so that threads do not.</summary>
    public void Reserve(int rows)
    {
        for (int layer = 0; layer < _widths.Count; layer++)
        {
            _ = _layers[layer].Take(rows * _widths[layer]);
            _ = _gradients[layer].Take(rows * _widths[layer]);
        }
    }

    /// <summary>The answers of a layer.</summary>
    public Span<TNumber> Layer(int layer, int rows) => Rows(_layers[layer], _widths[layer], rows);

    /// <summary>The gradient of a loss with respect to the outputs, to be filled between the ways there and back.</summary>
    public Span<TNumber> OutputGradient(int rows) => Gradient(_widths.Count - 1, rows);

    /// <summary>The gradient with respect to a layer's answers.</summary>
    public Span<TNumber> Gradient(int layer, int rows) => Rows(_gradients[layer], _widths[layer], rows);

    /// <summary>The first layer with an answer that is not finite; −1 where there is none.</summary>
    public int FirstNotFinite(int rows)
    {
        for (int layer = 0; layer < _widths.Count; layer++)
        {
            if (!Elementwise.AreFinite<TNumber>(Layer(layer, rows)))
                return layer;
        }

        return -1;
    }

    private Span<TNumber> Rows(Scratch<TNumber> memory, int width, int rows) => memory.Take((First + rows) * width)[(First * width)..];
}
