using System.Collections.Immutable;
using System.Globalization;

namespace TypedExplain.Onnx.Files;

/// <summary>The names of classes that a classifier in a file holds.</summary>
internal static class ClassLabels
{
    /// <summary>The names in the only classifier of a model; none where there is no such node, or several.</summary>
    public static ImmutableArray<string> Of(OnnxGraph graph)
    {
        ImmutableArray<string>[] found = [.. graph.Nodes.Select(Of).Where(names => names.Length > 0)];
        return found is [{ } only] ? only : [];
    }

    /// <summary>The names that a node holds, as texts or as whole numbers.</summary>
    public static ImmutableArray<string> Of(OnnxNode node)
    {
        // A ZipMap repeats those of the classifier before it.
        if (node.Operator == "ZipMap")
            return [];
        if (node.Texts("classlabels_strings") is { Count: > 0 } names)
            return [.. names];
        IReadOnlyList<long> numbers = node.Integers("classlabels_int64s") is { Count: > 0 } own ? own : node.Integers("classlabels_ints");
        return [.. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))];
    }
}
