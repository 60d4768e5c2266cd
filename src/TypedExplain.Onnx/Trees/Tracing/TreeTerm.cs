namespace TypedExplain.Onnx.Trees.Tracing;

/// <summary>One number that a node of trees answers with, times a factor.</summary>
/// <param name="Trees">The trees.</param>
/// <param name="Target">Which of their numbers.</param>
/// <param name="Factor">The factor.</param>
internal readonly record struct TreeTerm(TreeNodes Trees, int Target, double Factor);
