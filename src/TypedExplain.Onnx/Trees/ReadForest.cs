using TypedExplain.Onnx.Files;
using TypedExplain.Onnx.Trees.Tracing;

namespace TypedExplain.Onnx.Trees;

/// <summary>A forest that was read out of a file.</summary>
/// <param name="Forest">The forest.</param>
/// <param name="Transform">What the model does to the sums that the forest answers with.</param>
/// <param name="Graph">The graph that it was read from.</param>
/// <param name="Value">The value of the graph that it explains.</param>
internal sealed record ReadForest<T>(Forest<T> Forest, AnswerTransform Transform, OnnxGraph Graph, string Value)
    where T : IFeatureRecord<T>;
