using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using TypedExplain.Explainers.Shap;
using TypedExplain.Explanations.Many;
using TypedExplain.Models.Forests;
using TypedExplain.Numerics;
using TypedExplain.Numerics.Lanes;

namespace TypedExplain;

public sealed partial record TreeShap<T> : IGroupedShap<T>
{
    private const int Lanes = 8;

    // Fewer are as fast one after the other.
    private const int LeastTogether = 3;

    int IGroupedShap<T>.GroupSize => Lanes;

    Func<int, T, Run<T, ShapValues<T>>> IGroupedShap<T>.BeginGroup(IModelInfo<T> model, T[] group, CancellationToken cancellation)
    {
        // Computed when the first run of the group goes on, and by one run after the other where they cannot go together.
        ShapValues<T>?[]? values = null;
        return (i, instance) => Run<T, ShapValues<T>>.Of(() => (values ??= Together(model, group, cancellation))[i] ?? OfTrees(model, instance, cancellation), Name);
    }

    /// <summary>The contributions of those instances that can go together; null for the others, each of which has its own way or its own error.</summary>
    private ShapValues<T>?[] Together(IModelInfo<T> model, T[] group, CancellationToken cancellation)
    {
        var values = new ShapValues<T>?[group.Length];
        if (Expectation != TreeExpectation.PathDependent || group.Length < LeastTogether)
            return values;
        model.RequireOneOutput();
        (Forest<T> forest, int output) = Trees(model);
        int columns = T.Schema.Columns;
        using Pooled encoded = new(group.Length * columns);
        int[] whole = [.. Enumerable.Range(0, group.Length).Where(i => TryEncode(group[i], encoded.Span.Slice(i * columns, columns)))];
        for (int first = 0; whole.Length - first >= LeastTogether; first += Lanes)
            Together(forest, output, group, encoded.Span, whole.AsSpan(first, Math.Min(Lanes, whole.Length - first)), values, cancellation);
        return values;
    }

    private void Together(Forest<T> forest, int output, T[] group, ReadOnlySpan<double> encoded, ReadOnlySpan<int> whole, ShapValues<T>?[] values, CancellationToken cancellation)
    {
        // Lanes too many repeat the first instance.
        int columns = T.Schema.Columns, wide = columns + (forest.Derived?.Count ?? 0);
        using Pooled rows = Pooled.Unset(Lanes * columns), derived = Pooled.Unset(Lanes * wide), answers = new(Lanes * forest.Outputs.Length);
        for (int lane = 0; lane < Lanes; lane++)
            encoded.Slice(whole[lane < whole.Length ? lane : 0] * columns, columns).CopyTo(rows.Span[(lane * columns)..]);
        forest.Score(new EncodedRows<T>(rows.Span), answers.Span);
        ReadOnlySpan<double> asked = rows.Span;
        if (forest.Derived is { } more)
        {
            more.Write(rows.Span, columns, derived.Span);
            asked = derived.Span;
        }

        double[][] contributions = [.. Enumerable.Range(0, whole.Length).Select(_ => new double[T.Schema.Features.Length])];
        double empty = Vector512.IsHardwareAccelerated
            ? Walk<EightLanes>(forest.Paths, output, asked, contributions, cancellation)
            : Walk<TwoLanes<FourLanes>>(forest.Paths, output, asked, contributions, cancellation);
        for (int lane = 0; lane < whole.Length; lane++)
            values[whole[lane]] = Value(forest, output, group[whole[lane]], rows.Span.Slice(lane * columns, columns), contributions[lane], answers.Span[(lane * forest.Outputs.Length) + output], empty);
    }

    /// <summary>Gives the mean answer where nothing is known.</summary>
    private static double Walk<TLanes>(ImmutableArray<TreePaths> trees, int output, ReadOnlySpan<double> rows, double[][] contributions, CancellationToken cancellation)
        where TLanes : struct, ILanes<TLanes>
    {
        using GroupedPathShap<TLanes> shap = new(trees, T.Schema.Features.Length, rows);
        double empty = 0;
        foreach (TreePaths paths in trees)
        {
            cancellation.ThrowIfCancellationRequested();
            shap.Add(paths, output);
            empty += paths.Means[output];
        }

        for (int lane = 0; lane < contributions.Length; lane++)
            shap.Shapley(lane, contributions[lane]);
        return empty / trees.Length;
    }

    /// <summary>Encodes an instance that lacks nothing; whatever is wrong with another one is told when it is explained alone.</summary>
    private static bool TryEncode(T instance, Span<double> columns)
    {
        try
        {
            T.Schema.Encode(instance, columns);
            return !MissingValues<T>.Lacks(columns);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return false;
        }
    }
}
