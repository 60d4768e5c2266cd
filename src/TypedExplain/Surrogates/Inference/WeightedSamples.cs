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

    /// <summary>The distance between rows.</summary>
    public int Stride => Moments.Stride(Columns + 2);

    /// <summary>(Σw)²/Σw².</summary>
    public double EffectiveSamples
    {
        get
        {
            double sum = 0;
            foreach (double weight in Weights)
                sum += weight;
            return sum * sum / VectorOps.Dot(Weights, Weights);
        }
    }
}
