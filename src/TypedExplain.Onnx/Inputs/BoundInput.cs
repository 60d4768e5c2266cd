using TypedExplain.Media;
using TypedExplain.Onnx.Runtime;

namespace TypedExplain.Onnx.Inputs;

/// <summary>An input of a model and what of a record fills it.</summary>
/// <param name="Form">The input.</param>
/// <param name="Features">The features that fill it, one after the other; none where a text or an image does, or nothing.</param>
/// <param name="Media">The text or image that fills it, or null.</param>
/// <param name="MarksMissing">Whether a missing value is marked in it, because no input tells that it is missing.</param>
/// <param name="IsNeeded">Whether the output depends on it; if not, it is filled with zeros.</param>
internal sealed record BoundInput<T>(TensorForm Form, List<Feature<T>> Features, MediaFeature<T>? Media, bool MarksMissing, bool IsNeeded)
    where T : IFeatureRecord<T>;
