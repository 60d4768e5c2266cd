using TypedExplain.Receipts.Statements;

namespace TypedExplain.Receipts.Replays;

/// <summary>Makes results of another package again.</summary>
/// <param name="Form">What kind of result it makes.</param>
/// <param name="By">What makes it, with its options.</param>
/// <param name="Told">What is told of such a result where the instance is not held.</param>
/// <param name="Make">Makes it, of one output of a model.</param>
internal sealed record ResultMaker<T>(string Form, IDescribed By, Told Told, Func<IModel<T>, T, CancellationToken, IJsonResult> Make)
    where T : IFeatureRecord<T>
{
    /// <summary>A member that repeats what others say, and is not compared by itself; null for none.</summary>
    public string? Repeated { get; init; }

    /// <summary>What the options do not tell, in words, so that it may be other than it was; null where they tell all.</summary>
    public string? Untold { get; init; }
}
