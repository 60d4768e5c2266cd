using TypedExplain.Models.Forests;
using TypedExplain.Numerics;

namespace TypedExplain.Explainers.Shap;

/// <summary>The Shapley values of a forest against a background, for several instances: blocks of rows at once, and what cannot go in a block row by row.</summary>
internal sealed class BackgroundTrees<T> : IDisposable
    where T : IFeatureRecord<T>
{
    // Walks of blocks call themselves at most once per question of a path.
    private const int MostQuestions = 256;

    private readonly Forest<T> _forest;
    private readonly WeightedRows<T> _background;
    private readonly int _output;
    private readonly ShapleyShares _shares;
    private readonly List<BackgroundBlock> _blocks = [];
    private readonly int[] _alone;
    private readonly int _mostQuestions;

    /// <summary>Prepares for a forest.</summary>
    /// <param name="forest">The forest.</param>
    /// <param name="output">Which of its outputs.</param>
    /// <param name="background">The background.</param>
    public BackgroundTrees(Forest<T> forest, int output, WeightedRows<T> background)
    {
        (_forest, _output, _background) = (forest, output, background);
        (int mostNodes, int mostFeatures) = (0, 0);
        foreach (TreePaths paths in forest.Paths)
        {
            (mostNodes, mostFeatures) = (Math.Max(mostNodes, paths.Tree.NodeCount), Math.Max(mostFeatures, paths.MostFeatures));
            if (paths.MostQuestions <= MostQuestions)
                _mostQuestions = Math.Max(_mostQuestions, paths.MostQuestions);
        }

        // Where values are missing, whether they are comes into paths that do not ask about it.
        _shares = new(T.Schema.IsComplete ? mostFeatures : T.Schema.Features.Length);
        EncodedRows<T> rows = background.Rows.Encoded;
        ILookup<bool, int> lacking = Enumerable.Range(0, rows.Count).ToLookup(row => MissingValues<T>.Lacks(background.Rows.Encoded[row]));
        _alone = [.. lacking[true]];
        int width = Width(forest);
        foreach (int[] block in lacking[false].Chunk(BackgroundBlock.MostRows))
        {
            using Pooled whole = Pooled.Unset(block.Length * width);
            for (int i = 0; i < block.Length; i++)
                Widen(forest, rows[block[i]], whole.Span.Slice(i * width, width));
            _blocks.Add(new(whole.Span, [.. block.Select(WeightOf)], mostNodes));
        }
    }

    /// <summary>Adds the sums over the trees of the values of instances.</summary>
    /// <param name="instances">The instances, encoded.</param>
    /// <param name="contributions">For each of them one number per feature.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public void Add(double[][] instances, double[][] contributions, CancellationToken cancellation)
    {
        BlockWalk[] walks = [.. instances.Select((instance, i) => Walk(instance, contributions[i]))];
        try
        {
            foreach (TreePaths paths in _forest.Paths)
            {
                cancellation.ThrowIfCancellationRequested();
                bool isDeep = paths.MostQuestions > MostQuestions;
                if (!isDeep)
                    InBlocks(paths, walks);
                for (int i = 0; i < instances.Length && (isDeep || _alone.Length > 0); i++)
                    RowByRow(paths, instances[i], contributions[i], isDeep ? Enumerable.Range(0, _background.Count) : _alone);
            }
        }
        finally
        {
            foreach (BlockWalk walk in walks)
                walk.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (BackgroundBlock block in _blocks)
            block.Dispose();
    }

    private void InBlocks(TreePaths paths, BlockWalk[] walks)
    {
        foreach (BackgroundBlock block in _blocks)
        {
            block.Begin(paths);
            foreach (BlockWalk walk in walks)
                walk.Add(paths, block);
        }
    }

    private void RowByRow(TreePaths paths, double[] instance, double[] contributions, IEnumerable<int> rows)
    {
        InterventionalShap<T> walk = new(_background.Rows, _shares, _output, instance, contributions);
        foreach (int row in rows)
            walk.Add(paths, row, WeightOf(row));
    }

    private BlockWalk Walk(double[] instance, double[] contributions)
    {
        double[] whole = new double[Width(_forest)];
        Widen(_forest, instance, whole);
        return new(whole, MissingValues<T>.Owners(instance), _shares, _output, _mostQuestions, contributions);
    }

    private double WeightOf(int row) => _background.Weights[row] / _background.TotalWeight;

    private static int Width(Forest<T> forest) => T.Schema.Columns + (forest.Derived?.Count ?? 0);

    private static void Widen(Forest<T> forest, ReadOnlySpan<double> row, Span<double> whole)
    {
        if (forest.Derived is { } derived)
            derived.Write(row, row.Length, whole);
        else
            row.CopyTo(whole);
    }
}
