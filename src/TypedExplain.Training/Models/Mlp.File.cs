using System.Collections.Immutable;
using TypedExplain.Training;

namespace TypedExplain;

public sealed partial class Mlp<T>
{
    private const string Format = "TypedExplain.Mlp";
    private const int Version = 1;

    /// <summary>Stores the model with its record's schema. The same model gives the same bytes.</summary>
    /// <param name="stream">Where it goes.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ModelFile.Write<T>(stream, Format, Version, writer => Write(writer, _network.Map, HiddenUnits, _form, _network.Parameters));
    }

    /// <summary>Stores the model in a file.</summary>
    /// <param name="path">The file; one that exists is replaced.</param>
    public void Save(string path)
    {
        using FileStream stream = File.Create(path);
        Save(stream);
    }

    /// <summary>Loads a model; it gives the same scores, to the bit.</summary>
    /// <param name="stream">What <see cref="Save(Stream)"/> wrote.</param>
    /// <exception cref="InvalidModelException">It is no such file, of another version, cut off or damaged.</exception>
    /// <exception cref="InvalidSchemaException">It was stored for another schema; the message says what differs.</exception>
    public static Mlp<T> Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return ModelFile.Read<T, Mlp<T>>(stream, Format, Version, Read);
    }

    /// <summary>Loads a model from a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidModelException">It is no such file, of another version, cut off or damaged.</exception>
    /// <exception cref="InvalidSchemaException">It was stored for another schema; the message says what differs.</exception>
    public static Mlp<T> Load(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Load(stream);
    }

    private static void Write(BinaryWriter writer, InputMap<T> map, ImmutableArray<int> hiddenUnits, OutputForm form, float[] parameters)
    {
        map.Write(writer);
        writer.WriteList(hiddenUnits, writer.Write);
        writer.Write((int)form.Kind);
        writer.Write(form.Mean);
        writer.Write(form.Deviation);
        writer.WriteList(form.Classes, writer.Write);
        writer.Write(parameters);
    }

    private static Mlp<T> Read(BinaryReader reader)
    {
        InputMap<T> map = InputMap<T>.Read(reader);
        ImmutableArray<int> hidden = [.. reader.ReadList(reader.ReadInt32)];
        OutputForm form = new((LossKind)reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble(), [.. reader.ReadList(reader.ReadString)]);
        float[] parameters = reader.ReadSingles();
        if (!Enum.IsDefined(form.Kind) || hidden.Any(units => units < 1) || parameters.Length != new Perceptron<float>([map.Inputs, .. hidden, form.Width], Slope).ParameterCount)
            throw new FormatException($"{parameters.Length} parameters do not fit layers of {string.Join(", ", hidden)} units");
        return new(map, hidden, form, parameters, null);
    }
}
