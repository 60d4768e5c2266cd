using System.Collections.Immutable;

namespace TypedExplain.ML;

/// <summary>What of a file's model a record's features and the outputs are.</summary>
/// <typeparam name="T">The record that the model scores.</typeparam>
public sealed record TreeFileOptions<T>
    where T : IFeatureRecord<T>
{
    /// <summary>What the file calls a feature, where names do not tell. The feature must fill one column, or be a category.</summary>
    public IReadOnlyDictionary<Feature<T>, string> Inputs { get; init; } = ImmutableDictionary<Feature<T>, string>.Empty;

    /// <summary>Features that the model was not trained on. None by default: a feature that the file has no column for is an error.</summary>
    public ImmutableArray<Feature<T>> Unused { get; init; } = [];

    /// <summary>
    /// The names of the classes in the order of the file; of two classes both, or the second one only, whose probability the model
    /// gives. By default "prediction", and of several classes their numbers from 0.
    /// </summary>
    public ImmutableArray<string> Classes { get; init; } = [];

    /// <summary>
    /// Whether a category of the record that the file does not know counts as missing, as it does for the library that wrote the
    /// file. By default it is an error, since a misspelled name looks the same.
    /// </summary>
    public bool UnknownCategoriesAreMissing { get; init; }

    /// <summary>
    /// How many rounds of training count, from the first. All by default; a file of XGBoost in which early stopping noted that fewer are the
    /// best is an error then, since XGBClassifier answers by these and Booster.predict by all.
    /// </summary>
    [OptionRange(AtLeast = 1)]
    public int? Rounds { get; init; }
}
