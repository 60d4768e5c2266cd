namespace TypedExplain.Global.Importances;

/// <summary>
/// The increase of a loss where rows get values of other rows, with its standard error. With h(i, k) the increase for row i with the value
/// of row k, the mean over cycles is a U-statistic of which only some pairs are seen: its variance is
/// (Var(g₁ + g₂) + σ²/R)/n, of the effects g₁ of a row as the one that is changed, g₂ as the one that gives, and what neither explains.
/// The sum of a row's two means over R repeats varies by Var(g₁ + g₂) + (Var h + σ²)/R, and Var h is that of all pairs. Degrees of freedom
/// of such a difference of variances are Satterthwaite's.
/// </summary>
internal sealed class PermutedLoss(int rows, int repeats)
{
    private readonly double[] _changed = new double[rows], _given = new double[rows], _changedSquares = new double[rows], _givenSquares = new double[rows];

    /// <summary>Takes one increase.</summary>
    /// <param name="row">The row that was changed.</param>
    /// <param name="giver">The row whose value it got.</param>
    /// <param name="increase">By how much the loss rose.</param>
    public void Add(int row, int giver, double increase)
    {
        _changed[row] += increase;
        _given[giver] += increase;
        _changedSquares[row] += increase * increase;
        _givenSquares[giver] += increase * increase;
    }

    /// <summary>The mean increase per row, its standard error, NaN for fewer than two rows, and the degrees of freedom of that.</summary>
    public (double Mean, double StandardError, double Freedom) Result()
    {
        if (rows == 0)
            return (0, double.NaN, 0);
        double mean = _changed.Sum() / rows / repeats;
        if (rows < 2)
            return (mean, double.NaN, 0);
        double sums = 0, all = 0, within = 0;
        for (int row = 0; row < rows; row++)
        {
            double both = ((_changed[row] + _given[row]) / repeats) - (2 * mean);
            sums += both * both;
            all += _changedSquares[row] - (2 * mean * _changed[row]) + (repeats * mean * mean);
            within += Within(_changed[row], _changedSquares[row]) + Within(_given[row], _givenSquares[row]);
        }

        double total = all / ((rows * (double)repeats) - 1), rest = Math.Max(0, (within / rows) - total);
        double spread = sums / (rows - 1), part = total / repeats, variance = Math.Max(spread - part, rest / repeats);
        double freedom = variance > 0 ? variance * variance / ((spread * spread / (rows - 1)) + (part * part / ((rows * (double)repeats) - 1))) : rows - 1;
        return (mean, Math.Sqrt(Math.Max(0, variance) / rows), Math.Clamp(freedom, 1, rows - 1));
    }

    /// <summary>The variance of a row's increases over repeats.</summary>
    private double Within(double sum, double squares) => repeats < 2 ? 0 : Math.Max(0, squares - (sum * sum / repeats)) / (repeats - 1);
}
