using System.Collections.Immutable;

namespace TypedExplain.Onnx.Trees.Tracing;

/// <summary>What a value behind trees is, told by the trees' answers.</summary>
/// <param name="Columns">One sum per number of a row.</param>
/// <param name="Transform">What is done to the sums at the end.</param>
internal sealed record TracedAnswer(ImmutableArray<TreeSum> Columns, AnswerTransform Transform)
{
    /// <summary>The names of the numbers where the trees tell classes; else none.</summary>
    public ImmutableArray<string> Classes { get; init; } = [];

    /// <summary>Whether they are the scores of two classes of which the second tells the first.</summary>
    public bool IsBinary { get; init; }
}
