using System.Globalization;
using TypedExplain.Tests.Support;
using TypedExplain.Training.Autoencoders;

namespace TypedExplain.Training.Tests.Autoencoders;

public class VaeTests
{
    private const int Inputs = 25;

    private static readonly VaeTrainer s_small = new() { HiddenUnits = [32, 20], LatentSize = 3, BatchSize = 16, Epochs = 6, LearningRate = 0.003, Seed = 2 };
    private static readonly float[] s_bars = Bars(200);
    private static readonly Vae s_vae = s_small.Train(s_bars, Inputs);

    /// <summary>Images of 5×5 with one bright row or column.</summary>
    private static float[] Bars(int count)
    {
        RandomStream stream = new(1, "bars");
        return [.. Enumerable.Range(0, count * Inputs).Select(i => (i / Inputs % 2 == 0 ? i % 5 : i % Inputs / 5) == stream.Choose(i / Inputs, 5) ? 0.9f : 0.1f)];
    }

    [Fact]
    public void TrainingLowersTheLossAndReconstructs()
    {
        Vae vae = (s_small with { Epochs = 60 }).Train(s_bars, Inputs);
        Assert.Equal(60, vae.Epochs.Length);
        Assert.True(vae.Epochs[^1].Loss < vae.Epochs[0].Loss - 1);
        float[] back = new float[s_bars.Length];
        vae.Reconstruct(s_bars, back);
        double mean = s_bars.Average(), spread = s_bars.Average(value => (value - mean) * (value - mean));
        Assert.True(s_bars.Zip(back, (own, other) => (own - other) * (own - other)).Average() < 0.5 * spread);
        Assert.All(back, value => Assert.InRange(value, 0, 1));
    }

    /// <summary>The gradient against differences, in double precision.</summary>
    [Fact]
    public void Gradient()
    {
        VaeShape shape = new(4, [3, 5], 2);
        VaeLoss<double> network = new(shape);
        double[] parameters = new double[shape.ParameterCount], gradient = new double[parameters.Length], noise = new double[6], rows = new double[12];
        new RandomStream(1, "parameters").FillNormal(0, parameters);
        new RandomStream(1, "noise").FillNormal(0, noise);
        new RandomStream(1, "rows").FillUniform(0, rows);
        _ = network.Evaluate(parameters, rows, noise, 3, gradient);
        for (int i = 0; i < parameters.Length; i++)
        {
            const double Step = 1e-6;
            double own = parameters[i];
            parameters[i] = own + Step;
            double above = Loss();
            parameters[i] = own - Step;
            double below = Loss();
            parameters[i] = own;
            Assert.Equal((above - below) / (2 * Step), gradient[i], 1e-6 * (1 + Math.Abs(gradient[i])));
        }

        double Loss() => network.Evaluate(parameters, rows, noise, 3, new double[parameters.Length]) is var (entropy, divergence) ? entropy + divergence : 0;
    }

    [Fact]
    public void ARowDoesNotDependOnItsBatch()
    {
        float[] many = new float[s_bars.Length], one = new float[Inputs];
        s_vae.Reconstruct(s_bars, many);
        for (int row = 0; row < 200; row += 37)
        {
            s_vae.Reconstruct(s_bars.AsSpan(row * Inputs, Inputs), one);
            Assert.Equal(many[(row * Inputs)..((row + 1) * Inputs)], one);
        }
    }

    [Fact]
    public void SamplesFollowTheFormula()
    {
        RandomStream stream = new(5, "samples");
        const int Count = 700;
        float[] samples = new float[Count * Inputs], few = new float[20 * Inputs], expected = new float[Count * Inputs];
        ReadOnlySpan<float> instance = s_bars.AsSpan(0, Inputs);
        s_vae.Sample(instance, 1.5, stream, samples);
        s_vae.Sample(instance, 1.5, stream, few);
        Assert.Equal(samples[..few.Length], few);

        double[] means = new double[3], deviations = new double[3], normal = new double[Count * 3], uniform = new double[Count * 3];
        s_vae.Encode(instance, means, deviations);
        stream.For(0).FillNormal(0, normal);
        stream.For(1).FillUniform(0, uniform);
        s_vae.Decode([.. Enumerable.Range(0, Count * 3).Select(i => means[i % 3] + (deviations[i % 3] * normal[i]) + (1.5 * (uniform[i] - 0.5)))], expected);
        Assert.Equal(expected, samples);
        Assert.All(deviations, deviation => Assert.InRange(deviation, 0.01, 1.5));

        float[] near = new float[samples.Length];
        s_vae.Sample(instance, 0, stream, near);
        Assert.NotEqual(near, samples);
    }

    [Fact]
    public void StoredAndLoaded()
    {
        using MemoryStream file = new();
        s_vae.Save(file);
        Vae loaded = Vae.Load(new MemoryStream(file.ToArray()));
        Assert.Equal("Vae 25×32×20→3", loaded.ToString());
        float[] own = new float[s_bars.Length], other = new float[s_bars.Length];
        s_vae.Reconstruct(s_bars, own);
        loaded.Reconstruct(s_bars, other);
        Assert.Equal(own, other);
        Assert.Empty(loaded.Epochs);

        byte[] bytes = file.ToArray();
        Assert.Throws<InvalidModelException>(() => Vae.Load(new MemoryStream(bytes[..^1])));
        Assert.Throws<InvalidModelException>(() => Vae.Load(new MemoryStream(bytes[..30])));
        Assert.Throws<InvalidModelException>(() => Vae.Load(new MemoryStream([])));
        bytes[100] ^= 4;
        Assert.Contains("does not have the SHA-256 that was stored with it", Assert.Throws<InvalidModelException>(() => Vae.Load(new MemoryStream(bytes))).Message);
        bytes["TypedExplain.Vae".Length + 1] = 7;
        Assert.Equal("The file has format version 7 of TypedExplain.Vae, and this library reads version 2.", Assert.Throws<InvalidModelException>(() => Vae.Load(new MemoryStream(bytes))).Message);
    }

    [Fact]
    public void CancellationGivesTheBestSoFar()
    {
        using CancellationTokenSource source = new();
        Watch progress = new(told =>
        {
            Assert.Equal(6, told.Epochs);
            if (told.Last.Epoch == 2)
                source.Cancel();
        });
        Vae vae = s_small.Train(s_bars, Inputs, progress, source.Token);
        Assert.Equal(2, vae.Epochs.Length);
        Assert.Equal(Code((s_small with { Epochs = 2 }).Train(s_bars, Inputs)), Code(vae));
        Assert.Throws<OperationCanceledException>(() => s_small.Train(s_bars, Inputs, null, new(true)));
    }

    /// <summary>Run with instruction sets switched off (DOTNET_EnableAVX2=0, DOTNET_EnableHWIntrinsic=0) it must be the same.</summary>
    [Fact]
    public void TheBitsOfATrainedModel()
    {
        Assert.Equal(Code(s_vae), Code(s_small.Train(s_bars, Inputs)));
        Assert.NotEqual(Code(s_vae), Code((s_small with { Seed = 3 }).Train(s_bars, Inputs)));
        Snapshot.Matches(string.Create(CultureInfo.InvariantCulture, $"{Code(s_vae):X16}\n"), "txt");
    }

    public static TheoryData<VaeTrainer, string> Options => new()
    {
        { s_small with { HiddenUnits = [] }, "HiddenUnits is []; there must be a layer, and each must have at least 1 unit." },
        { s_small with { HiddenUnits = [3, 0] }, "HiddenUnits is [3, 0]; there must be a layer, and each must have at least 1 unit." },
        { s_small with { LatentSize = 0 }, "LatentSize is 0; it must be at least 1." },
        { s_small with { BatchSize = 0 }, "BatchSize is 0; it must be at least 1." },
        { s_small with { Epochs = 0 }, "Epochs is 0; it must be at least 1." },
        { s_small with { LearningRate = double.PositiveInfinity }, "LearningRate is Infinity; it must be above 0." },
    };

    [Theory]
    [MemberData(nameof(Options))]
    public void BadOptions(VaeTrainer trainer, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidOptionException>(() => trainer.Train(s_bars, Inputs)).Message);

    [Fact]
    public void BadRows()
    {
        Assert.Equal("7 numbers are not a whole number of rows of 5; there must be at least 1 row.", Assert.Throws<InvalidDatasetException>(() => s_small.Train(new float[7], 5)).Message);
        Assert.Contains("0 numbers are not a whole number of rows of 5", Assert.Throws<InvalidDatasetException>(() => s_small.Train([], 5)).Message);
        Assert.Equal("Number 1 of row 2 is 1.5; an autoencoder takes numbers from 0 to 1. Divide bytes by 255.", Assert.Throws<InvalidDatasetException>(() => s_small.Train([0, 1, 0, 1, 0, 1.5f], 2)).Message);
        Assert.Contains("Number 0 of row 0 is NaN", Assert.Throws<InvalidDatasetException>(() => s_vae.Reconstruct([float.NaN, .. new float[24]], new float[25])).Message);
        Assert.Contains("The radius of the autoencoder's samples is -1", Assert.Throws<InvalidOptionException>(() => s_vae.Sample(new float[25], -1, new RandomStream(1, "a"), new float[25])).Message);
        Assert.Contains("24 numbers are not one row of 25", Assert.Throws<InvalidDatasetException>(() => s_vae.Sample(new float[24], 1, new RandomStream(1, "a"), new float[25])).Message);
        Assert.Contains("it must be 25", Assert.Throws<ArgumentException>(() => s_vae.Decode(new double[3], new float[24])).Message);
        Assert.Contains("Training diverged in epoch 1", Assert.Throws<InvalidModelException>(() => (s_small with { LearningRate = 1e20 }).Train(s_bars, Inputs)).Message);
    }

    private static ulong Code(Vae vae)
    {
        using MemoryStream file = new();
        vae.Save(file);
        ulong sum = 14695981039346656037;

        // Of the content: behind name, version, an empty schema and a length, and before the SHA-256.
        int start = "TypedExplain.Vae".Length + 1 + sizeof(int) + 1 + sizeof(int);
        foreach (byte value in file.ToArray()[start..^32])
            sum = (sum ^ value) * 1099511628211;
        return sum;
    }

    private sealed class Watch(Action<VaeProgress> told) : IProgress<VaeProgress>
    {
        public void Report(VaeProgress value) => told(value);
    }
}
