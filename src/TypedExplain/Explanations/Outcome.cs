using TypedExplain.Explanations;

namespace TypedExplain;

/// <summary>
/// What became of an explanation that was held to a standard: <see cref="Certified{T}"/>, <see cref="BestEffort{T}"/> or
/// <see cref="Refused{T}"/>, and nothing else. Only by looking which one it is can a caller get at the explanation.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
[ClosedUnion]
public abstract partial class Outcome<T>
    where T : IFeatureRecord<T>
{
    private protected Outcome(int queries) => Queries = queries;

    /// <summary>What made it, and of which instance; null where it was read from JSON.</summary>
    internal (IDescribed By, T Instance)? Origin { get; init; }

    /// <summary>How many rows the model was asked about in all.</summary>
    public int Queries { get; }
}
