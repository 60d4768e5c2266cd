using System.Collections.Immutable;
using TypedExplain.Numerics;

namespace TypedExplain.Neighborhoods.Density;

/// <summary>MeLIME's choice of a bandwidth: the one under which rows held out are likeliest, over contiguous folds.</summary>
internal static class BandwidthSearch
{
    private const int Candidates = 20, Folds = 5;
    private const double Narrowest = 0.005, Widest = 0.5;

    /// <summary>The bandwidths that are tried: equally spaced from 0.005 to 0.5.</summary>
    public static ImmutableArray<double> Grid { get; } =
        [.. Enumerable.Range(0, Candidates).Select(i => i == Candidates - 1 ? Widest : Narrowest + (i * ((Widest - Narrowest) / (Candidates - 1))))];

    /// <summary>The best bandwidth; of equals the narrowest.</summary>
    public static double Choose(KernelDensity points)
    {
        double[] likelihoods = LogLikelihoods(points);
        return Grid[Array.IndexOf(likelihoods, likelihoods.Max())];
    }

    /// <summary>For every bandwidth the mean over folds of the total log-likelihood of the fold's rows under the other folds'.</summary>
    public static double[] LogLikelihoods(KernelDensity points)
    {
        int folds = Math.Min(Folds, points.Count);
        double[] ofRows = new double[points.Count * Candidates];
        Parallel.For(0, points.Count, row =>
        {
            (int start, int end) = Fold(row, points.Count, folds);
            using Pooled memory = new(points.Dimensions + points.Count);
            Span<double> own = memory.Span[..points.Dimensions], squares = memory.Span[points.Dimensions..];
            points.Point(row, own);
            points.SquaredDistances(own, squares);
            squares[end..].CopyTo(squares[start..]);
            for (int i = 0; i < Candidates; i++)
                ofRows[(row * Candidates) + i] = KernelDensity.LogOfMean(squares[..(points.Count - (end - start))], Grid[i]) + KernelDensity.LogOfPeak(Grid[i], points.Dimensions);
        });

        // In the order of the rows, whichever thread did them.
        double[] likelihoods = new double[Candidates];
        for (int i = 0; i < ofRows.Length; i++)
            likelihoods[i % Candidates] += ofRows[i] / folds;
        return likelihoods;
    }

    /// <summary>The fold of a row: as even as can be, the larger ones first.</summary>
    private static (int Start, int End) Fold(int row, int rows, int folds)
    {
        int size = rows / folds, larger = rows % folds;
        int fold = row < larger * (size + 1) ? row / (size + 1) : (row - larger) / size;
        int start = (fold * size) + Math.Min(fold, larger);
        return (start, start + size + (fold < larger ? 1 : 0));
    }
}
