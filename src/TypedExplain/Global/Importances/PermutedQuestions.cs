using TypedExplain.Global.Units;
using TypedExplain.Global.Work;

namespace TypedExplain.Global.Importances;

/// <summary>Every row as it is, then for each feature and repeat every row with the feature's value of another row.</summary>
internal sealed class PermutedQuestions<T> : IQuestions
    where T : IFeatureRecord<T>
{
    private readonly Dataset<T> _data;
    private readonly AnswerLoss _loss;
    private readonly ChangedUnits<T>[] _changed;
    private readonly int[][] _rows;
    private readonly long[] _ends;
    private readonly int _repeats;
    private readonly Place _writing;
    private readonly Place _taking;
    private readonly PermutedLoss?[] _sums;

    public PermutedQuestions(Dataset<T> data, AnswerLoss loss, ChangedUnits<T>[] changed, int[][] rows, int repeats, int seed)
    {
        (_data, _loss, _changed, _rows, _repeats) = (data, loss, changed, rows, repeats);
        _ends = new long[changed.Length];
        long end = data.Count;
        for (int i = 0; i < changed.Length; i++)
            _ends[i] = end += (long)rows[i].Length * repeats;
        (Count, Losses, Increases, _sums) = (end, new double[data.Count], new (double, double, double)[changed.Length], new PermutedLoss?[changed.Length]);
        RandomStream stream = new(seed, "permutation importance");
        (_writing, _taking) = (new(this, stream), new(this, stream));
    }

    /// <inheritdoc/>
    public long Count { get; }

    /// <summary>The loss of each row as it is.</summary>
    public double[] Losses { get; }

    /// <summary>For each of what was changed, the mean increase, its standard error and the degrees of freedom of that.</summary>
    public (double Mean, double StandardError, double Freedom)[] Increases { get; }

    /// <inheritdoc/>
    public (int Row, bool IsGiven) Write(long question, Span<double> columns)
    {
        if (question < _data.Count)
        {
            _data.Encoded[(int)question].CopyTo(columns);
            return ((int)question, true);
        }

        (int changed, int row, int giver) = _writing.At(question);
        int[] rows = _rows[changed];
        _data.Encoded[rows[row]].CopyTo(columns);
        _changed[changed].Copy(_data.Encoded[rows[giver]], columns);
        return (rows[row], false);
    }

    /// <inheritdoc/>
    public void Take(long question, double answer)
    {
        if (question < _data.Count)
        {
            Losses[question] = _loss.Of((int)question, answer);
            return;
        }

        (int changed, int row, int giver) = _taking.At(question);
        PermutedLoss sums = _sums[changed] ??= new(_rows[changed].Length, _repeats);
        sums.Add(row, giver, _loss.Of(_rows[changed][row], answer) - Losses[_rows[changed][row]]);
        if (question + 1 < _ends[changed])
            return;
        Increases[changed] = sums.Result();
        _sums[changed] = null;
    }

    /// <summary>Where among the questions one is; they come one after the other.</summary>
    private sealed class Place(PermutedQuestions<T> owner, RandomStream stream)
    {
        private int _changed;
        private int _repeat = -1;
        private int[] _givers = [];

        public (int Changed, int Row, int Giver) At(long question)
        {
            while (question >= owner._ends[_changed])
                (_changed, _repeat) = (_changed + 1, -1);
            int rows = owner._rows[_changed].Length;
            long from = question - (owner._ends[_changed] - ((long)rows * owner._repeats));
            int repeat = (int)(from / rows), row = (int)(from % rows);
            if (repeat != _repeat)
                (_repeat, _givers) = (repeat, Cycle.Of(rows, stream.For(_changed).For(repeat)));
            return (_changed, row, _givers[row]);
        }
    }
}
