using TypedExplain.Tests.Zoo;
using TypedExplain.Training.Tests.Training;

namespace TypedExplain.Training.Tests.Models;

/// <summary>A file that is not this record's model is refused, and the message says why.</summary>
public class ModelFileTests
{
    private static byte[] File
    {
        get
        {
            using MemoryStream file = new();
            new ExpoTrainer<Dot> { HiddenUnits = [3], MaxEpochs = 1 }.Train(Dots.Bent(30)).Save(file);
            return file.ToArray();
        }
    }

    [Fact]
    public void AnotherSchema()
    {
        InvalidSchemaException error = Assert.Throws<InvalidSchemaException>(() => Mlp<House>.Load(new MemoryStream(File)));
        Assert.Contains("it is the schema of Dot", error.Message);
    }

    [Fact]
    public void AnotherVersion()
    {
        byte[] file = File;
        file["TypedExplain.Mlp".Length + 1] = 9;
        Assert.Equal("The file has format version 9 of TypedExplain.Mlp, and this library reads version 2.", Error(file).Message);
    }

    [Fact]
    public void ADamagedFile()
    {
        byte[] file = File;
        file[^40] ^= 1;
        Assert.Contains("damaged", Error(file).Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(40)]
    public void ACutFile(int bytes) => Assert.Contains("damaged", Error(File[..^bytes]).Message);

    [Fact]
    public void AForeignFile()
    {
        Assert.Equal("The file is not a TypedExplain.Mlp.", Error([.. Enumerable.Repeat((byte)200, 100)]).Message);
        Assert.Contains("cut off", Error([]).Message);
    }

    [Fact]
    public void SelfExplainingNetworks()
    {
        Dataset<Dot> data = Dots.Parted(60);
        Senn<Dot> model = new SennTrainer<Dot> { Epochs = 2, HiddenUnits = [5, 4] }.Train(data, data);
        byte[] file = Saved(model.Save);
        Senn<Dot> loaded = Senn<Dot>.Load(new MemoryStream(file));
        Assert.Equal(file, Saved(loaded.Save));
        Assert.Equal(model.Outputs.AsEnumerable(), loaded.Outputs);
        Assert.Equal(Scores(model), Scores(loaded));
        Assert.Equal(model.Explain(data[3]).Coefficients.AsEnumerable(), loaded.Explain(data[3]).Coefficients);
        Assert.Contains("it is the schema of Dot", Assert.Throws<InvalidSchemaException>(() => Senn<House>.Load(new MemoryStream(file))).Message);
        Refuses(file, "TypedExplain.Senn", Senn<Dot>.Load);
        Assert.Equal("The file is not a TypedExplain.Senn.", Assert.Throws<InvalidModelException>(() => Senn<Dot>.Load(new MemoryStream(File))).Message);

        double[] Scores(Senn<Dot> own)
        {
            double[] scores = new double[2 * data.Count];
            own.Score(data.Encoded, scores);
            return scores;
        }
    }

    [Fact]
    public void ImageNetworks()
    {
        LabeledImages images = new(9, [.. Enumerable.Range(0, 8 * 81).Select(i => i % 13 / 13f)], [0, 1, 0, 1, 0, 1, 0, 1]);
        ImageClassifier network = new ImageTrainer { Epochs = 1, BatchSize = 4 }.Train(images);
        byte[] file = Saved(network.Save);
        ImageClassifier loaded = ImageClassifier.Load(new MemoryStream(file));
        Assert.Equal((9, 2), (loaded.Size, loaded.Classes));
        Assert.Equal(file, Saved(loaded.Save));
        float[] logits = new float[16], again = new float[16];
        network.Score(images.Pixels.AsSpan(), logits);
        loaded.Score(images.Pixels.AsSpan(), again);
        Assert.Equal(logits, again);
        Refuses(file, "TypedExplain.ImageClassifier", ImageClassifier.Load);
    }

    [Fact]
    public void Checkpoints()
    {
        List<TrainingCheckpoint<Dot>> checkpoints = [];
        _ = new ExpoTrainer<Dot> { HiddenUnits = [3], MaxEpochs = 1, CheckpointEpochs = 1, Checkpointed = checkpoints.Add }.Train(Dots.Bent(30));
        byte[] file = Saved(checkpoints[0].Save);
        Assert.Equal(file, Saved(TrainingCheckpoint<Dot>.Load(new MemoryStream(file)).Save));
        Assert.Contains("it is the schema of Dot", Assert.Throws<InvalidSchemaException>(() => TrainingCheckpoint<House>.Load(new MemoryStream(file))).Message);
        Refuses(file, "TypedExplain.TrainingCheckpoint", TrainingCheckpoint<Dot>.Load);
    }

    [Fact]
    public void Files()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.model");
        try
        {
            Dataset<Dot> data = Dots.Parted(40);
            Senn<Dot> model = new SennTrainer<Dot> { Epochs = 1 }.Train(data, data);
            model.Save(path);
            Assert.Equal(model.Explain(data[0]).Coefficients.AsEnumerable(), Senn<Dot>.Load(path).Explain(data[0]).Coefficients);
            new ImageTrainer { Epochs = 1, BatchSize = 2 }.Train(new(3, [.. Enumerable.Range(0, 18).Select(i => (float)i)], [0, 1])).Save(path);
            Assert.Equal(3, ImageClassifier.Load(path).Size);
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    /// <summary>Every single byte may be damaged, and every tail be missing: that is said, and nothing else goes wrong.</summary>
    private static void Refuses<TModel>(byte[] file, string format, Func<Stream, TModel> load)
    {
        byte[] other = [.. file];
        other[format.Length + 1] = 9;
        Assert.Equal($"The file has format version 9 of {format}, and this library reads version 2.", Assert.Throws<InvalidModelException>(() => load(new MemoryStream(other))).Message);
        for (int cut = format.Length + 1; cut < file.Length; cut += 1 + (file.Length / 50))
            Assert.Contains("damaged", Assert.Throws<InvalidModelException>(() => load(new MemoryStream(file[..cut]))).Message);
        for (int at = 0; at < file.Length; at += 1 + (file.Length / 200))
        {
            other = [.. file];
            other[at] ^= 0x55;
            _ = Assert.ThrowsAny<TypedExplainException>(() => load(new MemoryStream(other)));
        }
    }

    private static byte[] Saved(Action<Stream> save)
    {
        using MemoryStream file = new();
        save(file);
        return file.ToArray();
    }

    private static InvalidModelException Error(byte[] file) => Assert.Throws<InvalidModelException>(() => Mlp<Dot>.Load(new MemoryStream(file)));
}
