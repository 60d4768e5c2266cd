using TypedExplain.Global.Grids;
using TypedExplain.Global.Work;

namespace TypedExplain.Global.Accumulation;

/// <summary>Each row with the values beside its own; keeps the changes from each to the next.</summary>
internal sealed class StepQuestions<T> : IQuestions
    where T : IFeatureRecord<T>
{
    private readonly Dataset<T> _background;
    private readonly FeatureGrid<T> _grid;
    private readonly StepDesign _design;
    private readonly int[] _row;
    private readonly int[] _point;
    private double _before;

    public StepQuestions(Dataset<T> background, FeatureGrid<T> grid, StepDesign design)
    {
        (_background, _grid, _design) = (background, grid, design);
        (_row, _point) = (new int[design.Questions], new int[design.Questions]);
        Changes = new double[design.Rows.Length * 2];
        for (int row = 0, at = 0; at < _row.Length; row++)
        {
            for (int point = design.Lows[row]; point <= design.Highs[row]; point++, at++)
                (_row[at], _point[at]) = (row, point);
        }
    }

    /// <inheritdoc/>
    public long Count => _row.Length;

    /// <summary>For each row the change over its first step and over its second, if it has one.</summary>
    public double[] Changes { get; }

    /// <inheritdoc/>
    public (int Row, bool IsGiven) Write(long question, Span<double> columns)
    {
        int row = _row[question], point = _point[question];
        _background.Encoded[_design.Rows[row]].CopyTo(columns);
        if (_design.HasLevels && point == _design.Own[row])
            return (_design.Rows[row], true);
        _grid.Write(_design.Order[point % _design.Points], columns);
        return (_design.Rows[row], false);
    }

    /// <inheritdoc/>
    public void Take(long question, double answer)
    {
        int row = _row[question], step = _point[question] - _design.Lows[row];
        if (step > 0)
            Changes[(row * 2) + step - 1] = answer - _before;
        _before = answer;
    }
}
