using System.Collections.Immutable;
using TypedExplain.Errors;
using TypedExplain.Files;
using TypedExplain.Training.Models;
using TypedExplain.Training.Networks;

namespace TypedExplain.Training;

public sealed partial class Mlp<T>
{
    private const string Format = "TypedExplain.Mlp";

    /// <summary>Stores the model with its record's schema. The same model gives the same bytes.</summary>
    /// <param name="stream">Where it goes.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        StoredFile.Write(stream, Format, T.Schema.ToJson(), writer => Write(writer, _network.Map, HiddenUnits, _form, _network.Parameters));
    }

    /// <summary>Stores the model in a file.</summary>
    /// <param name="path">The file; one that exists is replaced, and stays as it was where writing fails.</param>
    public void Save(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        WholeFile.Write(path, Save);
    }

    /// <summary>Loads a model; it gives the same scores, to the bit.</summary>
    /// <param name="stream">What <see cref="Save(Stream)"/> wrote.</param>
    /// <exception cref="InvalidModelException">It is not such a file, of another version, cut off or damaged.</exception>
    /// <exception cref="InvalidSchemaException">It was stored for another schema; the message says what differs.</exception>
    public static Mlp<T> Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return StoredFile.Read(stream, Format, T.Schema.CheckJson, Read);
    }

    /// <summary>Loads a model from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidModelException">It is not such a file, of another version, cut off or damaged.</exception>
    /// <exception cref="InvalidSchemaException">It was stored for another schema; the message says what differs.</exception>
    public static Mlp<T> Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        using FileStream stream = File.OpenRead(path);
        return Load(stream);
    }

    private static void Write(BinaryWriter writer, InputMap<T> map, ImmutableArray<int> hiddenUnits, OutputForm form, float[] parameters)
    {
        map.Write(writer);
        writer.WriteList(hiddenUnits, writer.Write);
        form.Write(writer);
        writer.Write(parameters);
    }

    private static Mlp<T> Read(StoredReader reader)
    {
        InputMap<T> map = InputMap<T>.Read(reader);
        ImmutableArray<int> hidden = [.. reader.ReadList(sizeof(int), () => reader.ReadInt32(1, int.MaxValue, "the number of a layer's units"))];
        OutputForm form = OutputForm.Read(reader);
        float[] parameters = reader.ReadSingles();
        return AffineLayers.CountParameters([map.Inputs, .. hidden, form.Width]) == parameters.Length
            ? new(map, hidden, form, parameters, null)
            : throw reader.Damaged($"{parameters.Length} parameters do not fit {hidden.Length} hidden layers of {NameList.Names(hidden)} units");
    }
}
