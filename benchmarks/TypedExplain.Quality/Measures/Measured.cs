namespace TypedExplain.Quality.Measures;

/// <summary>A method with its measures over the instances of a set.</summary>
public sealed record Measured(string Method, IReadOnlyList<Score> Scores)
{
    /// <summary>A measure by its name.</summary>
    public Score this[string measure] => Scores.Single(score => score.Metric == measure);

    public static Measured Of<T>(string name, Answers<T> answers, IReadOnlyList<FreshNeighbors<T>> fresh)
        where T : IFeatureRecord<T>
    {
        int rows = answers.Limits.Length;
        double squares = answers.Limits.Average(limit => limit.Sum(effect => effect * effect));
        double size = answers.Limits.Average(limit => limit.Sum(Math.Abs));
        return new(name,
        [
            ByRow(Measure.SeedVariance, row => Variance([.. answers.Seeds.Select(seed => seed[row].Effects)]) / squares),
            ByRow(Measure.SquaredError, row => BySeed(seed => Distance(seed[row].Effects, answers.Limits[row], off => off * off)) / squares),
            ByRow(Measure.Inconsistency, row => BySeed(seed => Inconsistency(seed, row)) / size),
            ByRow(Measure.WrongSigns, row => 100 * BySeed(seed => WrongSigns(seed[row].Effects, answers.Limits[row]))),
            TopReasons.Changes(answers.Seeds),
            .. fresh.Select(neighbors => ByRow(neighbors.Radius == 1 ? Measure.Infidelity : Measure.NearInfidelity, row => BySeed(seed => neighbors.Infidelity(row, seed[row].Explanation)))),
        ]);

        Score ByRow(string measure, Func<int, double> value)
        {
            double[] values = new double[rows];
            Parallel.For(0, rows, row => values[row] = value(row));
            return Measure.Of(measure, values);
        }

        double BySeed(Func<Answer<T>[], double> value) => answers.Seeds.Average(value);

        double Inconsistency(Answer<T>[] seed, int row)
        {
            double sum = 0;
            foreach (int neighbor in answers.Rows.Neighbors(row))
                sum += Distance(seed[row].Effects, seed[neighbor].Effects, Math.Abs);
            return sum / answers.Rows.NeighborCount;
        }
    }

    private static double Distance(double[] one, double[] other, Func<double, double> size) => one.Zip(other, (left, right) => size(left - right)).Sum();

    private static double WrongSigns(double[] effects, double[] limit) => effects.Zip(limit, (effect, own) => effect * own < 0 ? 1.0 : 0).Average();

    private static double Variance(double[][] runs) =>
        Enumerable.Range(0, runs[0].Length).Sum(j =>
        {
            double mean = runs.Average(run => run[j]);
            return runs.Sum(run => (run[j] - mean) * (run[j] - mean)) / (runs.Length - 1);
        });
}
