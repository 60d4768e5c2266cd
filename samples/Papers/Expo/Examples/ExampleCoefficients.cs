using TypedExplain.Training;

namespace Papers.Expo;

/// <summary>What LIME says of one feature, at the test rows of one network.</summary>
/// <param name="Set">The data set.</param>
/// <param name="Feature">The feature's name.</param>
/// <param name="None">What the paper's examples show of it without a regularizer: from, to.</param>
/// <param name="Expo">The same with FIDELITY.</param>
/// <param name="Run">The coefficients' mean, standard deviation and quartiles over the test rows.</param>
public sealed record ExampleCoefficients(UciSet Set, string Feature, (double From, double To) None, (double From, double To) Expo, Func<UciTrial, CancellationToken, double[]> Run)
{
    /// <summary>The features that the paper's examples are told by.</summary>
    public static IReadOnlyList<ExampleCoefficients> All { get; } =
    [
        Of<House>("housing", "Lstat", (-0.28, -0.18), (-0.47, -0.43)),
        Of<Wine>("winequality-red", "VolatileAcidity", (-0.16, -0.10), (-0.23, -0.22)),
    ];

    private static ExampleCoefficients Of<T>(string name, string feature, (double From, double To) none, (double From, double To) expo)
        where T : IFeatureRecord<T>
    {
        UciSet set = UciSet.All.Single(own => own.Name == name);
        Feature<T> told = T.Schema.Features.Single(own => own.Name == feature);
        return new(set, feature, none, expo, (trial, cancellation) =>
        {
            (Mlp<T> model, Division<T> division) = new RegressionNetwork<T>(name, set.Target, trial, cancellation).Trained;
            ExplainedRows<T> rows = new Quality<T>(division, trial.Seed) { TestRows = trial.TestRows }.Limes(model, cancellation);
            double[] effects = [.. rows.Explanations.Select(explanation => explanation.Attribution[told]).Order()];
            Sample sample = new(effects);
            return [sample.Mean, sample.Deviation, effects[effects.Length / 4], effects[3 * effects.Length / 4]];
        });
    }
}
