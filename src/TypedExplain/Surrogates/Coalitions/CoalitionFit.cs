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
        for (int coalition = 0; coalition < coalitions.Count; coalition++)
            Fill(coalition, gains[coalition], total, _table.Span.Slice(coalition * stride, stride));

        using Pooled moments = new(stride * stride);
        using Pooled memory = new(NormalEquations.MemoryFor(size));
        Moments.Of(_table.Span, stride, coalitions.Weights, moments.Span);
        NormalEquations equations = NormalEquations.From(moments.Span, size, intercept: false, memory.Span);
        Span<double> slopes = _slopes.Span[..size];
        WeightedRidge.Solve(equations, 0, slopes);
        equations.Gram.CopyTo(_factor.Span);
        IsDetermined = Cholesky.Factor(_factor.Span, size);

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
    /// with the degrees of freedom of the fit taken off.
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

        using Pooled inverse = new(size * size);
        Invert(inverse.Span);
        using Pooled memory = new((3 * (size + 1)) + size);
        Span<double> move = memory.Span[..(size + 1)], sums = memory.Span.Slice(size + 1, size + 1), squares = memory.Span.Slice(2 * (size + 1), size + 1);
        Span<double> pull = memory.Span[(3 * (size + 1))..];
        double perDraw = sample.Plan.WeightLeft / (2 * draws);
        for (int pair = sample.Complete; pair < _coalitions.Count; pair += 2)
        {
            Move(pair, inverse.Span, pull, move);
            double times = _coalitions.Weights[pair] / perDraw;
            for (int i = 0; i < move.Length; i++)
            {
                sums[i] += times * move[i];
                squares[i] += times * move[i] * move[i];
            }
        }

        double scale = sample.Plan.WeightLeft / 2;
        for (int i = 0; i < move.Length; i++)
        {
            double variance = Math.Max(0, squares[i] - (sums[i] * sums[i] / draws)) / draws / freedom;
            errors[_chosen[i]] = scale * Math.Sqrt(variance);
        }
    }

    public void Dispose()
    {
        _table.Dispose();
        _factor.Dispose();
        _slopes.Dispose();
    }

    private void Fill(int coalition, double gain, double total, Span<double> row)
    {
        int size = _chosen.Length - 1;
        ReadOnlySpan<ulong> players = _coalitions[coalition];
        double last = CoalitionSet.Bit(players, _chosen[size]);
        for (int i = 0; i < size; i++)
            row[i] = (long)CoalitionSet.Bit(players, _chosen[i]) - last;
        row[size] = gain - (last * total);
        row[size + 1] = 1;
    }

    /// <summary>A⁻¹·Σ x·residual over a coalition and its complement; the last player's move makes up for the others'.</summary>
    private void Move(int pair, ReadOnlySpan<double> inverse, Span<double> pull, Span<double> move)
    {
        int size = _chosen.Length - 1;
        pull.Clear();
        for (int coalition = pair; coalition < pair + 2; coalition++)
        {
            ReadOnlySpan<double> row = _table.Span.Slice(coalition * Stride, Stride);
            double residual = row[size] - VectorOps.Dot(_slopes.Span[..size], row);
            VectorOps.AddScaled(residual, row, pull);
        }

        move.Clear();
        for (int i = 0; i < size; i++)
            VectorOps.AddScaled(pull[i], inverse.Slice(i * size, size), move[..size]);
        for (int i = 0; i < size; i++)
            move[size] -= move[i];
    }

    /// <summary>A⁻¹, of which there is one for all coalitions.</summary>
    private void Invert(Span<double> inverse)
    {
        int size = _chosen.Length - 1;
        for (int i = 0; i < size; i++)
        {
            inverse[(i * size) + i] = 1;
            Cholesky.Solve(_factor.Span, inverse.Slice(i * size, size));
        }
    }
}
