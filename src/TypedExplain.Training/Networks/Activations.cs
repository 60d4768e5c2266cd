using System.Numerics;

namespace TypedExplain.Training;

/// <summary>What the layers of a network answered to some rows, and the memory that the way back needs.</summary>
/// <param name="widths">Numbers per row that each layer answers.</param>
internal sealed class Activations<TNumber>(IReadOnlyList<int> widths)
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private readonly Scratch<TNumber>[] _layers = [.. widths.Select(_ => new Scratch<TNumber>())];
    private readonly Scratch<TNumber>[] _gradients = [new(), new()];
    private readonly Scratch<TNumber> _outputGradient = new();
    private readonly int _widest = widths.Max();

    /// <summary>Memory for packed matrices.</summary>
    public Scratch<TNumber> Packed { get; } = new();

    /// <summary>Memory for whatever else a layer needs.</summary>
    public Scratch<TNumber> Unfolded { get; } = new();

    /// <summary>The answers of a layer.</summary>
    public Span<TNumber> Layer(int layer, int rows) => _layers[layer].Take(rows * widths[layer]);

    /// <summary>The gradient of a loss with respect to the outputs, to be filled between the ways there and back.</summary>
    public Span<TNumber> OutputGradient(int rows) => _outputGradient.Take(rows * widths[^1]);

    /// <summary>The gradient with respect to a layer's answers; it holds until the one two layers away is taken.</summary>
    public Span<TNumber> Gradient(int layer, int rows) => layer == widths.Count - 1 ? OutputGradient(rows) : _gradients[layer % 2].Take(rows * _widest)[..(rows * widths[layer])];

    /// <summary>The first layer with an answer that is not finite; −1 where there is none.</summary>
    public int FirstNotFinite(int rows)
    {
        for (int layer = 0; layer < widths.Count; layer++)
        {
            if (!Elementwise.AreFinite<TNumber>(Layer(layer, rows)))
                return layer;
        }

        return -1;
    }
}
