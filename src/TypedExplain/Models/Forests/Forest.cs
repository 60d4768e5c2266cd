using System.Collections.Immutable;
using TypedExplain.Errors;
using TypedExplain.Models.Forests;
using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>
/// A trained random forest. Its outputs are the probabilities of the classes, under their names, or one number named
/// "prediction": the mean of its trees' answers.
/// </summary>
/// <remarks>Immutable, so safe to share between threads. The score of a row does not depend on the batch it is in.</remarks>
/// <typeparam name="T">The record that it scores.</typeparam>
public sealed class Forest<T> : IModel<T>, IIdentifiedModel
    where T : IFeatureRecord<T>
{
    // Numbers of a block of rows with what is derived of them.
    private const int MostDerived = 1 << 16;

    private readonly TreeEnsemble _trees;
    private readonly Lazy<FeatureVector<T>> _importances;
    private readonly Lazy<ImmutableArray<TreePaths>> _paths;
    private readonly Lazy<bool[]> _read;
    private readonly Lazy<string> _sha256;

    private readonly OutputKind _kind;

    internal Forest(TreeEnsemble trees, ImmutableArray<string> classes, OutputKind? kind = null, DerivedColumns? derived = null)
    {
        Derived = derived;
        _kind = kind ?? (classes.IsEmpty ? OutputKind.Score : OutputKind.Votes(trees.Trees.Length));
        _trees = trees;
        _importances = new(ImportanceOfFeatures);
        _read = new(ReadColumns);
        _sha256 = new(() => ForestDigest.Of(T.Schema.ToJson(), Outputs, _kind, Trees, derived));
        _paths = new(() => PathsOf([.. T.Schema.Features.Select(feature => feature.Index)]));
        Outputs = classes.IsEmpty ? ["prediction"] : classes;
    }

    /// <summary>The names of the classes, or "prediction" where the target was a number.</summary>
    public ImmutableArray<string> Outputs { get; }

    /// <summary>A probability by the trees' votes for classes, and a score where the target was a number.</summary>
    /// <param name="output">Position of the output.</param>
    public OutputKind KindOf(int output) => _kind;

    /// <summary>
    /// The forest by the SHA-256 of its content: the schema, the outputs, and every node's column, threshold, children, draws and values.
    /// Forests that answer every row alike for other reasons have other digests.
    /// </summary>
    public ModelIdentity Identity => new("forest", null, _sha256.Value);

    /// <summary>How many trees there are.</summary>
    public int TreeCount => Trees.Length;

    /// <summary>
    /// The trees, in the order of their random streams, or as a file has them. Trees of a file may ask about columns behind those of an
    /// encoded row: numbers that are made of one feature, where the file's model takes what is missing for another number or asks
    /// whether a category is in a set.
    /// </summary>
    public ImmutableArray<DecisionTree> Trees => _trees.Trees;

    /// <summary>
    /// The share of each feature in what the trees' splits took off the impurity of the training rows; the columns of
    /// a category count together. The shares sum to 1; all are 0 where no tree splits.
    /// </summary>
    public FeatureVector<T> Importances => _importances.Value;

    /// <summary>What the trees ask about behind the columns of an encoded row; null where it is nothing.</summary>
    internal DerivedColumns? Derived { get; }

    /// <summary>For each tree, how its paths hang together by feature; made at the first use.</summary>
    internal ImmutableArray<TreePaths> Paths => _paths.Value;

    /// <summary>The mean of the trees' answers: the probability of each class, or the number.</summary>
    /// <param name="rows">The encoded rows.</param>
    /// <param name="scores">Where the answers go: for each row in turn, one number per output.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no room for all answers.</exception>
    public void Score(EncodedRows<T> rows, Span<double> scores)
    {
        if (Derived is null)
        {
            _trees.Score(rows.Values, scores);
            return;
        }

        int columns = T.Schema.Columns, wide = columns + Derived.Count, block = Math.Max(1, MostDerived / wide), outputs = Outputs.Length;
        using Pooled memory = Pooled.Unset(Math.Min(block, rows.Count) * wide);
        for (int first = 0; first < rows.Count; first += block)
        {
            int count = Math.Min(block, rows.Count - first);
            Span<double> whole = memory.Span[..(count * wide)];
            Derived.Write(rows.Values.Slice(first * columns, count * columns), columns, whole);
            _trees.Score(whole, scores[(first * outputs)..]);
        }
    }

    /// <summary>Whether any tree asks about a feature; of what says that a value is missing, whether any asks about that value.</summary>
    /// <param name="feature">The feature.</param>
    public bool Reads(Feature<T> feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        int first = feature.Kind == FeatureKind.Missing ? feature.Index - feature.Covers : feature.Index;
        for (int index = first; index <= feature.Index; index++)
        {
            Feature<T> asked = T.Schema.Features[index];
            if (_read.Value.AsSpan(asked.Column, asked.ColumnCount).Contains(true))
                return true;
        }

        return false;
    }

    /// <summary>The leaves in which rows end: two rows that share a leaf are alike in that tree's view.</summary>
    /// <param name="rows">The encoded rows.</param>
    /// <param name="leaves">Where the numbers of the leaves, as nodes of their trees, go: for each row in turn, one per tree.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no room for all leaves.</exception>
    public void Leaves(EncodedRows<T> rows, Span<int> leaves)
    {
        if (Derived is null)
        {
            _trees.Leaves(rows.Values, leaves);
            return;
        }

        int columns = T.Schema.Columns;
        using Pooled whole = Pooled.Unset(columns + Derived.Count);
        for (int row = 0; row < rows.Count; row++)
        {
            Derived.Write(rows[row], columns, whole.Span);
            _trees.Leaves(whole.Span, leaves[(row * TreeCount)..]);
        }
    }

    /// <summary>The outputs and the number of trees.</summary>
    public override string ToString() => $"Forest of {TreeCount} {Noun.Of(TreeCount, "tree")} for {NameList.Names(Outputs)}";

    /// <summary>For each tree, how its paths hang together where some features count as one.</summary>
    /// <param name="owners">For each feature the one that it counts as.</param>
    internal ImmutableArray<TreePaths> PathsOf(int[] owners)
    {
        int columns = T.Schema.Columns;
        int[] featureOfColumn = new int[columns + (Derived?.Count ?? 0)];
        foreach (Feature<T> feature in T.Schema.Features)
            featureOfColumn.AsSpan(feature.Column, feature.ColumnCount).Fill(owners[feature.Index]);
        for (int derived = 0; columns + derived < featureOfColumn.Length; derived++)
            featureOfColumn[columns + derived] = owners[Derived!.FeatureOf(derived)];
        return [.. Trees.Select(tree => new TreePaths(tree, featureOfColumn, Derived))];
    }

    private bool[] ReadColumns()
    {
        bool[] read = new bool[T.Schema.Columns];
        foreach (DecisionTree tree in Trees)
        {
            for (int node = 0; node < tree.NodeCount; node++)
            {
                if (tree[node] is { IsLeaf: false } split)
                    read[split.Column < read.Length ? split.Column : T.Schema.Features[Derived!.FeatureOf(split.Column - read.Length)].Column] = true;
            }
        }

        return read;
    }

    private FeatureVector<T> ImportanceOfFeatures()
    {
        double[] columns = ImpurityImportance.Of(_trees, T.Schema.Columns + (Derived?.Count ?? 0));
        double[] features = new double[T.Schema.Features.Length];
        foreach (Feature<T> feature in T.Schema.Features)
        {
            foreach (double share in columns.AsSpan(feature.Column, feature.ColumnCount))
                features[feature.Index] += share;
        }

        return new(features);
    }
}
