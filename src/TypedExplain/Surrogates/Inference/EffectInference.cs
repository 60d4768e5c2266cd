using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Inference;

/// <summary>
/// What samples tell of the slopes fitted to them: errors, intervals, which slopes are not told from 0, and how far the order
/// of the largest is told.
/// </summary>
internal sealed class EffectInference
{
    /// <summary>How likely an interval holds the slope that endless samples would give.</summary>
    public const double Level = 0.95;

    /// <summary>How likely any slope of an explanation is told from 0 that is 0.</summary>
    public const double FamilyError = 0.01;

    /// <summary>So many of the largest slopes are compared with those that follow.</summary>
    public const int Ranks = 10;

    // Below this share of the largest, a slope is rounding.
    private const double Rounding = 1e-10;

    private readonly double[] _errors, _lower, _upper;
    private readonly bool[] _isUndecided;

    private EffectInference(int columns) => (_errors, _lower, _upper, _isUndecided) = (new double[columns], new double[columns], new double[columns], new bool[columns]);

    /// <summary>The standard error of each column's slope; infinite where samples are too few to tell, 0 where nothing was fitted.</summary>
    public ReadOnlySpan<double> Errors => _errors;

    /// <summary>Where the intervals begin.</summary>
    public ReadOnlySpan<double> Lower => _lower;

    /// <summary>Where they end.</summary>
    public ReadOnlySpan<double> Upper => _upper;

    /// <summary>For each column whether its slope was fitted and is not told from 0.</summary>
    public ReadOnlySpan<bool> IsUndecided => _isUndecided;

    /// <summary>After how many of the largest slopes those that follow are told to be smaller, the smallest number first; at most <see cref="Ranks"/>.</summary>
    public required IReadOnlyList<int> Cuts { get; init; }

    /// <summary>Infers from samples and the slopes that a method gives.</summary>
    /// <param name="equations">The normal equations of the chosen columns.</param>
    /// <param name="ridge">α.</param>
    /// <param name="samples">The samples.</param>
    /// <param name="chosen">Which columns were fitted.</param>
    /// <param name="slopes">The method's slopes of all columns; they may be shrunk, and an interval holds the shrunk one too.</param>
    /// <param name="effective">How many effective samples there are.</param>
    /// <param name="ranked">How many of the first columns have an order.</param>
    public static EffectInference Of(in NormalEquations equations, double ridge, in WeightedSamples samples, ReadOnlySpan<int> chosen, ReadOnlySpan<double> slopes, double effective, int ranked)
    {
        int size = chosen.Length;
        using Pooled memory = Pooled.Unset((size * size) + (2 * size) + (2 * samples.Columns));
        Span<double> covariance = memory.Span[..(size * size)], unshrunk = memory.Span.Slice(size * size, size), reaches = memory.Span.Slice((size * size) + size, size);
        Span<double> means = memory.Span[^samples.Columns..], counts = memory.Span.Slice((size * size) + (2 * size), samples.Columns);
        double left = UnshrunkSlopes.Fill(equations, ridge, samples, chosen, effective, unshrunk, covariance);
        if (left == 0)
            return Unknown(chosen, slopes);

        means.Clear();
        for (int i = 0; i < size; i++)
            means[chosen[i]] = equations.Mean[i];
        ColumnFreedom.Fill(samples, means, counts);
        for (int i = 0; i < size; i++)
        {
            reaches[i] = counts[chosen[i]] == 0 ? 0 : StudentQuantile.Of((1 + Level) / 2, counts[chosen[i]]);
            if (counts[chosen[i]] == 0 && !samples.Held[chosen[i]])
                covariance[(i * size) + i] = double.PositiveInfinity;
        }

        RankCuts cuts = new(covariance, chosen, slopes, reaches);
        EffectInference inference = new(slopes.Length) { Cuts = cuts.Of(ranked, Ranks) };
        double smallest = Rounding * VectorOps.MaxAbs(unshrunk);
        for (int i = 0; i < size; i++)
        {
            int column = chosen[i];
            double error = Math.Sqrt(Math.Max(0, covariance[(i * size) + i])), slope = slopes[column];
            if (double.IsPositiveInfinity(error))
            {
                inference.SetUnknown(column);
                continue;
            }

            if (counts[column] == 0)
                continue;
            inference._errors[column] = error;
            inference._lower[column] = Math.Min(slope, Rounded(unshrunk[i] - (reaches[i] * error), smallest));
            inference._upper[column] = Math.Max(slope, Rounded(unshrunk[i] + (reaches[i] * error), smallest));
            double apart = StudentQuantile.Of(1 - (FamilyError / (2 * size)), counts[column]);
            bool isTold = Math.Abs(unshrunk[i]) > Math.Max(smallest, apart * error) && Math.Sign(unshrunk[i]) == Math.Sign(slope);
            inference._isUndecided[column] = !isTold;
        }

        return inference;
    }

    /// <summary>What was inferred before, one number per column.</summary>
    public static EffectInference Restored(double[] errors, double[] lower, double[] upper, bool[] isUndecided, IReadOnlyList<int> cuts)
    {
        EffectInference inference = new(errors.Length) { Cuts = cuts };
        errors.CopyTo(inference._errors, 0);
        lower.CopyTo(inference._lower, 0);
        upper.CopyTo(inference._upper, 0);
        isUndecided.CopyTo(inference._isUndecided, 0);
        return inference;
    }

    /// <summary>Of columns none of which was fitted.</summary>
    public static EffectInference OfNone(int columns) => new(columns) { Cuts = [] };

    private static EffectInference Unknown(ReadOnlySpan<int> chosen, ReadOnlySpan<double> slopes)
    {
        EffectInference inference = new(slopes.Length) { Cuts = [] };
        foreach (int column in chosen)
            inference.SetUnknown(column);
        return inference;
    }

    /// <summary>An end of an interval, which is 0 where it is rounding.</summary>
    private static double Rounded(double end, double smallest) => Math.Abs(end) < smallest ? 0 : end;

    private void SetUnknown(int column) =>
        (_errors[column], _lower[column], _upper[column], _isUndecided[column]) = (double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity, true);
}
