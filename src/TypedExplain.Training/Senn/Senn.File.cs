using System.Collections.Immutable;
using TypedExplain.Training;

namespace TypedExplain;

public sealed partial class Senn<T>
{
    private const string Format = "TypedExplain.Senn";
    private const int Version = 1;

    /// <summary>Stores the model with its record's schema. The same model gives the same bytes.</summary>
    /// <param name="stream">Where it goes.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ModelFile.Write<T>(stream, Format, Version, writer =>
        {
            _map.Write(writer);
            writer.WriteList(_hiddenUnits, writer.Write);
            writer.WriteList(Outputs, writer.Write);
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

    /// <summary>Loads a model; it gives the same scores and explanations, to the bit.</summary>
    /// <param name="stream">What <see cref="Save(Stream)"/> wrote.</param>
    /// <exception cref="InvalidModelException">It is no such file, of another version, cut off or damaged.</exception>
    /// <exception cref="InvalidSchemaException">It was stored for another schema; the message says what differs.</exception>
    public static Senn<T> Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return ModelFile.Read<T, Senn<T>>(stream, Format, Version, Read);
    }

    /// <summary>Loads a model from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidModelException">It is no such file, of another version, cut off or damaged.</exception>
    /// <exception cref="InvalidSchemaException">It was stored for another schema; the message says what differs.</exception>
    public static Senn<T> Load(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Load(stream);
    }

    private static Senn<T> Read(BinaryReader reader)
    {
        InputMap<T> map = InputMap<T>.Read(reader);
        ImmutableArray<int> hidden = [.. reader.ReadList(reader.ReadInt32)];
        ImmutableArray<string> classes = [.. reader.ReadList(reader.ReadString)];
        float[] parameters = reader.ReadSingles();
        if (classes.Length != 2 || hidden.Any(units => units < 1) || parameters.Length != new SennNetwork<float>(map.Inputs, hidden).Theta.ParameterCount)
            throw new FormatException($"{parameters.Length} parameters do not fit layers of {string.Join(", ", hidden)} units and {classes.Length} classes");
        return new(map, hidden, parameters, classes);
    }
}
