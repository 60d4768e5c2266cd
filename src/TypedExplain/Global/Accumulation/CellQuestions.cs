using TypedExplain.Global.Grids;
using TypedExplain.Global.Work;

namespace TypedExplain.Global.Accumulation;

/// <summary>Each row at the four corners of its cell; keeps the mean second differences of cells.</summary>
internal sealed class CellQuestions<T> : IQuestions
    where T : IFeatureRecord<T>
{
    private const int Corners = 4;

    private readonly Dataset<T> _background;
    private readonly (FeatureGrid<T> First, FeatureGrid<T> Second) _grids;
    private readonly int[] _rows;
    private readonly int[] _first;
    private readonly int[] _second;
    private readonly double[] _squares;
    private double _difference;

    public CellQuestions(Dataset<T> background, FeatureGrid<T> first, FeatureGrid<T> second, int[] rows)
    {
        (_background, _grids, _rows) = (background, (first, second), rows);
        (Down, Across) = (first.Count - 1, second.Count - 1);
        (_first, _second) = (Intervals(first), Intervals(second));
        (Means, _squares, Counts) = (new double[Down * Across], new double[Down * Across], new int[Down * Across]);
    }

    /// <inheritdoc/>
    public long Count => Means.Length == 0 ? 0 : (long)Corners * _rows.Length;

    /// <summary>How many intervals the first feature has.</summary>
    public int Down { get; }

    /// <summary>How many intervals the second feature has.</summary>
    public int Across { get; }

    /// <summary>The mean second difference of each cell; 0 for one without rows.</summary>
    public double[] Means { get; }

    /// <summary>How many rows each cell has.</summary>
    public int[] Counts { get; }

    /// <summary>The variance of a cell's mean; that of all cells together where it has one row.</summary>
    public double[] Variances()
    {
        double all = 0;
        int freedom = 0;
        for (int cell = 0; cell < _squares.Length; cell++)
            (all, freedom) = (all + _squares[cell], freedom + Math.Max(0, Counts[cell] - 1));
        double pooled = freedom == 0 ? double.NaN : all / freedom;
        return [.. _squares.Select((squares, cell) => Counts[cell] == 0 ? 0 : (Counts[cell] > 1 ? squares / (Counts[cell] - 1) : pooled) / Counts[cell])];
    }

    /// <inheritdoc/>
    public (int Row, bool IsGiven) Write(long question, Span<double> columns)
    {
        (int row, int corner) = At(question);
        _background.Encoded[_rows[row]].CopyTo(columns);
        _grids.First.Write(_first[row] + (corner / 2), columns);
        _grids.Second.Write(_second[row] + (corner % 2), columns);
        return (_rows[row], false);
    }

    /// <inheritdoc/>
    public void Take(long question, double answer)
    {
        (int row, int corner) = At(question);
        _difference = (corner == 0 ? 0 : _difference) + (corner is 0 or 3 ? answer : -answer);
        if (corner < 3)
            return;
        int cell = (_first[row] * Across) + _second[row];
        double off = _difference - Means[cell];
        Means[cell] += off / ++Counts[cell];
        _squares[cell] += off * (_difference - Means[cell]);
    }

    private static (int Row, int Corner) At(long question) => ((int)(question / Corners), (int)(question % Corners));

    private int[] Intervals(FeatureGrid<T> grid)
    {
        double[] edges = [.. grid.Points.Select(point => point.Value)];
        return [.. _rows.Select(row => StepDesign.Interval(edges, NumberGrid.Of(grid.Unit.Feature, _background.Encoded[row]), isCyclic: false))];
    }
}
