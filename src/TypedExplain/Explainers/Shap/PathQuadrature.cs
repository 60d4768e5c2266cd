using System.Collections.Immutable;
using TypedExplain.Models.Forests;
using TypedExplain.Numerics;

namespace TypedExplain.Explainers.Shap;

/// <summary>Where the products along the paths of a forest are taken, and with which weights: half as many points as a path has features.</summary>
internal readonly struct PathQuadrature : IDisposable
{
    private readonly Pooled _memory;

    /// <summary>Prepares for a forest.</summary>
    /// <param name="trees">Its trees.</param>
    public PathQuadrature(ImmutableArray<TreePaths> trees)
    {
        int mostFeatures = 0;
        foreach (TreePaths paths in trees)
            (mostFeatures, MostNodes) = (Math.Max(mostFeatures, paths.MostFeatures), Math.Max(MostNodes, paths.Tree.NodeCount));

        // Registers are filled; points too many have weight 0.
        Count = Math.Max(1, (mostFeatures + 1) / 2);
        Width = Count <= 2 ? 2 : (Count + 3) / 4 * 4;
        _memory = new(4 * Width);
        GaussLegendre.Fill(Points[..Count], Weights[..Count]);
        Points[Count..].Fill(0.5);
        for (int i = 0; i < Width; i++)
            (Rests[i], Misses[i]) = (1 - Points[i], -1 / (1 - Points[i]));
    }

    /// <summary>How many points there are.</summary>
    public int Count { get; }

    /// <summary>How many there are with those of weight 0: two, or a multiple of four.</summary>
    public int Width { get; }

    /// <summary>How many nodes the largest tree has.</summary>
    public int MostNodes { get; }

    /// <summary>The points t, between 0 and 1.</summary>
    public Span<double> Points => _memory.Span[..Width];

    /// <summary>Their weights.</summary>
    public Span<double> Weights => _memory.Span.Slice(Width, Width);

    /// <summary>1 − t.</summary>
    public Span<double> Rests => _memory.Span.Slice(2 * Width, Width);

    /// <summary>What a feature whose answers the instance does not give adds, divided by its factor: −1/(1 − t).</summary>
    public Span<double> Misses => _memory.Span.Slice(3 * Width, Width);

    public void Dispose() => _memory.Dispose();
}
