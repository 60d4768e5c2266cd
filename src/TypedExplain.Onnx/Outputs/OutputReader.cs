using System.Collections.Immutable;
using Microsoft.ML.OnnxRuntime;
using TypedExplain.Onnx.Runtime;

namespace TypedExplain.Onnx.Outputs;

/// <summary>Reads scores out of one output of a model.</summary>
/// <param name="name">The output.</param>
/// <param name="classes">The names of its scores.</param>
internal abstract class OutputReader(string name, ImmutableArray<string> classes)
{
    /// <summary>The output.</summary>
    public string Name => name;

    /// <summary>The names of its scores.</summary>
    public ImmutableArray<string> Classes => classes;

    /// <summary>Where the scores of so many rows go, if that can be said before they are known.</summary>
    public abstract RentedTensor? Room(int count);

    /// <summary>Reads the scores from the room that was given.</summary>
    public abstract void Read(RentedTensor room, Span<double> scores);

    /// <summary>Reads the scores from a value of the runtime's.</summary>
    public abstract void Read(OrtValue value, int count, Span<double> scores);
}
