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

    /// <summary>What made it, of which person and of which output of the model; null where it was read from JSON.</summary>
    internal (IDescribed By, T Applicant, string Output)? Origin { get; private set; }

    /// <summary>How many rows the model was asked about for this person; not those that found the people of the reference, once per model.</summary>
    public int Queries { get; }

    /// <summary>Says what made it, before anybody else has it.</summary>
    internal ReasonStatement<T> From(IDescribed by, T applicant, string output)
    {
        Origin = (by, applicant, output);
        return this;
    }
}
