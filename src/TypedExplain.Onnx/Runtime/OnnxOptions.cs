using System.Collections.Immutable;
using Microsoft.ML.OnnxRuntime;

namespace TypedExplain.Onnx;

/// <summary>How an ONNX model is run, and what of it a record's features and a model's outputs are.</summary>
/// <typeparam name="T">The record that the model scores.</typeparam>
public sealed record OnnxOptions<T>
    where T : IFeatureRecord<T>
{
    /// <summary>
    /// Which input takes a feature, where names do not tell. Several features may share an input; they fill it in the
    /// order of the schema.
    /// </summary>
    public IReadOnlyDictionary<Feature<T>, string> Inputs { get; init; } = ImmutableDictionary<Feature<T>, string>.Empty;

    /// <summary>Features that the model has no input for and does not look at. None by default: a feature without an input is an error.</summary>
    public ImmutableArray<Feature<T>> Unused { get; init; } = [];

    /// <summary>
    /// The output that is explained. By default the only one that holds scores: numbers with a fraction, or maps from
    /// class to number; of several the only one whose name speaks of probability.
    /// </summary>
    public string? Output { get; init; }

    /// <summary>
    /// The names of the outputs' classes, in the order of the scores; by default those that the model tells, or else the
    /// output's name with an index.
    /// </summary>
    public ImmutableArray<string> Classes { get; init; } = [];

    /// <summary>
    /// How ONNX Runtime runs the model; by default one thread that does not spin, since explanations run in parallel
    /// themselves. It stays the caller's to dispose of, and has no effect on a session that exists already.
    /// </summary>
    public SessionOptions? Session { get; init; }
}
