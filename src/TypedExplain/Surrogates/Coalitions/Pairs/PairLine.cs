using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Coalitions.Pairs;

/// <summary>
/// The additive fit to pairs under Σφ = Δ: half the difference of a coalition and its complement is ½·Σ z_i·φ_i, so a pair is one
/// row. The last player is taken out.
/// </summary>
internal readonly ref struct PairLine : IDisposable
{
    private readonly PairSample _sample;
    private readonly Pooled _table;
    private readonly Pooled _factor;

    /// <summary>Fits.</summary>
    /// <param name="sample">The pairs.</param>
    /// <param name="odd">Half the difference of each, and behind them that of all players and none.</param>
    /// <param name="shares">Where φ goes; one number per player.</param>
    public PairLine(PairSample sample, ReadOnlySpan<double> odd, Span<double> shares)
    {
        _sample = sample;
        int size = shares.Length - 1, stride = Moments.Stride(size + 2);
        double total = 2 * odd[sample.Count];
        _table = new(sample.Count * stride);
        _factor = new(size * size);
        for (int pair = 0; pair < sample.Count; pair++)
        {
            Span<double> row = _table.Span.Slice(pair * stride, stride);
            double last = CoalitionSet.Has(sample[pair], size) ? 0.5 : -0.5;
            for (int i = 0; i < size; i++)
                row[i] = (CoalitionSet.Has(sample[pair], i) ? 0.5 : -0.5) - last;
            (row[size], row[size + 1]) = (odd[pair] - (last * total), 1);
        }

        using Pooled moments = new(stride * stride);
        using Pooled memory = new(NormalEquations.MemoryFor(size));
        Moments.Of(_table.Span, stride, sample.Weights, moments.Span);
        NormalEquations equations = NormalEquations.From(moments.Span, size, intercept: false, memory.Span);
        IsDetermined = WeightedRidge.Solve(equations, 0, shares[..size], _factor.Span);
        shares[size] = total;
        for (int i = 0; i < size; i++)
            shares[size] -= shares[i];
    }

    /// <summary>Whether the pairs tell all players apart. If not, φ is the shortest of the solutions.</summary>
    public bool IsDetermined { get; }

    /// <summary>What each pair is off the fit by; the largest is returned.</summary>
    public double Residuals(ReadOnlySpan<double> shares, Span<double> residuals)
    {
        int size = shares.Length - 1, stride = Moments.Stride(size + 2);
        using Pooled off = new(stride);
        for (int i = 0; i < size; i++)
            off.Span[i] = -shares[i];
        off.Span[size] = 1;
        VectorOps.DotRows(_table.Span, off.Span, residuals[.._sample.Count]);
        return VectorOps.MaxAbs(residuals[.._sample.Count]);
    }

    /// <summary>The weighted mean square of what each drawn pair is above the fit to the other pairs, as <see cref="ParityFit.Loss"/> is; infinite where the pairs do not tell all players apart.</summary>
    public double Loss(ReadOnlySpan<double> residuals)
    {
        if (!IsDetermined)
            return double.PositiveInfinity;
        int size = _sample.Plan.Players - 1, stride = Moments.Stride(size + 2);
        using Pooled memory = Pooled.Unset(size);
        double loss = 0, total = 0;
        for (int pair = 0; pair < _sample.Count; pair++)
        {
            _table.Span.Slice(pair * stride, size).CopyTo(memory.Span);
            Cholesky.SolveLower(_factor.Span, memory.Span);
            double without = residuals[pair] / Math.Max(1e-12, 1 - (_sample.Weights[pair] * VectorOps.Dot(memory.Span, memory.Span)));
            double weight = _sample.Weights[pair] * (1 - _sample.Inclusions[pair]);
            (loss, total) = (loss + (weight * without * without), total + weight);
        }

        return total > 0 ? loss / total : 0;
    }

    /// <summary>
    /// Writes the standard error of φ that is due to the draws, by what each drawn pair moves it (the sandwich); infinity where those are
    /// no more than the players.
    /// </summary>
    public void StandardErrors(ReadOnlySpan<double> residuals, Span<double> errors)
    {
        int size = errors.Length - 1, stride = Moments.Stride(size + 2), freedom = _sample.Plan.Drawn - size;
        if (!IsDetermined || freedom < 1)
        {
            errors.Fill(double.PositiveInfinity);
            return;
        }

        using Pooled memory = new(_sample.Count + (stride * stride));
        Span<double> weights = memory.Span[.._sample.Count], moments = memory.Span[_sample.Count..];
        for (int pair = 0; pair < _sample.Count; pair++)
        {
            double pull = _sample.Weights[pair] * residuals[pair];
            weights[pair] = (1 - _sample.Inclusions[pair]) * pull * pull;
        }

        Moments.Of(_table.Span, stride, weights, moments);
        ShareMoves.Squares(_factor.Span, moments, stride, errors);
        double times = _sample.Plan.Drawn / (double)freedom * Widening.Of(freedom) * Widening.Of(freedom);
        foreach (ref double error in errors)
            error = Math.Sqrt(Math.Max(0, times * error));
    }

    public void Dispose()
    {
        _table.Dispose();
        _factor.Dispose();
    }
}
