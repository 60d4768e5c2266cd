using TypedExplain.Errors;
using TypedExplain.Models.Forests;

namespace TypedExplain;

/// <summary>
/// How near rows are to a record in a forest's view: the weight of a row is Σ over trees of 1/(rows in the record's leaf)
/// where the row is in the same leaf, so that the weights sum to the number of trees. MAPLE's neighborhood.
/// </summary>
/// <remarks>Immutable, so safe to share between threads.</remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed class LeafWeights<T> : IDescribed
    where T : IFeatureRecord<T>
{
    private const int MostOnStack = 1024;

    private readonly LeafMembership _membership;

    /// <summary>Sorts rows into the leaves of a forest.</summary>
    /// <param name="forest">The forest.</param>
    /// <param name="rows">The rows to weigh; usually those that the forest was trained on.</param>
    public LeafWeights(Forest<T> forest, Dataset<T> rows)
    {
        ArgumentNullException.ThrowIfNull(forest);
        ArgumentNullException.ThrowIfNull(rows);
        (Forest, Rows) = (forest, rows);
        int[] leaves = new int[rows.Count * forest.TreeCount];
        forest.Leaves(rows.Encoded, leaves);
        _membership = new(leaves, forest.TreeCount);
    }

    /// <summary>The forest whose leaves count.</summary>
    public Forest<T> Forest { get; }

    /// <summary>The rows that are weighed.</summary>
    public Dataset<T> Rows { get; }

    Description IDescribed.Describe() => Description.OfLibrary(nameof(LeafWeights<>)).With("rows", Rows).With("trees", Forest.TreeCount).With("sha256", Forest.Identity.Sha256);

    /// <summary>The weights of all rows for a record.</summary>
    /// <param name="record">The record.</param>
    /// <returns>One weight per row, in the order of <see cref="Rows"/>; 0 where they share no leaf.</returns>
    /// <exception cref="InvalidFeatureException">The record holds a value that its schema does not allow.</exception>
    public double[] Of(T record)
    {
        double[] columns = new double[T.Schema.Columns], weights = new double[Rows.Count];
        T.Schema.Encode(record, columns);
        Of(columns, weights);
        return weights;
    }

    /// <summary>The weights of all rows for an encoded record.</summary>
    internal void Of(ReadOnlySpan<double> columns, Span<double> weights)
    {
        int trees = Forest.TreeCount;
        Span<int> leaves = trees <= MostOnStack ? stackalloc int[trees] : new int[trees];
        Forest.Leaves(new EncodedRows<T>(columns), leaves);
        _membership.Weigh(leaves, weights);
    }

    /// <summary>The rows and the number of trees.</summary>
    public override string ToString() => $"{Rows.Count} {Noun.Of(Rows.Count, "row")} of {T.Schema.Name} in the leaves of {Forest.TreeCount} {Noun.Of(Forest.TreeCount, "tree")}";
}
