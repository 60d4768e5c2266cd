using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;

namespace Expo;

/// <summary>The paper's experiment with saliency: handwritten digits, with and without STABILITY.</summary>
public static class Digits
{
    public static int Run(int epochs, int images, int minutes, int threads, bool? hasStability)
    {
        if (Load("train", images) is not { } train || Load("t10k", int.MaxValue) is not { } test)
            return 1;
        List<double> stabilities = [];
        foreach (bool own in hasStability is { } one ? [one] : new[] { false, true })
        {
            long started = Stopwatch.GetTimestamp();
            int epoch = 0;
            using CancellationTokenSource enough = new(TimeSpan.FromMinutes(minutes));
            ImageTrainer trainer = new() { Epochs = epochs, Stability = own ? 1 : 0, MaxThreads = threads };
            ImageClassifier network = trainer.Train(train, new Told(loss => Line(Console.Error, $"epoch {++epoch}: loss {loss:G4}, {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s")), enough.Token);
            stabilities.Add(network.SaliencyStability(test));
            Line(Console.Out, $"{(own ? "STABILITY" : "none     ")}  accuracy {network.Accuracy(test):P2}  saliency stability {stabilities[^1]:G3}  ({epoch} epochs, {Stopwatch.GetElapsedTime(started).TotalMinutes:F1} minutes)");
        }

        if (stabilities is [var without, var with])
            Line(Console.Out, $"With STABILITY maps move {without / with:N0} times less.");
        return 0;
    }

    private static LabeledImages? Load(string part, int most)
    {
        if (DataFolder.Find($"mnist/{part}-images-idx3-ubyte.gz") is not { } images || DataFolder.Find($"mnist/{part}-labels-idx1-ubyte.gz") is not { } labels)
            return null;
        byte[] pixels = Read(images), classes = Read(labels);
        int count = Math.Min(most, BinaryPrimitives.ReadInt32BigEndian(classes.AsSpan(4)));
        return new(28, [.. pixels.AsSpan(16, count * 28 * 28).ToArray().Select(pixel => pixel / 255f)], [.. classes.AsSpan(8, count).ToArray().Select(label => (int)label)]);
    }

    private static byte[] Read(string path)
    {
        using GZipStream stream = new(File.OpenRead(path), CompressionMode.Decompress);
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static void Line(TextWriter to, FormattableString text) => to.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private sealed class Told(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
