using TypedExplain.Global.Units;
using TypedExplain.Global.Work;
using TypedExplain.Neighborhoods.Samples;

namespace TypedExplain.Global.Importances;

/// <summary>Every row as it is, then some rows at a time, each with the feature's values of its own neighbors.</summary>
internal sealed class ConditionalQuestions<T> : IQuestions
    where T : IFeatureRecord<T>
{
    private const int MostNumbers = 1 << 20;

    private readonly Dataset<T> _data;
    private readonly AnswerLoss _loss;
    private readonly ChangedUnits<T>[] _changed;
    private readonly SizedNeighborhood<T> _neighborhood;
    private readonly int _repeats;
    private readonly RandomStream _stream;
    private readonly int _together;
    private readonly double[] _neighbors;
    private readonly double[] _sums;
    private readonly double[] _squares;
    private readonly int[] _rows;
    private int _first = -1;
    private double _ofRow;

    public ConditionalQuestions(Dataset<T> data, AnswerLoss loss, ChangedUnits<T>[] changed, INeighborhood<T> neighborhood, int repeats, int seed)
    {
        (_data, _loss, _changed, _repeats, _stream) = (data, loss, changed, repeats, new(seed, "conditional importance"));
        _neighborhood = new(neighborhood, repeats + 1);
        int columns = T.Schema.Columns;
        _together = (int)Math.Clamp(MostNumbers / Math.Max(1, (long)repeats * columns), 1, data.Count);
        _neighbors = new double[_together * repeats * columns];
        (_sums, _squares, _rows) = (new double[changed.Length], new double[changed.Length], new int[changed.Length]);
        Losses = new double[data.Count];
    }

    /// <inheritdoc/>
    public long Count => CountOf(_data.Count, _changed.Length, _repeats);

    /// <summary>The loss of each row as it is.</summary>
    public double[] Losses { get; }

    /// <summary>How many questions there are.</summary>
    public static long CountOf(int rows, int changed, int repeats) => rows + ((long)rows * changed * repeats);

    /// <summary>For one of what was changed, the mean increase, its standard error, and of how many rows.</summary>
    public (double Mean, double StandardError, int Rows) Increase(int changed)
    {
        double rows = _rows[changed], mean = rows == 0 ? 0 : _sums[changed] / rows;
        return (mean, rows < 2 ? double.NaN : Math.Sqrt(Math.Max(0, _squares[changed] - (rows * mean * mean)) / (rows - 1) / rows), _rows[changed]);
    }

    /// <inheritdoc/>
    public (int Row, bool IsGiven) Write(long question, Span<double> columns)
    {
        if (question < _data.Count)
        {
            _data.Encoded[(int)question].CopyTo(columns);
            return ((int)question, true);
        }

        (int first, int changed, int row, int repeat) = At(question);
        if (first != _first)
            Draw(first);
        ReadOnlySpan<double> neighbor = _neighbors.AsSpan((((row - first) * _repeats) + repeat) * T.Schema.Columns, T.Schema.Columns);
        _data.Encoded[row].CopyTo(columns);
        if (_changed[changed].IsOpen(columns) && _changed[changed].IsOpen(neighbor))
            _changed[changed].Copy(neighbor, columns);
        return (row, false);
    }

    /// <inheritdoc/>
    public void Take(long question, double answer)
    {
        if (question < _data.Count)
        {
            Losses[question] = _loss.Of((int)question, answer);
            return;
        }

        (_, int changed, int row, int repeat) = At(question);
        _ofRow = (repeat == 0 ? 0 : _ofRow) + (_loss.Of(row, answer) - Losses[row]);
        if (repeat + 1 < _repeats || !_changed[changed].IsOpen(_data.Encoded[row]))
            return;
        double mean = _ofRow / _repeats;
        _sums[changed] += mean;
        _squares[changed] += mean * mean;
        _rows[changed]++;
    }

    private void Draw(int first)
    {
        int columns = T.Schema.Columns, length = _repeats * columns;
        for (int row = first; row < Math.Min(first + _together, _data.Count); row++)
            _neighborhood.Sample(_data.Encoded[row], _stream.For(row), _neighbors.AsSpan((row - first) * length, length));
        _first = first;
    }

    private (int First, int Changed, int Row, int Repeat) At(long question)
    {
        long from = question - _data.Count, whole = (long)_together * _changed.Length * _repeats;
        int first = (int)(from / whole) * _together, count = Math.Min(_together, _data.Count - first);
        long inside = from % whole;
        int changed = (int)(inside / ((long)count * _repeats));
        long left = inside % ((long)count * _repeats);
        return (first, changed, first + (int)(left / _repeats), (int)(left % _repeats));
    }
}
