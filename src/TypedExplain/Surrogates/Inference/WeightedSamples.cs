using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Inference;

/// <summary>Weighted samples as fits see them.</summary>
internal readonly ref struct WeightedSamples
{
    /// <summary>Rows [x₁ … x_d, y, 1]; the first is the instance.</summary>
    public required ReadOnlySpan<double> Table { get; init; }

    /// <summary>d.</summary>
    public required int Columns { get; init; }

    /// <summary>One weight per row.</summary>
    public required ReadOnlySpan<double> Weights { get; init; }

    /// <summary>Whether the second and third row are a pair, the fourth and fifth, and so on.</summary>
    public required bool ArePaired { get; init; }

    /// <summary>For each column whether the two of a pair mirror it; of the others each has a draw of its own.</summary>
    public ReadOnlySpan<bool> Mirrored { get; init; }

    /// <summary>For each column whether it is held, so that it tells nothing if it never varies; where others never do, by chance, that is too few samples.</summary>
    public ReadOnlySpan<bool> Held { get; init; }

    /// <summary>The distance between rows.</summary>
    public int Stride => Moments.Stride(Columns + 2);
}
