using TypedExplain.Errors;
using TypedExplain.Models.Forests;
using TypedExplain.Models.Forests.Growing;

namespace TypedExplain;

/// <summary>
/// Trains random forests of classes and of numbers: trees (CART) that are each grown on rows drawn with replacement and
/// that look at some of the columns, drawn at random, for each split. Splits lower Gini's impurity of classes or the
/// variance of numbers the most.
/// </summary>
/// <remarks>
/// The same seed and rows give the same forest, bit for bit, on any number of threads and any machine. A row goes left
/// where its column is at most the threshold, which lies midway between neighboring values of the node. Of equally
/// good splits the first one looked at is taken. Columns that are constant in a node do not count as looked at.
/// </remarks>
/// <typeparam name="T">The record to learn from.</typeparam>
public sealed record RandomForest<T>
    where T : IFeatureRecord<T>
{
    /// <summary>How many trees to grow, from 1 to 100,000.</summary>
    [OptionRange(AtLeast = 1, AtMost = ForestOptions.MostTrees)]
    public int Trees { get; init; } = 100;

    /// <summary>The most splits between the root and a leaf, at least 1; null for no limit.</summary>
    [OptionRange(AtLeast = 1)]
    public int? MaxDepth { get; init; }

    /// <summary>Different training rows that every leaf keeps, at least 1; a row drawn twice counts once.</summary>
    [OptionRange(AtLeast = 1)]
    public int MinLeafRows { get; init; } = 1;

    /// <summary>
    /// How many columns of the encoded row each split looks at, from 1 to all; a category fills one column per name.
    /// Null for the square root of all, rounded down, where the target is a class, and for all where it is a number.
    /// </summary>
    [OptionRange(AtLeast = 1)]
    public int? FeaturesPerSplit { get; init; }

    /// <summary>Whether each tree is grown on as many rows as there are, drawn with replacement; if not, on the rows themselves.</summary>
    public bool Bootstrap { get; init; } = true;

    /// <summary>Seed of the rows and columns drawn.</summary>
    public int Seed { get; init; }

    /// <summary>The most threads that grow trees, at least 1; null for one per processor. The forest is the same with any.</summary>
    [OptionRange(AtLeast = 1)]
    public int? MaxThreads { get; init; }

    /// <summary>Trains a forest.</summary>
    /// <param name="data">The rows with their targets: numbers, or classes.</param>
    /// <param name="cancellation">Gives up the training.</param>
    /// <exception cref="InvalidDatasetException">The data have no target, or one row only.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    /// <exception cref="OperationCanceledException">The cancellation was asked for.</exception>
    public Forest<T> Train(Dataset<T> data, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        T.Schema.RequireTable("A random forest");
        RequireAtLeastOne(Trees, nameof(Trees));
        RequireAtLeastOne(MaxDepth, nameof(MaxDepth));
        RequireAtLeastOne(MinLeafRows, nameof(MinLeafRows));
        RequireAtLeastOne(MaxThreads, nameof(MaxThreads));
        if (Trees > ForestOptions.MostTrees)
            throw new InvalidOptionException($"Trees is {Trees}; it must be at most {ForestOptions.MostTrees}.");
        int columns = T.Schema.Columns;
        if (FeaturesPerSplit < 1 || FeaturesPerSplit > columns)
            throw new InvalidOptionException($"FeaturesPerSplit is {FeaturesPerSplit}; it must be from 1 to {columns}, the columns of {T.Schema.Name}, or null for the usual number.");
        if (data.Target is not { } target)
            throw new InvalidDatasetException($"The {data.Count} {Noun.Of(data.Count, "row")} of {T.Schema.Name} {Noun.Of(data.Count, "has", "have")} no target to learn: call WithTarget or WithLabels.");
        if (data.Count < 2)
            throw new InvalidDatasetException($"A forest cannot be trained on 1 row of {T.Schema.Name}; it needs at least 2.");

        ForestOptions options = new()
        {
            Trees = Trees,
            MaxDepth = MaxDepth ?? int.MaxValue,
            MinLeafRows = MinLeafRows,
            FeaturesPerSplit = FeaturesPerSplit ?? ForestOptions.UsualFeaturesPerSplit(columns, target.Classes.Length),
            Bootstrap = Bootstrap,
            Seed = Seed,
            MaxThreads = MaxThreads,
        };
        return new(TreeEnsemble.Grow(data.Encoded.Values, columns, [.. target.Values], target.Classes.Length, options, cancellation), target.Classes);
    }

    private static void RequireAtLeastOne(int? value, string option)
    {
        if (value < 1)
            throw new InvalidOptionException($"{option} is {value}; it must be at least 1.");
    }
}
