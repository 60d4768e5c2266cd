using System.Globalization;
using System.Text;

namespace Expo;

/// <summary>Models trained with and without regularizers, over several divisions, and how well LIME explains them.</summary>
public sealed class Regularized<T>
    where T : IFeatureRecord<T>
{
    private static readonly string[] s_metrics = ["LIME-PF", "LIME-NF", "LIME-S", "MAPLE-PF", "MAPLE-NF"];

    /// <summary>Without a regularizer, and with each.</summary>
    public required IReadOnlyList<(string Name, ExpoTrainer<T> Trainer)> Variants { get; init; }

    /// <summary>Whether MAPLE explains too; it asks about every training row.</summary>
    public bool HasMaple { get; init; }

    public string Run(Dataset<T> data, int splits)
    {
        // Per variant and split: the error, then the metrics of each output of the network.
        List<double[]>[] results = [.. Variants.Select(_ => new List<double[]>())];
        string[] outputs = [];
        for (int split = 0; split < splits; split++)
        {
            Division<T> division = Division<T>.Of(data, split);
            for (int variant = 0; variant < Variants.Count; variant++)
            {
                Mlp<T> model = (Variants[variant].Trainer with { Seed = split }).Train(division.Train, division.Validation);
                outputs = [.. model.Raw.Outputs];
                results[variant].Add([Error(model, division.Test), .. outputs.SelectMany(output => Explained(model.Raw.Output(output), division, split))]);
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"split {split + 1}, {Variants[variant].Name}: {model.Report}; {string.Join(' ', results[variant][^1].Select(value => value.ToString("G3", CultureInfo.InvariantCulture)))}"));
            }
        }

        return Table(results, outputs, data.Target!.IsClass, splits);
    }

    private double[] Explained(IModel<T> model, Division<T> division, int seed)
    {
        // The paper's LIME: 1000 samples around the mean of the training rows, without bins.
        Lime<T> Lime(int lime) => new()
        {
            Neighborhood = new GaussianNeighborhood<T> { Background = division.Train, Samples = 1000, Center = NeighborhoodCenter.Background, HoldConstantFeatures = true },
            Seed = lime,
        };

        GaussianNeighborhood<T> near = new() { Background = division.Train, Samples = 6, Radius = 0.1, HoldConstantFeatures = true };
        IMetric<T> point = new PointFidelity<T>(), around = new NeighborhoodFidelity<T> { Neighborhood = near, Seed = seed };
        ExplainedRows<T> lime = ExplainedRows<T>.Of(Lime(seed), model, division.Test);
        double[] values = [point.Evaluate(lime).Mean, around.Evaluate(lime).Mean, new ResamplingStability<T> { Explainer = Lime, FirstSeed = 1000 + seed, Runs = 1 }.Evaluate(lime).Mean];
        if (!HasMaple)
            return [.. values, double.NaN, double.NaN];
        ExplainedRows<T> maple = ExplainedRows<T>.Of(new Maple<T> { Background = division.Train, Validation = division.Validation, Seed = seed }.Fit(model), model, division.Test);
        return [.. values, point.Evaluate(maple).Mean, around.Evaluate(maple).Mean];
    }

    /// <summary>Mean squared error, or the share of wrong classes.</summary>
    private static double Error(Mlp<T> model, Dataset<T> test)
    {
        Target target = test.Target!;
        if (target.IsClass)
            return 1 - test.Rows.Select((row, i) => ClassOf(model, row) == (int)target.Values[i] ? 1.0 : 0.0).Average();
        return test.Rows.Select((row, i) => model.Predict(row) - target.Values[i]).Average(off => off * off);
    }

    private static int ClassOf(Mlp<T> model, T row)
    {
        double[] scores = new double[model.Outputs.Length];
        model.Score(new Dataset<T>([row]).Encoded, scores);
        return Array.IndexOf(scores, scores.Max());
    }

    private string Table(List<double[]>[] results, string[] outputs, bool isClass, int splits)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"mean (standard deviation) over {splits} splits; × is the mean by that of none\n");
        for (int output = 0; output < outputs.Length; output++)
        {
            text.Append(outputs.Length > 1 ? $"{outputs[output],-12}" : new string(' ', 12)).Append($"{(isClass ? "accuracy %" : "MSE"),24}").AppendJoin("", s_metrics.Select(metric => metric.PadLeft(28))).Append('\n');
            for (int variant = 0; variant < results.Length; variant++)
            {
                text.Append(Variants[variant].Name.PadRight(12));
                double[] errors = [.. results[variant].Select(row => isClass ? 100 * (1 - row[0]) : row[0])];
                text.Append($"{Cell(errors)}".PadLeft(24));
                for (int metric = 0; metric < s_metrics.Length; metric++)
                {
                    int at = 1 + (output * s_metrics.Length) + metric;
                    text.Append($"{Cell([.. results[variant].Select(row => row[at])])} {results[variant].Average(row => row[at]) / results[0].Average(row => row[at]):0.00}×".PadLeft(28));
                }

                text.Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Cell(double[] values)
    {
        double mean = values.Average(), deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, values.Length - 1));
        return string.Create(CultureInfo.InvariantCulture, $"{mean:G3} ({deviation:G2})");
    }
}
