namespace TypedExplain.Onnx.Trees.Tracing;

/// <summary>What a model does to sums of trees at its end; explanations are of what is below it.</summary>
internal enum AnswerTransform
{
    /// <summary>Nothing: the sums are the answers.</summary>
    None,

    /// <summary>Log-odds become a probability.</summary>
    Logistic,

    /// <summary>Sums become shares of their exponentials.</summary>
    Softmax,

    /// <summary>The logarithm of a rate becomes the rate.</summary>
    Exponential,
}
