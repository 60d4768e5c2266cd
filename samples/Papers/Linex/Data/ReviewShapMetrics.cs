namespace Papers;

/// <summary>
/// The metrics of contributions of words, as <see cref="TableMetrics"/> has them: for another sentence the base value and the
/// contributions of the words that it shares are added up.
/// </summary>
public sealed class ReviewShapMetrics
{
    private readonly ExplainedRows<Sentence> _rows;
    private readonly double[] _answers;
    private readonly double[] _bases;
    private readonly double[][] _inputs;
    private readonly double[][] _effects;

    /// <summary>Explains sentences.</summary>
    /// <param name="rows">The sentences with their neighbors.</param>
    /// <param name="model">The model's answer for a text.</param>
    /// <param name="seed">The seed of the coalitions.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public ReviewShapMetrics(ExplainedRows<Sentence> rows, Func<string, double> model, int seed, CancellationToken cancellation)
    {
        _rows = rows;
        ReviewShap shap = new(model, seed);
        (IReadOnlyDictionary<string, double> Contributions, double Base)[] explained = [.. rows.Data.Rows.Select(row => shap.Explain(row.Text, cancellation))];
        string[] vocabulary = [.. explained.SelectMany(own => own.Contributions.Keys).Distinct(StringComparer.Ordinal)];
        _answers = [.. rows.Data.Rows.Select(row => model(row.Text))];
        _bases = [.. explained.Select(own => own.Base)];
        _effects = [.. explained.Select(own => vocabulary.Select(word => own.Contributions.GetValueOrDefault(word)).ToArray())];
        _inputs = [.. explained.Select(own => vocabulary.Select(word => own.Contributions.ContainsKey(word) ? 1.0 : 0).ToArray())];
    }

    /// <summary>The means in the order of the tables' columns, and the values of each row.</summary>
    public (double[] Means, double[] Rows) Measure()
    {
        double[][] values = [Each(row => Off(row, row)), Each(row => Near(row, near => Off(near, row))), Each(row => Near(row, near => _effects[row].Zip(_effects[near], (own, other) => Math.Abs(own - other)).Average())), Each(row => Directions(row, hasZeros: true))];
        return ([.. values.Select(own => own.Average()), Each(row => Directions(row, hasZeros: false)).Average(), Consistency()], [.. values.SelectMany(own => own)]);
    }

    private double[] Each(Func<int, double> of) => [.. Enumerable.Range(0, _answers.Length).Select(of)];

    private double Near(int row, Func<int, double> of) => _rows.Neighbors(row).ToArray().Average(of);

    /// <summary>How far the explanation of one sentence is off at another.</summary>
    private double Off(int explained, int row) => Math.Abs(_answers[row] - _bases[explained] - _effects[explained].Zip(_inputs[row], (effect, input) => effect * input).Sum());

    /// <summary>How often a word's contributions to a sentence and its neighbors point the same way; a zero counts as positive or not at all.</summary>
    private double Directions(int row, bool hasZeros)
    {
        int[] members = [row, .. _rows.Neighbors(row)];
        return Enumerable.Range(0, _effects[row].Length)
            .Select(word => members.Select(member => _effects[member][word]).Where(effect => hasZeros || effect != 0).Select(effect => effect >= 0 ? 1.0 : -1).ToArray())
            .Where(signs => signs.Length > 0).Select(signs => Math.Abs(signs.Average())).DefaultIfEmpty(1).Average();
    }

    /// <summary>The mean over classes of the correlation of the mean input with the mean contributions.</summary>
    private double Consistency()
    {
        int[][] classes = [.. Enumerable.Range(0, _answers.Length).GroupBy(row => _rows.Data.Target!.Values[row]).Select(own => own.ToArray())];
        return classes.Average(own => Correlation(Mean(own, _inputs), Mean(own, _effects)));
    }

    private static double[] Mean(int[] members, double[][] vectors) => [.. Enumerable.Range(0, vectors[0].Length).Select(word => members.Average(member => vectors[member][word]))];

    private static double Correlation(double[] left, double[] right)
    {
        double one = left.Average(), other = right.Average();
        double together = left.Zip(right, (a, b) => (a - one) * (b - other)).Sum();
        return together / Math.Sqrt(left.Sum(a => (a - one) * (a - one)) * right.Sum(b => (b - other) * (b - other)));
    }
}
