using System.Collections.Immutable;

namespace TypedExplain.Orleans;

/// <summary>
/// An error of this library, as a grain tells it to a caller on another machine: what is wrong, what is allowed and what to do. It tells
/// names of features and what they may be, and never a value of the instance.
/// </summary>
public sealed class ExplanationGrainException : TypedExplainException
{
    internal ExplanationGrainException(ExplanationFault fault, string message, ImmutableArray<GrainRecordFault> faults = default, bool isWorthTryingAgain = false)
        : base(message) => (Fault, Faults, IsWorthTryingAgain) = (fault, faults.IsDefault ? [] : faults, isWorthTryingAgain);

    /// <summary>What kind of error it is.</summary>
    public ExplanationFault Fault { get; }

    /// <summary>What is wrong with the record, member by member; empty where the error is not about a record.</summary>
    public ImmutableArray<GrainRecordFault> Faults { get; }

    /// <summary>Whether the same call may succeed later without a change.</summary>
    public bool IsWorthTryingAgain { get; }
}
