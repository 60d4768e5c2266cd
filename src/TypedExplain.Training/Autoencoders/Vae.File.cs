using System.Collections.Immutable;
using TypedExplain.Files;
using TypedExplain.Training.Autoencoders;
using TypedExplain.Training.Networks;

namespace TypedExplain.Training;

public sealed partial class Vae
{
    private const string Format = "TypedExplain.Vae";

    /// <summary>Stores the model with a check of its content. The same model gives the same bytes.</summary>
    /// <param name="stream">Where it goes.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        StoredFile.Write(stream, Format, schema: "", writer =>
        {
            writer.Write(Inputs);
            writer.Write(LatentSize);
            writer.WriteList(HiddenUnits, writer.Write);
            writer.Write(_parameters);
        });
    }

    /// <summary>Stores the model in a file.</summary>
    /// <param name="path">The file; one that exists is replaced, and stays as it was where writing fails.</param>
    public void Save(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        WholeFile.Write(path, Save);
    }

    /// <summary>Loads a model; it gives the same answers, to the bit.</summary>
    /// <param name="stream">What <see cref="Save(Stream)"/> wrote.</param>
    /// <exception cref="InvalidModelException">It is not such a file, of another version, cut off or damaged.</exception>
    public static Vae Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return StoredFile.Read(stream, Format, _ => { }, Read);
    }

    /// <summary>Loads a model from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidModelException">It is not such a file, of another version, cut off or damaged.</exception>
    public static Vae Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using FileStream stream = File.OpenRead(path);
        return Load(stream);
    }

    private static Vae Read(StoredReader reader)
    {
        const int most = 1 << 24;
        int inputs = reader.ReadInt32(1, most, "the number of inputs"), latentSize = reader.ReadInt32(1, most, "the number of latent numbers");
        ImmutableArray<int> hidden = [.. reader.ReadList(sizeof(int), () => reader.ReadInt32(1, most, "the number of a layer's units"))];
        float[] parameters = reader.ReadSingles();
        long expected = AffineLayers.CountParameters([inputs, .. hidden, 2 * latentSize]) + AffineLayers.CountParameters([latentSize, .. hidden.Reverse(), inputs]);
        return parameters.Length == expected
            ? new(new VaeShape(inputs, hidden, latentSize), parameters, [])
            : throw reader.Damaged($"there are {parameters.Length} parameters, and its layers have {expected}");
    }
}
