using System.Globalization;
using TypedExplain.Training;

namespace TypedExplain.Aot;

/// <summary>Networks trained on a few rows, stored and loaded again, and what they answer, to the bit.</summary>
internal static class Networks
{
    public static IEnumerable<string> Lines(Dataset<Loan> labeled, Dataset<Loan> scored)
    {
        ExpoTrainer<Loan> trainer = new() { HiddenUnits = [19, 8], MaxEpochs = 3, BatchSize = 16, MaxThreads = 2, Seed = 1 };
        IRegularizer<Loan>?[] regularizers = [null, new FidelityRegularizer<Loan>(), new OneFeatureFidelityRegularizer<Loan>(), new StabilityRegularizer<Loan> { IsRelaxed = true }, new L1Regularizer<Loan>()];
        foreach (IRegularizer<Loan>? regularizer in regularizers)
        {
            foreach (Dataset<Loan> data in (Dataset<Loan>[])[labeled, scored])
            {
                Mlp<Loan> model = Again((trainer with { Regularizer = regularizer }).Train(data).Save, Mlp<Loan>.Load);
                double[] scores = new double[data.Count * model.Outputs.Length], slopes = new double[data.Encoded.Values.Length];
                model.Score(data.Encoded, scores);
                model.Gradient(data.Encoded, 0, slopes);
                yield return $"{regularizer?.Name ?? "none"} {Bits(scores[..8])} {Bits(slopes[..8])}";
            }
        }

        (Dataset<Loan> some, Dataset<Loan> others) = labeled.Split(testFraction: 0.25, seed: 1);
        Senn<Loan> senn = Again(new SennTrainer<Loan> { Epochs = 2, Seed = 1 }.Train(some, others).Save, Senn<Loan>.Load);
        yield return $"SENN {Bits([.. senn.Explain(labeled[3]).Coefficients])}";

        float[] pixels = [.. Enumerable.Range(0, 12 * 64).Select(i => i * 7919 % 1000 / 1000f)];
        LabeledImages images = new(8, [.. pixels], [.. Enumerable.Range(0, 12).Select(i => i % 3)]);
        ImageClassifier network = Again(new ImageTrainer { Epochs = 2, BatchSize = 4, MaxThreads = 2, Seed = 1 }.Train(images).Save, ImageClassifier.Load);
        float[] maps = new float[pixels.Length];
        network.Saliency(pixels, maps);
        yield return $"images {Bits([.. maps[..8].Select(value => (double)value)])} {Bits([network.SaliencyStability(images)])}";
    }

    private static TModel Again<TModel>(Action<Stream> save, Func<Stream, TModel> load)
    {
        using MemoryStream file = new();
        save(file);
        file.Position = 0;
        return load(file);
    }

    private static string Bits(double[] numbers) => string.Join(' ', numbers.Select(number => BitConverter.DoubleToInt64Bits(number).ToString("X16", CultureInfo.InvariantCulture)));
}
