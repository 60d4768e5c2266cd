using TypedExplain.Files;

namespace TypedExplain.Training;

public sealed partial class ImageClassifier
{
    private const string Format = "TypedExplain.ImageClassifier";

    /// <summary>The largest images and the most classes that a file may announce.</summary>
    private const int LargestSize = 4096, MostClasses = 1 << 20;

    /// <summary>Stores the network. The same network gives the same bytes.</summary>
    /// <param name="stream">Where it goes.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        StoredFile.Write(stream, Format, schema: "", writer =>
        {
            writer.Write(Size);
            writer.Write(Classes);
            writer.Write(_parameters);
        });
    }

    /// <summary>Stores the network in a file.</summary>
    /// <param name="path">The file; one that exists is replaced, and stays as it was where writing fails.</param>
    public void Save(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        WholeFile.Write(path, Save);
    }

    /// <summary>Loads a network; it gives the same logits and maps, to the bit.</summary>
    /// <param name="stream">What <see cref="Save(Stream)"/> wrote.</param>
    /// <exception cref="InvalidModelException">It is not such a file, of another version, cut off or damaged.</exception>
    public static ImageClassifier Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return StoredFile.Read(stream, Format, _ => { }, Read);
    }

    /// <summary>Loads a network from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidModelException">It is not such a file, of another version, cut off or damaged.</exception>
    public static ImageClassifier Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using FileStream stream = File.OpenRead(path);
        return Load(stream);
    }

    private static ImageClassifier Read(StoredReader reader)
    {
        int size = reader.ReadInt32(1, LargestSize, "the size of an image"), classes = reader.ReadInt32(2, MostClasses, "the number of classes");
        float[] parameters = reader.ReadSingles();
        return ImageTrainer.CountParameters(size, classes) == parameters.Length
            ? new(size, ImageTrainer.Network(size, classes), parameters)
            : throw reader.Damaged($"{parameters.Length} parameters do not fit images of {size}×{size} of {classes} classes");
    }
}
