namespace TypedExplain.Global.Interactions;

/// <summary>The answers for every row with every value of a unit, and the means that are made of them, with or without a row.</summary>
internal sealed class UnitAnswers
{
    private readonly UnitCodes _codes;
    private readonly double[] _answers;
    private readonly double[] _byValue;
    private readonly double[] _byRow;
    private readonly int _rows;

    /// <param name="codes">The values.</param>
    /// <param name="answers">For each value and row an answer.</param>
    public UnitAnswers(UnitCodes codes, double[] answers)
    {
        (_codes, _answers, _rows) = (codes, answers, codes.Codes.Length);
        (_byValue, _byRow) = (new double[codes.Examples.Length], new double[_rows]);
        for (int value = 0; value < _byValue.Length; value++)
        {
            for (int row = 0; row < _rows; row++)
                _byValue[value] += answers[(value * _rows) + row];
        }

        foreach (int value in codes.Codes)
        {
            for (int row = 0; row < _rows; row++)
                _byRow[row] += answers[(value * _rows) + row];
        }
    }

    /// <summary>The mean answer where all rows have a row's value: the partial dependence on the unit.</summary>
    /// <param name="row">The row.</param>
    /// <param name="without">A row that is left out; −1 for none.</param>
    public double OfUnit(int row, int without)
    {
        int value = _codes.Codes[row];
        return without < 0 ? _byValue[value] / _rows : (_byValue[value] - _answers[(value * _rows) + without]) / (_rows - 1);
    }

    /// <summary>The mean answer for a row over the values of all rows: the partial dependence on all but the unit.</summary>
    /// <param name="row">The row.</param>
    /// <param name="without">A row that is left out; −1 for none.</param>
    public double OfOthers(int row, int without) =>
        without < 0 ? _byRow[row] / _rows : (_byRow[row] - _answers[(_codes.Codes[without] * _rows) + row]) / (_rows - 1);
}
