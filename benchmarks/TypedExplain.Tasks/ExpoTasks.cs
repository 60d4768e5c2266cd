using TypedExplain.Tasks.Inputs;
using TypedExplain.Training;

namespace TypedExplain.Tasks;

/// <summary>Steps of a training, counted as explanations.</summary>
internal static class ExpoTasks
{
    private const int Rows = 1024, Batch = 32, Epochs = 16;

    public static TaskRun Step(string name)
    {
        Analytic analytic = new(8);
        double[][] rows = [.. Enumerable.Range(0, Rows).Select(row => Analytic.Row(row, 8))];
        double[] target = new double[Rows];
        analytic.Score([.. rows.SelectMany(row => row)], target);
        Dataset<D8> data = new Dataset<D8>(rows.Select(row => new D8(row))).WithTarget(target), validation = data.Select([0, 1]);
        ExpoTrainer<D8> trainer = new()
        {
            HiddenUnits = [100, 100, 100],
            BatchSize = Batch,
            RegularizationBatchSize = Batch,
            MaxEpochs = Epochs,
            Regularizer = name switch
            {
                "fidelity" => new FidelityRegularizer<D8> { Weight = 0.1, Samples = 10, Scale = RegularizerScale.Absolute },
                "1d" => new OneFeatureFidelityRegularizer<D8> { Weight = 0.1, Samples = 10, Scale = RegularizerScale.Absolute },
                _ => null,
            },
        };
        return new(0, 8, 0, 1, _ => [trainer.Train(data, validation).Predict(data[0])], new Clock())
        {
            PerCall = Epochs * (Rows / Batch),
            Note = "whole trainings of 16 epochs, rows shuffled; first_coefs is the trained network's answer for row 0",
        };
    }
}
