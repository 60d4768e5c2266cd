using TypedExplain.Global.Units;
using TypedExplain.Global.Work;

namespace TypedExplain.Global.Interactions;

/// <summary>Every row as it is, then with every value of each unit, then with those of each two.</summary>
internal sealed class InteractionQuestions<T> : IQuestions
    where T : IFeatureRecord<T>
{
    private readonly Dataset<T> _background;
    private readonly FeatureUnit<T>[] _units;
    private readonly int[] _rows;
    private readonly UnitCodes[] _codes;
    private readonly UnitAnswers?[] _answers;
    private readonly List<Section> _sections = [];
    private readonly double[] _own;
    private readonly CancellationToken _cancellation;
    private double[] _gathered = [];
    private double _largest;
    private int _writing;
    private int _taking;

    public InteractionQuestions(Dataset<T> background, FeatureUnit<T>[] units, int[] rows, IModelInfo<T> model, bool withPairs, CancellationToken cancellation)
    {
        (_background, _units, _rows, _cancellation) = (background, units, rows, cancellation);
        _codes = [.. units.Select(unit => UnitCodes.Of(unit, background, rows))];
        (_answers, _own) = (new UnitAnswers?[units.Length], new double[rows.Length]);
        bool[] isInert = [.. units.Select((unit, i) => _codes[i].Examples.Length < 2 || !new ChangedUnits<T>(unit.Name, [unit.Feature], [unit]).AreRead(model))];
        IsInert = isInert;
        Count = rows.Length;
        for (int first = 0; first < units.Length; first++)
        {
            if (!isInert[first])
                Add(first, null, _codes[first]);
        }

        for (int first = 0; first < units.Length && withPairs; first++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int second = first + 1; second < units.Length; second++)
            {
                if (!isInert[first] && !isInert[second])
                    Add(first, second, _codes[first].With(_codes[second]));
            }
        }

        KeepsUnits = withPairs;
    }

    /// <inheritdoc/>
    public long Count { get; private set; }

    /// <summary>For each unit whether the answers cannot depend on it.</summary>
    public bool[] IsInert { get; }

    /// <summary>What was found of each unit, and of each two.</summary>
    public Dictionary<(int First, int? Second), Departure> Found { get; } = [];

    /// <summary>The variance of the answers.</summary>
    public double Variance { get; private set; }

    /// <summary>The largest magnitude of an answer.</summary>
    public double Largest => _largest;

    private bool KeepsUnits { get; }

    /// <summary>The mean square of a unit's partial dependence, less its mean; 0 where there is none.</summary>
    public double VarianceOf(int unit) => _answers[unit] is { } answers ? Departure.Of(_rows.Length, answers.OfUnit, static (_, _) => 0, static (_, _) => 0, _largest).Variance : 0;

    /// <inheritdoc/>
    public (int Row, bool IsGiven) Write(long question, Span<double> columns)
    {
        if (question < _rows.Length)
        {
            _background.Encoded[_rows[question]].CopyTo(columns);
            return (_rows[question], true);
        }

        while (question >= _sections[_writing].End)
            _writing++;
        Section section = _sections[_writing];
        long from = question - section.Start;
        int row = (int)(from % _rows.Length);
        ReadOnlySpan<double> example = _background.Encoded[_rows[section.Codes.Examples[from / _rows.Length]]];
        _background.Encoded[_rows[row]].CopyTo(columns);
        _units[section.First].In(example).CopyTo(_units[section.First].In(columns));
        if (section.Second is { } second)
            _units[second].In(example).CopyTo(_units[second].In(columns));
        return (_rows[row], false);
    }

    /// <inheritdoc/>
    public void Take(long question, double answer)
    {
        _largest = Math.Max(_largest, Math.Abs(answer));
        if (question < _rows.Length)
        {
            _own[question] = answer;
            if (question == _rows.Length - 1)
                Variance = Departure.Of(_rows.Length, (row, _) => _own[row], static (_, _) => 0, static (_, _) => 0, _largest).Variance;
            return;
        }

        while (question >= _sections[_taking].End)
            _taking++;
        Section section = _sections[_taking];
        if (question == section.Start)
            _gathered = new double[section.End - section.Start];
        _gathered[question - section.Start] = answer;
        if (question == section.End - 1)
            Find(section, new(section.Codes, _gathered));
    }

    private void Find(Section section, UnitAnswers answers)
    {
        _cancellation.ThrowIfCancellationRequested();
        Found[(section.First, section.Second)] = section.Second is { } second
            ? Departure.Of(_rows.Length, answers.OfUnit, _answers[section.First]!.OfUnit, _answers[second]!.OfUnit, _largest)
            : Departure.Of(_rows.Length, (row, _) => _own[row], answers.OfUnit, answers.OfOthers, _largest);
        if (section.Second is null && KeepsUnits)
            _answers[section.First] = answers;
    }

    private void Add(int first, int? second, UnitCodes codes)
    {
        long end = Count + ((long)codes.Examples.Length * _rows.Length);
        _sections.Add(new(first, second, codes, Count, end));
        Count = end;
    }

    private sealed record Section(int First, int? Second, UnitCodes Codes, long Start, long End);
}
