namespace Papers;

/// <summary>The numbers of one method over the splits of a table, put together from its cells.</summary>
public sealed class TableNumbers
{
    private readonly IReadOnlyList<double[]?> _all;
    private readonly double[][] _cells;
    private readonly int _widths;

    /// <summary>Puts together the cells of a method, one per split; null where one is not finished.</summary>
    public TableNumbers(IReadOnlyList<double[]?> cells, int widths) => (_all, _cells, _widths) = (cells, [.. cells.OfType<double[]>()], widths);

    /// <summary>How many splits are finished.</summary>
    public int Splits => _cells.Length;

    /// <summary>This method and another, each only of the splits that are finished of both.</summary>
    public (TableNumbers Own, TableNumbers Other) Shared(TableNumbers other)
    {
        bool[] both = [.. _all.Zip(other._all, (own, theirs) => own is not null && theirs is not null)];
        return (Of(_all), Of(other._all));

        TableNumbers Of(IReadOnlyList<double[]?> cells) => new([.. cells.Where((_, split) => both[split])], _widths);
    }

    /// <summary>A metric at each kernel width, as the mean over splits: what the tables' ± is over.</summary>
    public Sample OverWidths(int metric) => new([.. Enumerable.Range(0, _widths).Select(width => Mean(_cells.Select(cell => cell[(width * TableMetrics.Names.Count) + metric])))]);

    /// <summary>A metric at one kernel width, over splits.</summary>
    public Sample AtWidth(int metric, int width) => new([.. _cells.Select(cell => cell[(width * TableMetrics.Names.Count) + metric])]);

    /// <summary>A metric of each split, as the mean over kernel widths: what paired tests over splits are of.</summary>
    public double[] OverSplits(int metric) => [.. _cells.Select(cell => Mean(Enumerable.Range(0, _widths).Select(width => cell[(width * TableMetrics.Names.Count) + metric])))];

    /// <summary>A metric of each row of each split, as the mean over kernel widths: what paired tests over rows are of.</summary>
    public double[] OverRows(int metric) => [.. _cells.SelectMany(cell => Rows(cell, metric))];

    /// <summary>What a cell has after its metrics: fewer numbers than there are metrics by row.</summary>
    public double[] Besides(int split)
    {
        double[] cell = _cells[split];
        return cell[^((cell.Length - (_widths * TableMetrics.Names.Count)) % TableMetrics.PerRow)..];
    }

    private IEnumerable<double> Rows(double[] cell, int metric)
    {
        int first = _widths * TableMetrics.Names.Count, rows = (cell.Length - first) / TableMetrics.PerRow;
        return cell.Skip(first + (metric * rows)).Take(rows);
    }

    private static double Mean(IEnumerable<double> values) => new Sample([.. values]).Mean;
}
