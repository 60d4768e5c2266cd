using System.Collections.Immutable;
using TypedExplain.Errors;
using TypedExplain.Files;
using TypedExplain.Training.Models;
using TypedExplain.Training.Networks;

namespace TypedExplain.Training;

public sealed partial class Senn<T>
{
    private const string Format = "TypedExplain.Senn";

    /// <summary>Stores the model with its record's schema. The same model gives the same bytes.</summary>
    /// <param name="stream">Where it goes.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        StoredFile.Write(stream, Format, T.Schema.ToJson(), writer =>
        {
            _map.Write(writer);
            writer.WriteList(_hiddenUnits, writer.Write);
            writer.WriteList(Outputs, writer.Write);
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

    /// <summary>Loads a model; it gives the same scores and explanations, to the bit.</summary>
    /// <param name="stream">What <see cref="Save(Stream)"/> wrote.</param>
    /// <exception cref="InvalidModelException">It is not such a file, of another version, cut off or damaged.</exception>
    /// <exception cref="InvalidSchemaException">It was stored for another schema; the message says what differs.</exception>
    public static Senn<T> Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return StoredFile.Read(stream, Format, T.Schema.CheckJson, Read);
    }

    /// <summary>Loads a model from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidModelException">It is not such a file, of another version, cut off or damaged.</exception>
    /// <exception cref="InvalidSchemaException">It was stored for another schema; the message says what differs.</exception>
    public static Senn<T> Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using FileStream stream = File.OpenRead(path);
        return Load(stream);
    }

    private static Senn<T> Read(StoredReader reader)
    {
        InputMap<T> map = InputMap<T>.Read(reader);
        ImmutableArray<int> hidden = [.. reader.ReadList(sizeof(int), () => reader.ReadInt32(1, int.MaxValue, "the number of a layer's units"))];
        ImmutableArray<string> classes = [.. reader.ReadList(1, reader.ReadText)];
        if (classes.Length != 2 || classes[0] == classes[1])
            throw reader.Damaged($"the classes are {NameList.Names(classes)}, and must be two different names");
        float[] parameters = reader.ReadSingles();
        return AffineLayers.CountParameters([map.Inputs, .. hidden, map.Inputs + 1]) == parameters.Length
            ? new(map, hidden, parameters, classes)
            : throw reader.Damaged($"{parameters.Length} parameters do not fit {hidden.Length} hidden layers of {NameList.Names(hidden)} units");
    }
}
