using System.IO.Compression;
using TypedExplain.Tests.Support;
using TypedExplain.Training.Convolution;

namespace TypedExplain.Training.Tests.Training;

public class ImageTests
{
    [Fact]
    public void ItLearnsBars()
    {
        LabeledImages train = Bars(120, 0), test = Bars(60, 1);
        ImageTrainer trainer = new() { Epochs = 15, BatchSize = 20, Stability = 0 };
        ImageClassifier plain = trainer.Train(train), steady = (trainer with { Stability = 100 }).Train(train);
        Assert.True(plain.Accuracy(test) > 0.9, $"accuracy {plain.Accuracy(test)}");
        Assert.True(steady.Accuracy(test) > 0.9, $"accuracy {steady.Accuracy(test)}");
        Assert.True(steady.SaliencyStability(test) < 0.8 * plain.SaliencyStability(test), $"{plain.SaliencyStability(test)} without, {steady.SaliencyStability(test)} with");
        float[] logits = new float[60 * 2], again = new float[60 * 2], one = new float[2];
        plain.Score(test.Pixels.AsSpan(), logits);
        trainer.Train(train).Score(test.Pixels.AsSpan(), again);
        Assert.Equal(logits, again);
        plain.Score(test[57], one);
        Assert.Equal(logits[114..116], one);
    }

    [Fact]
    public void TheGradientOfAStepIsThatOfItsLoss()
    {
        LabeledImages images = Bars(6, 0);
        ConvolutionalNetwork<float> network = ImageTrainer.Network(images.Size, 2);
        float[] parameters = new float[network.ParameterCount], gradient = new float[parameters.Length];
        network.Initialize(new RandomStream(1, "weights"), parameters);
        ImageStep step = new(network, 3, hasNeighbors: true);
        double loss = step.Evaluate(parameters, images, [0, 1, 2], 5, 0.5, new RandomStream(1, "moves"), gradient);

        // Along the gradient itself the loss must fall by its squared length.
        double squares = gradient.Sum(slope => (double)slope * slope), length = 1e-3 / Math.Sqrt(squares);
        float[] moved = [.. parameters.Zip(gradient, (p, g) => (float)(p - (length * g)))];
        double after = step.Evaluate(moved, images, [0, 1, 2], 5, 0.5, new RandomStream(1, "moves"), new float[parameters.Length]);
        Assert.Equal(length * squares, loss - after, 0.03 * length * squares);
    }

    [DataFact]
    public void AFewDigits()
    {
        LabeledImages train = Digits("train", 2000), test = Digits("t10k", 500);
        ImageClassifier network = new ImageTrainer { Epochs = 2, Stability = 0 }.Train(train);
        Assert.True(network.Accuracy(test) > 0.85, $"accuracy {network.Accuracy(test)}");
    }

    [Fact]
    public void BadInput()
    {
        LabeledImages bars = Bars(10, 0);
        Assert.Equal("BatchSize is 50; it must be from 1 to 10, the images.", Assert.Throws<InvalidOptionException>(() => new ImageTrainer().Train(bars)).Message);
        Assert.Equal("Stability is -1; it must be 0 or more.", Assert.Throws<InvalidOptionException>(() => new ImageTrainer { BatchSize = 5, Stability = -1 }.Train(bars)).Message);
        Assert.Equal("Radius of the moves of pixels is 0; it must be above 0.", Assert.Throws<InvalidOptionException>(() => new ImageTrainer { BatchSize = 5, Radius = 0 }.Train(bars)).Message);
        Assert.Equal("All 2 images are of class 1; there is nothing to tell apart.", Assert.Throws<InvalidDatasetException>(() => new ImageTrainer().Train(new(1, [0, 1], [1, 1]))).Message);
        Assert.Contains("5 pixels are not 1 images of 2×2", Assert.Throws<InvalidDatasetException>(() => new LabeledImages(2, [1, 2, 3, 4, 5], [0])).Message);
        Assert.Contains("is not a finite number", Assert.Throws<InvalidDatasetException>(() => new LabeledImages(1, [float.NaN], [0])).Message);
        ImageDivergedException error = Assert.Throws<ImageDivergedException>(() => new ImageTrainer { BatchSize = 5, LearningRate = 1e30 }.Train(bars));
        Assert.Equal((1, 2, null), (error.Epoch, error.Step, error.LastGood));
        Assert.StartsWith("Training diverged in epoch 1, step 2: layer ", error.Message);
        Assert.EndsWith("became NaN or infinite. No epoch was completed. Lower LearningRate, which is 1E+30, or Stability, which is 1.", error.Message);
        error = Assert.Throws<ImageDivergedException>(() => new ImageTrainer { BatchSize = 10, LearningRate = 1e30 }.Train(bars));
        Assert.Equal((2, 1), (error.Epoch, error.Step));
        Assert.Equal(2, error.LastGood!.Classes);
    }

    /// <summary>Noisy upright and level bars.</summary>
    private static LabeledImages Bars(int count, int seed)
    {
        const int Size = 9;
        RandomStream stream = new(seed, "bars");
        float[] pixels = new float[count * Size * Size];
        for (int image = 0; image < count; image++)
        {
            int place = stream.Choose(image, Size);
            for (int i = 0; i < Size * Size; i++)
                pixels[(image * Size * Size) + i] = (float)(((image % 2 == 0 ? i % Size : i / Size) == place ? 1 : 0) + (0.2 * stream.For(image).Uniform(i)));
        }

        return new(Size, [.. pixels], [.. Enumerable.Range(0, count).Select(image => image % 2)]);
    }

    private static LabeledImages Digits(string part, int count)
    {
        byte[] images = Read($"mnist/{part}-images-idx3-ubyte.gz", 16 + (count * 784)), labels = Read($"mnist/{part}-labels-idx1-ubyte.gz", 8 + count);
        return new(28, [.. images[16..].Select(pixel => pixel / 255f)], [.. labels[8..].Select(label => (int)label)]);

        static byte[] Read(string file, int length)
        {
            using GZipStream stream = new(File.OpenRead(Path.Combine(TestData.Folder, file)), CompressionMode.Decompress);
            byte[] bytes = new byte[length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }
}
