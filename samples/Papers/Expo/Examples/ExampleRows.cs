using TypedExplain.Training;

namespace Papers.Expo;

/// <summary>The people and wines of the paper's tables 7 and 8, which print all their features: the rows of the shared files that are nearest to them.</summary>
/// <param name="Set">The data set.</param>
/// <param name="Table">Which of the paper's tables it is.</param>
/// <param name="Rows">The rows, from 0.</param>
/// <param name="Features">The names of the features, without the number of the row, which the tables leave out.</param>
/// <param name="Told">The feature whose published range is at hand.</param>
/// <param name="None">That range without a regularizer: from, to.</param>
/// <param name="Expo">The same with FIDELITY.</param>
/// <param name="Run">The coefficients of one network: row after row, feature after feature.</param>
public sealed record ExampleRows(
    UciSet Set,
    int Table,
    IReadOnlyList<int> Rows,
    IReadOnlyList<string> Features,
    string Told,
    (double From, double To) None,
    (double From, double To) Expo,
    Func<UciTrial, CancellationToken, double[]> Run)
{
    public static IReadOnlyList<ExampleRows> All { get; } =
    [
        Of<House>("housing", 7, [422, 339, 165, 234, 6], "Lstat", (-0.28, -0.18), (-0.47, -0.43)),
        Of<Wine>("winequality-red", 8, [396, 841, 988, 516, 892], "VolatileAcidity", (-0.16, -0.10), (-0.23, -0.22)),
    ];

    /// <summary>The coefficient of the told feature, as the mean over the rows of one network.</summary>
    public double ToldMean(double[] cell)
    {
        int at = Features.ToList().IndexOf(Told);
        return Enumerable.Range(0, Rows.Count).Average(row => cell[(row * Features.Count) + at]);
    }

    private static ExampleRows Of<T>(string name, int table, int[] rows, string told, (double From, double To) none, (double From, double To) expo)
        where T : IFeatureRecord<T>
    {
        UciSet set = UciSet.All.Single(own => own.Name == name);
        Feature<T>[] features = [.. T.Schema.Features.Skip(1)];
        return new(set, table, rows, [.. features.Select(feature => feature.Name)], told, none, expo, Run);

        double[] Run(UciTrial trial, CancellationToken cancellation)
        {
            Mlp<T> model = new RegressionNetwork<T>(name, set.Target, trial, cancellation).Trained.Model;
            Dataset<T> all = Papers.Expo.Rows.Load<T>(set.File, set.Target);

            // The network's own half of the rows, before they were standardized.
            Dataset<T> asked = Division<T>.Standardized(all.Select(rows), all.Split(0.5, trial.Seed).Train, isUnbiased: true);
            Quality<T> quality = new(Division<T>.Of(all, trial.Seed), trial.Seed);
            return [.. from explanation in quality.Limes(model, asked, cancellation).Explanations from feature in features select explanation.Attribution[feature]];
        }
    }
}
