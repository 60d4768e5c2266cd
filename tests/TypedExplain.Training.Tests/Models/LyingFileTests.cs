using TypedExplain.Tests.Support;
using TypedExplain.Training.Tests.Training;

namespace TypedExplain.Training.Tests.Models;

/// <summary>Files whose SHA-256 is right and whose content is not: each ends in the library's own exception, with the byte, and in little memory.</summary>
public class LyingFileTests
{
    private static readonly byte[] s_mlp = Saved(new ExpoTrainer<Dot> { HiddenUnits = [3], MaxEpochs = 1 }.Train(Dots.Bent(30)).Save);
    private static readonly byte[] s_senn = Saved(new SennTrainer<Dot> { Epochs = 1, HiddenUnits = [3] }.Train(Dots.Parted(40), Dots.Parted(40)).Save);
    private static readonly byte[] s_images = Saved(new ImageTrainer { Epochs = 1, BatchSize = 2 }.Train(new(3, [.. Enumerable.Range(0, 18).Select(i => (float)i)], [0, 1])).Save);

    /// <summary>What the content says instead of what it should, and what is said about it.</summary>
    public static TheoryData<string, byte[], string> Lies => new()
    {
        { "Mlp", Mlp([46341, 46341], []), "0 parameters do not fit 2 hidden layers of 46341, 46341 units" },
        { "Mlp", Mlp([int.MaxValue, int.MaxValue, int.MaxValue], [1]), "1 parameters do not fit 3 hidden layers" },
        { "Mlp", Mlp([-3], [1]), "the number of a layer's units is -3, and must be from 1 to 2147483647" },
        { "Mlp", Mlp([3], [float.NaN]), "a number is NaN, and must be finite" },
        { "Mlp", Mlp([3], [1, float.PositiveInfinity]), "a number is Infinity, and must be finite" },
        { "Mlp", Mlp([3], [], kind: 7), "the kind of the loss is 7, and must be from 0 to 2" },
        { "Mlp", Mlp([3], [], kind: 2), "0 classes" },
        { "Mlp", Mlp([3], [], kind: 1, classes: ["a", "a"]), "they must be different names" },
        { "Mlp", Mlp([3], [], deviation: 0), "the deviation of the target is not above 0" },
        { "Mlp", Mlp([3], [], scale: 0), "a scale is not above 0" },
        { "Mlp", Mlp([3], [], mean: double.NaN), "a number is NaN" },
        { "Mlp", [255, 255, 255, 127], "a list of 2147483647 items does not fit into the 0 bytes that are left" },
        { "Mlp", [.. StoredBytes.ContentOf(s_mlp), 1, 2], "its content ends here, and 2 more bytes were announced" },
        { "Senn", Senn([46341, 46341], ["a", "b"], []), "0 parameters do not fit 2 hidden layers" },
        { "Senn", Senn([3], ["a"], []), "the classes are a, and must be two different names" },
        { "Senn", Senn([3], ["a", "b"], [float.NaN]), "a number is NaN" },
        { "ImageClassifier", Images(4097, 2, []), "the size of an image is 4097, and must be from 1 to 4096" },
        { "ImageClassifier", Images(-1, 2, []), "the size of an image is -1" },
        { "ImageClassifier", Images(4096, 1 << 20, []), "0 parameters do not fit images of 4096×4096" },
        { "ImageClassifier", Images(3, int.MaxValue, []), "the number of classes is 2147483647" },
        { "ImageClassifier", Images(3, 2, [float.NaN]), "a number is NaN" },
        { "Vae", Vae(31, 4, [-255, 3], [1]), "the number of a layer's units is -255" },
        { "Vae", Vae(1 << 24, 1 << 24, [1 << 24], [1]), "there are 1 parameters, and its layers have" },
        { "Vae", Vae(0, 4, [3], [1]), "the number of inputs is 0" },
        { "Vae", Vae(2, 1, [2], [.. Enumerable.Repeat(float.NaN, 6 + 6 + 4 + 6)]), "a number is NaN" },
        { "TrainingCheckpoint", Checkpoint(0, 3), "the number of epochs is 0" },
        { "TrainingCheckpoint", Checkpoint(1, 2), "2 parameters have 3 and 3 means of gradients, and 3 best ones" },
        { "TrainingCheckpoint", Checkpoint(2, 3), "2 epochs have a history of 1" },
        { "TrainingCheckpoint", Checkpoint(1, 3, epoch: 0.5), "an epoch is not its number and three losses" },
        { "TrainingCheckpoint", Checkpoint(1, 3, epoch: double.NaN), "a number is NaN" },
        { "TrainingCheckpoint", Checkpoint(1, 3, best: 2), "number 2 as the best one" },
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public void Is_refused_with_its_byte_and_costs_nothing(string format, byte[] content, string reason)
    {
        byte[] file = StoredBytes.Of("TypedExplain." + format, format is "ImageClassifier" or "Vae" ? "" : FeatureSchema.Of<Dot>().ToJson(), content);
        _ = Record.Exception(() => Load(format, file));
        long before = GC.GetAllocatedBytesForCurrentThread();
        InvalidModelException error = Assert.Throws<InvalidModelException>(() => Load(format, file));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Contains(reason, error.Message);
        Assert.Matches(@"^The file of the TypedExplain\.\w+ is damaged at byte \d+: ", error.Message);
        Assert.InRange(allocated, 0, 200_000);
    }

    [Fact]
    public void The_byte_is_where_the_number_stands()
    {
        byte[] file = [.. s_mlp];
        int at = file.Length - 32 - (2 * sizeof(float));
        BitConverter.TryWriteBytes(file.AsSpan(at), float.NaN);

        Assert.StartsWith($"The file of the TypedExplain.Mlp is damaged at byte {at}: a number is NaN", Assert.Throws<InvalidModelException>(() => Load("Mlp", StoredBytes.Sealed(file))).Message);
    }

    [Theory]
    [InlineData("Mlp")]
    [InlineData("Senn")]
    [InlineData("ImageClassifier")]
    public void Every_byte_that_changes_is_noticed_by_the_hash(string format)
    {
        byte[] right = format == "Mlp" ? s_mlp : format == "Senn" ? s_senn : s_images;
        for (int at = 0; at < right.Length; at += 1 + (right.Length / 500))
        {
            byte[] file = [.. right];
            file[at] ^= 1;
            _ = Assert.ThrowsAny<TypedExplainException>(() => Load(format, file));
        }
    }

    [Fact]
    public void Files_of_the_first_version_are_refused_by_name()
    {
        byte[] file = StoredBytes.Of("TypedExplain.Vae", "", [], version: 1);

        Assert.Equal("The file has format version 1 of TypedExplain.Vae, and this library reads version 2. Version 1 had no SHA-256; store the model again from where it was trained.", Assert.Throws<InvalidModelException>(() => Load("Vae", file)).Message);
    }

    [Fact]
    public void A_checkpoint_of_other_parameters_is_not_gone_on_from()
    {
        List<TrainingCheckpoint<Dot>> checkpoints = [];
        ExpoTrainer<Dot> trainer = new() { HiddenUnits = [3], MaxEpochs = 1, CheckpointEpochs = 1, Checkpointed = checkpoints.Add };
        Dataset<Dot> data = Dots.Bent(30);
        _ = trainer.Train(data);
        byte[] file = StoredBytes.Of("TypedExplain.TrainingCheckpoint", FeatureSchema.Of<Dot>().ToJson(), Checkpoint(1, 3, options: checkpoints[0].Options));
        TrainingCheckpoint<Dot> damaged = TrainingCheckpoint<Dot>.Load(new MemoryStream(file));

        Assert.Contains("holds 3 parameters and 0 regularizers, which are not those of the training", Assert.Throws<InvalidModelException>(() => trainer.Train(data, damaged)).Message);
    }

    private static object Load(string format, byte[] file) => format switch
    {
        "Mlp" => Mlp<Dot>.Load(new MemoryStream(file)),
        "Senn" => Senn<Dot>.Load(new MemoryStream(file)),
        "ImageClassifier" => ImageClassifier.Load(new MemoryStream(file)),
        "Vae" => TypedExplain.Training.Vae.Load(new MemoryStream(file)),
        _ => TrainingCheckpoint<Dot>.Load(new MemoryStream(file)),
    };

    private static byte[] Mlp(int[] hidden, float[] parameters, int kind = 0, string[]? classes = null, double mean = 0, double deviation = 1, double scale = 1) => Content(writer =>
    {
        WriteMap(writer, scale);
        Write(writer, hidden, writer.Write);
        writer.Write(kind);
        writer.Write(mean);
        writer.Write(deviation);
        Write(writer, classes ?? [], writer.Write);
        Write(writer, parameters, writer.Write);
    });

    private static byte[] Senn(int[] hidden, string[] classes, float[] parameters) => Content(writer =>
    {
        WriteMap(writer, 1);
        Write(writer, hidden, writer.Write);
        Write(writer, classes, writer.Write);
        Write(writer, parameters, writer.Write);
    });

    private static byte[] Images(int size, int classes, float[] parameters) => Content(writer =>
    {
        writer.Write(size);
        writer.Write(classes);
        Write(writer, parameters, writer.Write);
    });

    private static byte[] Vae(int inputs, int latent, int[] hidden, float[] parameters) => Content(writer =>
    {
        writer.Write(inputs);
        writer.Write(latent);
        Write(writer, hidden, writer.Write);
        Write(writer, parameters, writer.Write);
    });

    private static byte[] Checkpoint(int epochs, int parameters, double epoch = 1, int best = 1, string options = "") => Content(writer =>
    {
        writer.Write(options);
        writer.Write(epochs);
        Write(writer, new float[parameters], writer.Write);
        for (int i = 0; i < 2; i++)
            Write(writer, new float[3], writer.Write);
        writer.Write(0.9);
        writer.Write(0.99);
        Write(writer, new float[3], writer.Write);
        writer.Write(best);
        writer.Write(0.5);
        writer.Write(0);
        Write(writer, [0], _ => Write(writer, [epoch, 1, 1, 1], writer.Write));
    });

    private static void WriteMap(BinaryWriter writer, double scale)
    {
        int features = FeatureSchema.Of<Dot>().Features.Length;
        Write(writer, new double[features], writer.Write);
        Write(writer, [.. Enumerable.Repeat(scale, features)], writer.Write);
    }

    private static void Write<TItem>(BinaryWriter writer, TItem[] items, Action<TItem> write)
    {
        writer.Write(items.Length);
        Array.ForEach(items, write);
    }

    private static byte[] Content(Action<BinaryWriter> write)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        write(writer);
        return stream.ToArray();
    }

    private static byte[] Saved(Action<Stream> save)
    {
        using MemoryStream file = new();
        save(file);
        return file.ToArray();
    }
}
