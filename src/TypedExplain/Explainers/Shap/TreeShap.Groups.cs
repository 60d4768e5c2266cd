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
        bool isInterventional = Expectation == TreeExpectation.Interventional;
        if ((!isInterventional && Expectation != TreeExpectation.PathDependent) || (isInterventional && Background is null) || group.Length < LeastTogether)
            return values;
        model.RequireOneOutput();
        (Forest<T> forest, int output) = Trees(model);
        int columns = T.Schema.Columns;
        using Pooled encoded = new(group.Length * columns);
        int[] legal = [.. Enumerable.Range(0, group.Length).Where(i => TryEncode(group[i], encoded.Span.Slice(i * columns, columns)))];
        if (isInterventional && legal.Length > 0)
        {
            ByBackground(forest, output, group, encoded.Span, legal, values, cancellation);
            return values;
        }

        // Those that lack the same are known by the same paths.
        foreach (int[] alike in Alike(legal, encoded.Memory))
        {
            for (int first = 0; alike.Length - first >= LeastTogether; first += Lanes)
                Together(forest, output, group, encoded.Span, alike.AsSpan(first, Math.Min(Lanes, alike.Length - first)), values, cancellation);
        }

        return values;
    }

    private static IEnumerable<int[]> Alike(int[] legal, Memory<double> encoded) => T.Schema.IsComplete
        ? [legal]
        : legal.GroupBy(i => MissingValues<T>.Pattern(encoded.Span.Slice(i * T.Schema.Columns, T.Schema.Columns))).Select(alike => alike.ToArray());

    private void Together(Forest<T> forest, int output, T[] group, ReadOnlySpan<double> encoded, ReadOnlySpan<int> alike, ShapValues<T>?[] values, CancellationToken cancellation)
    {
        // Lanes too many repeat the first instance.
        int columns = T.Schema.Columns, wide = columns + (forest.Derived?.Count ?? 0);
        using Pooled rows = Pooled.Unset(Lanes * columns), derived = Pooled.Unset(Lanes * wide), answers = new(Lanes * forest.Outputs.Length);
        for (int lane = 0; lane < Lanes; lane++)
            encoded.Slice(alike[lane < alike.Length ? lane : 0] * columns, columns).CopyTo(rows.Span[(lane * columns)..]);
        forest.Score(new EncodedRows<T>(rows.Span), answers.Span);
        ReadOnlySpan<double> asked = rows.Span;
        if (forest.Derived is { } more)
        {
            more.Write(rows.Span, columns, derived.Span);
            asked = derived.Span;
        }

        double[][] contributions = [.. Enumerable.Range(0, alike.Length).Select(_ => new double[T.Schema.Features.Length])];
        ImmutableArray<TreePaths> trees = PathsFor(forest, rows.Span[..columns]);
        double empty = Vector512.IsHardwareAccelerated
            ? Walk<EightLanes>(trees, output, asked, contributions, cancellation)
            : Walk<TwoLanes<FourLanes>>(trees, output, asked, contributions, cancellation);
        for (int lane = 0; lane < alike.Length; lane++)
            values[alike[lane]] = Value(forest, output, group[alike[lane]], rows.Span.Slice(lane * columns, columns), contributions[lane], answers.Span[(lane * forest.Outputs.Length) + output], empty);
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

    /// <summary>Encodes an instance; whatever is wrong with it is told when it is explained alone.</summary>
    private static bool TryEncode(T instance, Span<double> columns)
    {
        try
        {
            T.Schema.Encode(instance, columns);
            return true;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return false;
        }
    }
}
