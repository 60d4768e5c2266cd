using TypedExplain.Files;
using TypedExplain.Training.Trainers;

namespace TypedExplain.Training;

/// <summary>A training that can be gone on with: it then gives the bits that it would have given without the break.</summary>
/// <typeparam name="T">The record that the model is trained on.</typeparam>
public sealed class TrainingCheckpoint<T>
    where T : IFeatureRecord<T>
{
    private const string Format = "TypedExplain.TrainingCheckpoint";

    internal TrainingCheckpoint(string options, TrainingState state) => (Options, State) = (options, state);

    /// <summary>The options and data that it belongs to, in words.</summary>
    public string Options { get; }

    /// <summary>How many epochs are done.</summary>
    public int Epoch => State.Epoch;

    internal TrainingState State { get; }

    /// <summary>Stores the checkpoint.</summary>
    /// <param name="stream">Where it goes.</param>
    public void Save(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        StoredFile.Write(stream, Format, T.Schema.ToJson(), writer =>
        {
            writer.Write(Options);
            State.Write(writer);
        });
    }

    /// <summary>Loads a checkpoint.</summary>
    /// <param name="stream">What <see cref="Save"/> wrote.</param>
    /// <exception cref="InvalidModelException">It is not such a file, of another version, cut off or damaged.</exception>
    /// <exception cref="InvalidSchemaException">It was stored for another schema; the message says what differs.</exception>
    public static TrainingCheckpoint<T> Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return StoredFile.Read(stream, Format, T.Schema.CheckJson, reader => new TrainingCheckpoint<T>(reader.ReadText(), TrainingState.Read(reader)));
    }
}
