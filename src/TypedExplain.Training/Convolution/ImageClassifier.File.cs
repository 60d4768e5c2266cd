using TypedExplain.Training;

namespace TypedExplain;

public sealed partial class ImageClassifier
{
    private const string Format = "TypedExplain.ImageClassifier";
    private const int Version = 1;

    /// <summary>The largest images and the most classes that a file may announce.</summary>
    private const int LargestSize = 4096, MostClasses = 1 << 20;

    /// <summary>Stores the network. The same network gives the same bytes.</summary>
    /// <param name="stream">Where it goes.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ModelFile.Write(stream, Format, Version, schema: "", writer =>
        {
            writer.Write(Size);
            writer.Write(Classes);
            writer.Write(_parameters);
        });
    }

    /// <summary>Stores the network in a file.</summary>
    /// <param name="path">The file; one that exists is replaced.</param>
    public void Save(string path)
    {
        using FileStream stream = File.Create(path);
        Save(stream);
    }

    /// <summary>Loads a network; it gives the same logits and maps, to the bit.</summary>
    /// <param name="stream">What <see cref="Save(Stream)"/> wrote.</param>
    /// <exception cref="InvalidModelException">It is no such file, of another version, cut off or damaged.</exception>
    public static ImageClassifier Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return ModelFile.Read(stream, Format, Version, _ => { }, Read);
    }

    /// <summary>Loads a network from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidModelException">It is no such file, of another version, cut off or damaged.</exception>
    public static ImageClassifier Load(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Load(stream);
    }

    private static ImageClassifier Read(BinaryReader reader)
    {
        (int size, int classes) = (reader.ReadInt32(), reader.ReadInt32());
        float[] parameters = reader.ReadSingles();
        if (size is < 1 or > LargestSize || classes is < 2 or > MostClasses)
            throw new FormatException($"images of {size}×{size} of {classes} classes");
        ConvolutionalNetwork<float> network = ImageTrainer.Network(size, classes);
        return network.ParameterCount == parameters.Length
            ? new(size, network, parameters)
            : throw new FormatException($"{parameters.Length} parameters do not fit images of {size}×{size} of {classes} classes");
    }
}
