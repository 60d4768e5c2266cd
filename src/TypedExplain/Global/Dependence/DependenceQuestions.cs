using TypedExplain.Global.Grids;
using TypedExplain.Global.Work;

namespace TypedExplain.Global.Dependence;

/// <summary>Every row with every value, and for two features with every pair: sums over rows, and the answers of a few rows.</summary>
internal sealed class DependenceQuestions<T> : IQuestions
    where T : IFeatureRecord<T>
{
    private readonly Dataset<T> _background;
    private readonly FeatureGrid<T>[] _grids;
    private readonly int[] _rows;
    private readonly double[]? _first;
    private readonly int[] _kept;
    private readonly double[] _curves;
    private readonly double[] _sums;
    private readonly double[] _origins;
    private readonly double[] _offs;
    private readonly double[] _squares;
    private readonly int _points;

    /// <param name="background">The rows.</param>
    /// <param name="grids">One grid or two.</param>
    /// <param name="rows">Positions of the rows that are asked about.</param>
    /// <param name="isCentered">Whether the answer at the first point is taken off.</param>
    /// <param name="kept">Which of them keep their answers, in rising order.</param>
    public DependenceQuestions(Dataset<T> background, FeatureGrid<T>[] grids, int[] rows, bool isCentered, int[] kept)
    {
        (_background, _grids, _rows, _kept) = (background, grids, rows, kept);
        _points = grids.Aggregate(1, (product, grid) => product * grid.Count);
        _first = isCentered ? new double[rows.Length] : null;
        _curves = new double[(long)kept.Length * _points];
        (_sums, _origins, _offs, _squares) = (new double[_points], new double[_points], new double[_points], new double[_points]);
    }

    /// <inheritdoc/>
    public long Count => (long)_points * _rows.Length;

    /// <inheritdoc/>
    public (int Row, bool IsGiven) Write(long question, Span<double> columns)
    {
        (int point, int row) = At(question);
        _background.Encoded[_rows[row]].CopyTo(columns);
        if (_grids.Length > 1)
            _grids[1].Write(point % _grids[1].Count, columns);
        _grids[0].Write(_grids.Length > 1 ? point / _grids[1].Count : point, columns);
        return (_rows[row], false);
    }

    /// <inheritdoc/>
    public void Take(long question, double answer)
    {
        (int point, int row) = At(question);
        if (_first is not null)
        {
            if (point == 0)
                _first[row] = answer;
            answer -= _first[row];
        }

        if (row == 0)
            _origins[point] = answer;
        double off = answer - _origins[point];
        _sums[point] += answer;
        _offs[point] += off;
        _squares[point] += off * off;
        int kept = Array.BinarySearch(_kept, row);
        if (kept >= 0)
            _curves[((long)kept * _points) + point] = answer;
    }

    /// <summary>The mean over rows.</summary>
    public double Mean(int point) => _sums[point] / _rows.Length;

    /// <summary>Its standard error; NaN for one row.</summary>
    public double StandardError(int point)
    {
        double rows = _rows.Length, spread = Math.Max(0, _squares[point] - (_offs[point] * _offs[point] / rows));
        return rows < 2 ? double.NaN : Math.Sqrt(spread / (rows - 1) / rows);
    }

    /// <summary>The answers of a row that keeps them.</summary>
    public double[] CurveOf(int kept) => [.. _curves.Skip(kept * _points).Take(_points)];

    private (int Point, int Row) At(long question) => ((int)(question / _rows.Length), (int)(question % _rows.Length));
}
