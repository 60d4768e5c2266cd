using System.Collections.Immutable;

namespace TypedExplain.ML;

/// <summary>What of an ML.NET pipeline a record's features and the outputs are.</summary>
/// <typeparam name="T">The record that the pipeline scores.</typeparam>
public sealed record MLModelOptions<T>
    where T : IFeatureRecord<T>
{
    /// <summary>
    /// Which column of the pipeline takes a feature, where names do not tell; it needs the schema that the pipeline was trained on. Several features of one
    /// column fill it in the order of the record.
    /// </summary>
    public IReadOnlyDictionary<Feature<T>, string> Inputs { get; init; } = ImmutableDictionary<Feature<T>, string>.Empty;

    /// <summary>The column that is explained. By default "Probability" where there is one, and else "Score".</summary>
    public string? Output { get; init; }

    /// <summary>
    /// The names of the classes in the order of the scores; by default those that the column names, or else its own name, with an index
    /// where it holds several numbers.
    /// </summary>
    public ImmutableArray<string> Classes { get; init; } = [];

    /// <summary>
    /// Whether a category of the record whose name the pipeline was never trained on counts as missing, as it does for ML.NET. By default it is an
    /// error, since a misspelled name looks the same.
    /// </summary>
    public bool UnknownCategoriesAreMissing { get; init; }
}
