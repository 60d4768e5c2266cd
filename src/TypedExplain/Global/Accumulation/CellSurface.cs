namespace TypedExplain.Global.Accumulation;

/// <summary>
/// Second differences of cells added up, less the effects of each feature by itself, so that both of these and the mean are 0 over the rows.
/// </summary>
internal sealed class CellSurface
{
    private readonly int _down, _across;
    private readonly int[] _counts;
    private readonly int[] _sources;

    /// <param name="down">How many intervals the first feature has.</param>
    /// <param name="across">How many intervals the second feature has.</param>
    /// <param name="counts">How many rows each cell has.</param>
    public CellSurface(int down, int across, int[] counts)
    {
        (_down, _across, _counts) = (down, across, counts);
        _sources = [.. Enumerable.Range(0, counts.Length).Select(Source)];
    }

    /// <summary>How many cells have no row.</summary>
    public int Empty => _counts.Count(count => count == 0);

    /// <summary>The surface at the corners of cells.</summary>
    public double[] Of(double[] means)
    {
        double[] surface = new double[(_down + 1) * (_across + 1)];
        for (int i = 1; i <= _down; i++)
        {
            for (int j = 1; j <= _across; j++)
                surface[At(i, j)] = surface[At(i - 1, j)] + surface[At(i, j - 1)] - surface[At(i - 1, j - 1)] + means[_sources[((i - 1) * _across) + j - 1]];
        }

        double[] first = Main(surface, _down, _across, (along, other) => At(along, other), (along, other) => _counts[(along * _across) + other]);
        double[] second = Main(surface, _across, _down, (along, other) => At(other, along), (along, other) => _counts[(other * _across) + along]);
        double sum = 0, rows = 0;
        for (int i = 0; i <= _down; i++)
        {
            for (int j = 0; j <= _across; j++)
                surface[At(i, j)] -= first[i] + second[j];
        }

        for (int i = 0; i < _down; i++)
        {
            for (int j = 0; j < _across; j++)
            {
                double count = _counts[(i * _across) + j];
                sum += count * (surface[At(i, j)] + surface[At(i + 1, j)] + surface[At(i, j + 1)] + surface[At(i + 1, j + 1)]) / 4;
                rows += count;
            }
        }

        for (int at = 0; at < surface.Length; at++)
            surface[at] -= sum / rows;
        return surface;
    }

    /// <summary>
    /// The standard errors, of the rows as a sample: by the variance of each cell's mean, and by where rows lie, since the effects of each feature
    /// by itself and the mean are those over the rows (<see cref="CellPlaces"/>).
    /// </summary>
    /// <param name="means">The mean second difference of each cell.</param>
    /// <param name="variances">The variance of each of these.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public double[] Errors(double[] means, double[] variances, CancellationToken cancellation)
    {
        double[] squares = new CellPlaces(Of(means), _down, _across, _counts).Variances(cancellation), one = new double[_counts.Length];
        for (int cell = 0; cell < one.Length; cell++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_counts[cell] == 0)
                continue;
            one[cell] = 1;
            double[] share = Of(one);
            one[cell] = 0;
            for (int at = 0; at < share.Length; at++)
                squares[at] += share[at] * share[at] * variances[cell];
        }

        return [.. squares.Select(Math.Sqrt)];
    }

    /// <summary>The effect of one feature by itself that is in a surface: its mean steps over the rows of each interval, added up.</summary>
    private static double[] Main(double[] surface, int along, int others, Func<int, int, int> at, Func<int, int, int> count)
    {
        double[] effect = new double[along + 1];
        for (int i = 0; i < along; i++)
        {
            double sum = 0, rows = 0;
            for (int j = 0; j < others; j++)
            {
                sum += count(i, j) * (surface[at(i + 1, j)] - surface[at(i, j)] + surface[at(i + 1, j + 1)] - surface[at(i, j + 1)]) / 2;
                rows += count(i, j);
            }

            effect[i + 1] = effect[i] + (rows > 0 ? sum / rows : 0);
        }

        return effect;
    }

    private int At(int i, int j) => (i * (_across + 1)) + j;

    /// <summary>The cell itself, or of one without rows the nearest by intervals that has some; of several the first.</summary>
    private int Source(int cell)
    {
        int best = cell;
        long least = long.MaxValue;
        for (int other = 0; other < _counts.Length && _counts[cell] == 0; other++)
        {
            long down = (cell / _across) - (other / _across), across = (cell % _across) - (other % _across), distance = (down * down) + (across * across);
            if (_counts[other] > 0 && distance < least)
                (best, least) = (other, distance);
        }

        return best;
    }
}
