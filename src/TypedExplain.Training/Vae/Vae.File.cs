using System.Collections.Immutable;
using TypedExplain.Numerics;
using TypedExplain.Training;

namespace TypedExplain;

public sealed partial class Vae
{
    private const string Format = "TypedExplain.Vae";
    private const int Version = 1;

    /// <summary>Stores the model with a check of its content. The same model gives the same bytes.</summary>
    /// <param name="stream">Where it goes.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        StoredFile.Write(stream, Format, Version, writer =>
        {
            writer.Write(Inputs);
            writer.Write(LatentSize);
            writer.WriteList(HiddenUnits, writer.Write);
            writer.Write(_parameters);
        });
    }

    /// <summary>Stores the model in a file.</summary>
    /// <param name="path">The file; one that exists is replaced.</param>
    public void Save(string path)
    {
        using FileStream stream = File.Create(path);
        Save(stream);
    }

    /// <summary>Loads a model; it gives the same answers, to the bit.</summary>
    /// <param name="stream">What <see cref="Save(Stream)"/> wrote.</param>
    /// <exception cref="InvalidModelException">It is no such file, of another version, cut off or damaged.</exception>
    public static Vae Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return StoredFile.Read(stream, Format, Version, Read);
    }

    /// <summary>Loads a model from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidModelException">It is no such file, of another version, cut off or damaged.</exception>
    public static Vae Load(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Load(stream);
    }

    private static Vae Read(BinaryReader reader)
    {
        int inputs = reader.ReadInt32(), latentSize = reader.ReadInt32();
        ImmutableArray<int> hidden = [.. reader.ReadList(reader.ReadInt32)];
        VaeShape shape = new(inputs, hidden, latentSize);
        float[] parameters = reader.ReadSingles();
        return parameters.Length == shape.ParameterCount
            ? new(shape, parameters, [])
            : throw new FormatException($"there are {parameters.Length} parameters, and its layers have {shape.ParameterCount}");
    }
}
