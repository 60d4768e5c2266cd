using System.Diagnostics;
using TypedExplain.Media;
using TypedExplain.Training;

namespace TextAndImage;

/// <summary>The LINEX paper's experiment on Fashion-MNIST: realistic neighbors by an autoencoder, 500 samples, 2 environments, every pixel.</summary>
public static class FashionExperiment
{
    private const int Seed = 7;

    public static void Run(int count, string? pages)
    {
        if (DataFolder.Find("fashion-mnist/train-images-idx3-ubyte.gz") is not { } file)
            return;
        string folder = Path.GetDirectoryName(file)!;
        (IdxImages train, var trainLabels) = IdxFile.Read(file, Path.Combine(folder, "train-labels-idx1-ubyte.gz"));
        (IdxImages test, var testLabels) = IdxFile.Read(Path.Combine(folder, "t10k-images-idx3-ubyte.gz"), Path.Combine(folder, "t10k-labels-idx1-ubyte.gz"));

        Stopwatch watch = Stopwatch.StartNew();
        Dataset<Pixels> rows = new Dataset<Pixels>(Enumerable.Range(0, train.Count).Select(i => new Pixels(Numbers(train, i)))).WithLabels(trainLabels.Select(label => (Clothing)label));
        Mlp<Pixels> network = new ExpoTrainer<Pixels> { HiddenUnits = [128], BatchSize = 256, MaxEpochs = 15, MinEpochs = 15, ValidationFraction = 0.02, Seed = Seed }
            .Train(rows, progress: new Lines<TrainingProgress>(step => $"network: epoch {step.Last.Epoch} of {step.MaxEpochs}, validation loss {step.Last.ValidationLoss:F3}, {step.AtMostLeft:mm\\:ss} left"));

        // The paper explains probabilities themselves, and not their log odds.
        IModel<Garment> clothing = Model.FromPixels(GarmentFeatures.Picture, network).As(OutputKind.Score);
        Console.WriteLine($"network: {Accuracy(clothing, test, testLabels):F3} of {test.Count} unseen images right (reference 0.877), {watch.Elapsed:mm\\:ss}");

        watch.Restart();
        float[] some = new float[10_000 * train.Shape.Length];
        train.CopyTo(0, some);
        Vae vae = new VaeTrainer { Seed = Seed }.Train(some, train.Shape.Length, new Lines<VaeProgress>(step => $"autoencoder: epoch {step.Last.Epoch} of {step.Epochs}, loss {step.Last.Loss:F1}, {step.Left:mm\\:ss} left"));
        Console.WriteLine($"autoencoder: {watch.Elapsed:mm\\:ss}");

        Dataset<Garment> asked = new Dataset<Garment>(Enumerable.Range(0, count).Select(i => new Garment(Numbers(test, i)))).WithLabels(testLabels.Take(count).Select(label => (Clothing)label));
        int[] classes = [.. asked.Rows.Select(row => Best(clothing, row))];
        IModel<Garment>[] outputs = [.. clothing.Outputs.Select(name => clothing.Output(name))];
        foreach (bool intercept in new[] { true, false })
        {
            IExplainer<Garment>[] explainers = Explainers(vae, asked, intercept);
            Console.WriteLine($"\n{(intercept ? "With" : "Without")} an intercept, the class that the network names, {count} images, 10 neighbors:");
            Report(explainers, asked, outputs, classes);
        }

        if (pages is not null)
            ContactSheet.Write(pages, Explainers(vae, asked, intercept: true), asked, outputs, classes);
    }

    private static IExplainer<Garment>[] Explainers(Vae vae, Dataset<Garment> background, bool intercept)
    {
        MediaNeighborhood<Garment> real = new() { Samples = 500, Image = new VaeNeighborhood { Vae = vae, Kernel = new ExponentialKernel { Width = 0.25 } } };
        return
        [
            new Linex<Garment> { Neighborhood = real, Ridge = 0.001, Intercept = intercept, Redraws = 1, Seed = Seed },
            intercept
                ? new Melime<Garment> { Neighborhood = real, ImportanceTolerance = 0.01, ErrorTolerance = 0.01, Batches = 10, Seed = Seed }
                : new Lime<Garment> { Neighborhood = real, Ridge = 0.001, Intercept = false, Seed = Seed },
            new TrivialExplainer<Garment> { Background = background },
        ];
    }

    private static void Report(IExplainer<Garment>[] explainers, Dataset<Garment> asked, IModel<Garment>[] outputs, int[] classes)
    {
        IMetric<Garment>[] metrics = [new Infidelity<Garment>(), new GeneralizedInfidelity<Garment>(), new CoefficientInconsistency<Garment>(), new Unidirectionality<Garment>(), new ClassAttributionConsistency<Garment>()];
        foreach (IExplainer<Garment> explainer in explainers)
        {
            Stopwatch watch = Stopwatch.StartNew();
            Explanation<Garment>[] explanations = new Explanation<Garment>[asked.Count];
            Parallel.For(0, asked.Count, i => explanations[i] = explainer.Explain(outputs[classes[i]], asked[i]));
            ExplainedRows<Garment> rows = new(asked, explanations, neighbors: 10);
            Console.WriteLine($"  {explainer.Name,-8} {string.Join("  ", metrics.Select(metric => metric.Evaluate(rows)).Select(score => $"{score.Metric} {score.Mean:G3} ± {score.StandardError:G2}"))}  ({watch.Elapsed.TotalSeconds:F0} s)");
        }
    }

    private static double Accuracy(IModel<Garment> model, IdxImages images, IReadOnlyList<byte> labels) =>
        Enumerable.Range(0, images.Count).Count(i => Best(model, new(Numbers(images, i))) == labels[i]) / (double)images.Count;

    private static int Best(IModel<Garment> model, Garment garment)
    {
        Span<double> scores = stackalloc double[model.Outputs.Length];
        Dataset<Garment> one = new([garment]);
        model.Score(one.Encoded, scores);
        int best = 0;
        for (int i = 1; i < scores.Length; i++)
            best = scores[i] > scores[best] ? i : best;
        return best;
    }

    private static float[] Numbers(IdxImages images, int image)
    {
        float[] pixels = new float[images.Shape.Length];
        images.CopyTo(image, pixels);
        return pixels;
    }
}
