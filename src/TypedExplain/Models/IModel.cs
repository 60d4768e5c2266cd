using System.Collections.Immutable;

namespace TypedExplain;

/// <summary>A black box: anything that scores records. It is called with a batch of rows at a time.</summary>
/// <remarks>An implementation must be a function of the rows alone and safe to call from several threads at once.</remarks>
/// <typeparam name="T">The record that it scores.</typeparam>
public interface IModel<T>
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

    /// <summary>Scores a batch of rows.</summary>
    /// <param name="rows">The encoded rows.</param>
    /// <param name="scores">Where the answers go: for each row in turn, one number per output.</param>
    void Score(EncodedRows<T> rows, Span<double> scores);
}
