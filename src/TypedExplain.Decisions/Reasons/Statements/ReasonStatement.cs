using TypedExplain.Explanations;

namespace TypedExplain.Decisions;

/// <summary>
/// What a person can be told about a decision against them: <see cref="Stated{T}"/>, <see cref="ReasonsRefused{T}"/> or
/// <see cref="AutomaticDenial{T}"/>, and nothing else. Only by looking which one it is can a caller get at the reasons.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
[ClosedUnion]
public abstract partial class ReasonStatement<T>
    where T : IFeatureRecord<T>
{
    private protected ReasonStatement(int queries) => Queries = queries;

    /// <summary>How many rows the model was asked about for this person; not those that found the people of the reference, once per model.</summary>
    public int Queries { get; }
}
