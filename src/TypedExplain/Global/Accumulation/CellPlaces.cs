namespace TypedExplain.Global.Accumulation;

/// <summary>
/// How a surface moves with the number of rows in each cell (the influence function): a row more in a cell changes what the features do by
/// themselves there, and the mean.
/// </summary>
/// <param name="surface">The surface at the corners of cells, without the effects of each feature by itself and with a mean of 0.</param>
/// <param name="down">How many intervals the first feature has.</param>
/// <param name="across">How many intervals the second feature has.</param>
/// <param name="counts">How many rows each cell has.</param>
internal sealed class CellPlaces(double[] surface, int down, int across, int[] counts)
{
    private readonly double _rows = counts.Sum();

    /// <summary>What the places of rows add to the variance at each corner.</summary>
    public double[] Variances(CancellationToken cancellation)
    {
        double[] squares = new double[surface.Length];
        double[] ofRows = Totals(down, cell => cell / across), ofColumns = Totals(across, cell => cell % across);
        for (int cell = 0; cell < counts.Length; cell++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (counts[cell] == 0)
                continue;
            (int i, int j) = (cell / across, cell % across);

            // The surface has no mean step in any interval, so the cell's own step is how far it is off.
            double step = ((At(i + 1, j) - At(i, j) + At(i + 1, j + 1) - At(i, j + 1)) / 2) / ofRows[i];
            double other = ((At(i, j + 1) - At(i, j) + At(i + 1, j + 1) - At(i + 1, j)) / 2) / ofColumns[j];
            double mean = ((At(i, j) + At(i + 1, j) + At(i, j + 1) + At(i + 1, j + 1)) / 4 / _rows) - (step * Beyond(ofRows, i)) - (other * Beyond(ofColumns, j));
            for (int at = 0; at < squares.Length; at++)
            {
                double moved = -(at / (across + 1) > i ? step : 0) - (at % (across + 1) > j ? other : 0) - mean;
                squares[at] += counts[cell] * moved * moved;
            }
        }

        return squares;
    }

    /// <summary>The share of rows beyond an interval, with half of those in it.</summary>
    private double Beyond(double[] totals, int interval)
    {
        double sum = totals[interval] / 2;
        for (int next = interval + 1; next < totals.Length; next++)
            sum += totals[next];
        return sum / _rows;
    }

    private double[] Totals(int intervals, Func<int, int> of)
    {
        double[] totals = new double[intervals];
        for (int cell = 0; cell < counts.Length; cell++)
            totals[of(cell)] += counts[cell];
        return totals;
    }

    private double At(int i, int j) => surface[(i * (across + 1)) + j];
}
