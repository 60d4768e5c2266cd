using TypedExplain.Training;
using TypedExplain.Training.Research;

namespace Papers.Expo;

/// <summary>One network of the experiments with numbers to predict: trained as published on one division, and measured.</summary>
public sealed class RegressionNetwork<T>
    where T : IFeatureRecord<T>
{
    private readonly UciTrial _trial;
    private readonly Division<T> _division;
    private readonly Mlp<T> _model;

    /// <summary>Trains it.</summary>
    public RegressionNetwork(string set, string target, UciTrial trial, CancellationToken cancellation)
    {
        _trial = trial;
        Dataset<T> data = Rows.Load<T>($"{set}/{set}.csv", target, trial.Convention != Convention.NoRowNumbers);
        _division = Division<T>.Of(data, trial.Seed, trial.Convention != Convention.BiasedDeviations);
        _model = Trainer(set, trial).Train(_division.Train, _division.Validation, cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>The numbers of <see cref="QualityNames.Regression"/>.</summary>
    public double[] Measure(CancellationToken cancellation) =>
        [Error, .. Quality.Of(_model, cancellation), _model.Report!.Epochs.Length, _model.Report.BestEpoch];

    /// <summary>The error, then NF of LIME at perturbations of several sizes.</summary>
    public double[] Measure(IReadOnlyList<double> radii, CancellationToken cancellation)
    {
        ExplainedRows<T> rows = Quality.Limes(_model, cancellation);
        return [Error, .. radii.Select(radius => Quality.NeighborhoodFidelity(rows, radius))];
    }

    /// <summary>The network itself, and the rows that it learned from.</summary>
    public (Mlp<T> Model, Division<T> Division) Trained => (_model, _division);

    private Quality<T> Quality => new(_division, _trial.Seed)
    {
        TestRows = _trial.TestRows,
        Center = _trial.Convention == Convention.LimeAroundTheRow ? NeighborhoodCenter.Instance : NeighborhoodCenter.Background,
    };

    private double Error => _division.Test.Rows.Select((row, i) => _model.Predict(row) - _division.Test.Target!.Values[i]).Average(off => off * off);

    private static ExpoTrainer<T> Trainer(string set, UciTrial trial)
    {
        PublishedConfiguration published = Regularization.Published(set);
        ExpoTrainer<T> trainer = new()
        {
            HiddenUnits = published.HiddenUnits,
            Regularizer = Regularization.Of<T>(trial.Regularizer, published, trial.Weight, trial.Radius),
            MaxEpochs = trial.MaxEpochs ?? 10_000,
            FreshValidationDraws = true,
            Seed = trial.Seed,
        };
        return trial.Convention switch
        {
            Convention.MinibatchCalibration => trainer with { Calibration = Calibration.Minibatch },
            Convention.SameValidationRows => trainer with { FreshValidationDraws = false },
            Convention.ShortPatience => trainer with { MinEpochs = 10, Patience = 10 },
            Convention.LongPatience => trainer with { Patience = 500 },
            Convention.LargeRegularizationBatch => trainer with { RegularizationBatchSize = 128 },
            _ => trainer,
        };
    }
}
