using System.Collections.Immutable;

namespace TypedExplain;

/// <summary>What is known of a model before it is asked: the names and kinds of its outputs, and which features it reads.</summary>
/// <typeparam name="T">The record that it scores.</typeparam>
public interface IModelInfo<T>
    where T : IFeatureRecord<T>
{
    /// <summary>The names of its outputs; at least one.</summary>
    ImmutableArray<string> Outputs { get; }

    /// <summary>
    /// What an output is, which decides the scale on which it is explained; <see cref="OutputKind.Score"/> where the model does
    /// not say, and then answers are explained as they are. A model that asks another one passes on what that one says.
    /// </summary>
    /// <param name="output">Position of the output.</param>
    OutputKind KindOf(int output) => OutputKind.Score;

    /// <summary>
    /// Whether the answers may depend on a feature. False only where it is known that none does, as of a feature that no tree of a
    /// forest asks about: its effect is then exactly 0, whatever the samples say.
    /// </summary>
    /// <param name="feature">The feature.</param>
    bool Reads(Feature<T> feature) => true;
}
