using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Coalitions;

/// <summary>
/// The additive model of coalitions: weighted least squares for φ under Σφ = Δ, by taking one player out. With
/// response v(S) − v(∅) − z_last·Δ and design z_j − z_last it is an ordinary fit without an intercept.
/// </summary>
internal readonly ref struct CoalitionFit : IDisposable
{
    private readonly CoalitionSet _coalitions;
    private readonly ReadOnlySpan<int> _chosen;
    private readonly Pooled _table;
    private readonly Pooled _factor;
    private readonly Pooled _slopes;

    /// <summary>Fits.</summary>
    /// <param name="coalitions">The coalitions, with weights.</param>
    /// <param name="gains">v(S) − v(∅) of each.</param>
    /// <param name="total">Δ = v(all) − v(∅).</param>
    /// <param name="chosen">The players among whom Δ is divided, at least one; the others get 0.</param>
    public CoalitionFit(CoalitionSet coalitions, ReadOnlySpan<double> gains, double total, ReadOnlySpan<int> chosen)
    {
        _coalitions = coalitions;
        _chosen = chosen;
        int size = chosen.Length - 1, stride = Stride;
        _table = new(coalitions.Count * stride);
        _factor = new(size * size);
        _slopes = new(chosen.Length);
        Fill(gains, total);
        using Pooled moments = new(stride * stride);
        using Pooled memory = new(NormalEquations.MemoryFor(size));
        Moments.Of(_table.Span, stride, coalitions.Weights, moments.Span);
        NormalEquations equations = NormalEquations.From(moments.Span, size, intercept: false, memory.Span);
        Span<double> slopes = _slopes.Span[..size];
        IsDetermined = WeightedRidge.Solve(equations, 0, slopes, _factor.Span);

        double last = total;
        foreach (double slope in slopes)
            last -= slope;
        _slopes.Span[size] = last;
    }

    /// <summary>How many numbers the table of a fit holds.</summary>
    public static long TableLength(long coalitions, int players) => coalitions * Moments.Stride(players + 1);

    /// <summary>Whether the coalitions tell all players apart. If not, φ is the shortest of the solutions.</summary>
    public bool IsDetermined { get; }

    private int Stride => Moments.Stride(_chosen.Length + 1);

    /// <summary>Writes φ; one number per player, 0 for those that were not chosen.</summary>
    public void Shapley(Span<double> shapley)
    {
        shapley.Clear();
        for (int i = 0; i < _chosen.Length; i++)
            shapley[_chosen[i]] = _slopes.Span[i] + 0.0;
    }

    /// <summary>
    /// Writes the standard error of φ that is due to the draws; infinity where they are too few to tell. A pair drawn
    /// moves φ by A⁻¹·x·residual times its weight; the error is the spread of these moves (the sandwich estimator),
    /// with the degrees of freedom of the fit taken off, widened where few are left.
    /// </summary>
    /// <param name="sample">The sample whose coalitions were fitted.</param>
    /// <param name="errors">Where the errors go; one number per player.</param>
    public void StandardErrors(CoalitionSample sample, Span<double> errors)
    {
        int size = _chosen.Length - 1, draws = sample.Draws, freedom = draws - size;
        errors.Clear();
        if (!IsDetermined || freedom < 1)
        {
            foreach (int player in _chosen)
                errors[player] = size == 0 ? 0 : double.PositiveInfinity;
            return;
        }

        // A pair x and −x with residuals r and r′ pulls by (r − r′)·x, so that the squares of all moves are those of one matrix.
        int stride = Stride, count = _coalitions.Count;
        using Pooled memory = new((2 * count) + (2 * stride));
        Span<double> residuals = memory.Span[..count], weights = memory.Span.Slice(count, count), sum = memory.Span[^stride..];
        Residuals(memory.Span.Slice(2 * count, stride), residuals);
        double perDraw = sample.Plan.WeightLeft / (2 * draws);
        for (int pair = sample.Complete; pair < count; pair += 2)
        {
            double pull = residuals[pair] - residuals[pair + 1], times = _coalitions.Weights[pair] / perDraw;
            weights[pair] = times * pull * pull;
            VectorOps.AddScaled(times * pull, _table.Span.Slice(pair * stride, stride), sum);
        }

        using Pooled pulls = new((stride * stride) + (2 * (size + 1)));
        Span<double> moments = pulls.Span[..(stride * stride)], squares = pulls.Span.Slice(stride * stride, size + 1), means = pulls.Span[^(size + 1)..];
        Moments.Of(_table.Span, stride, weights, moments);
        ShareMoves.Squares(_factor.Span, moments, stride, squares);
        ShareMoves.Fill(_factor.Span, sum[..size], means);
        double scale = sample.Plan.WeightLeft / 2, widening = Widening.Of(freedom);
        for (int i = 0; i <= size; i++)
        {
            double variance = Math.Max(0, squares[i] - (means[i] * means[i] / draws)) / draws / freedom;
            errors[_chosen[i]] = scale * Math.Sqrt(variance) * widening;
        }
    }

    public void Dispose()
    {
        _table.Dispose();
        _factor.Dispose();
        _slopes.Dispose();
    }

    private void Fill(ReadOnlySpan<double> gains, double total)
    {
        int size = _chosen.Length - 1, stride = Stride;
        CoalitionColumns columns = new(size, _chosen[..size].ToArray().Select((player, column) => (column, player)), _coalitions.Words);
        using Pooled memory = new(3 * size);
        Span<double> ones = memory.Span[..size], zeros = memory.Span.Slice(size, size), minusOnes = memory.Span[(2 * size)..];
        ones.Fill(1);
        minusOnes.Fill(-1);
        for (int coalition = 0; coalition < gains.Length; coalition++)
        {
            Span<double> row = _table.Span.Slice(coalition * stride, stride);
            if (_coalitions.Has(coalition, _chosen[size]))
            {
                columns.Select(_coalitions[coalition], zeros, minusOnes, row[..size]);
                row[size] = gains[coalition] - total;
            }
            else
            {
                columns.Select(_coalitions[coalition], ones, zeros, row[..size]);
                row[size] = gains[coalition];
            }

            row[size + 1] = 1;
        }
    }

    /// <summary>What the fit is off by, of every coalition.</summary>
    private void Residuals(Span<double> off, Span<double> residuals)
    {
        int size = _chosen.Length - 1;
        for (int i = 0; i < size; i++)
            off[i] = -_slopes.Span[i];
        off[size] = 1;
        VectorOps.DotRows(_table.Span, off, residuals);
    }
}
