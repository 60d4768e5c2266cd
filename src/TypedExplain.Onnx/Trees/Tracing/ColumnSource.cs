using System.Collections.Immutable;
using TypedExplain.Onnx.Files;

namespace TypedExplain.Onnx.Trees.Tracing;

/// <summary>A number that trees ask about: an element of an input's row, and the types that it has on its way.</summary>
/// <param name="Input">The input.</param>
/// <param name="Index">Which element of the input's row.</param>
/// <param name="Types">ONNX's numbers of the element types: the input's, then those of each Cast.</param>
internal sealed record ColumnSource(OnnxValue Input, int Index, ImmutableArray<int> Types)
{
    /// <summary>Where the number is 1 for one category of a string input and 0 for every other: that category.</summary>
    public string? Category { get; init; }
}
