using System.Collections.Immutable;

namespace TypedExplain.Orleans.Faults;

/// <summary>An error as it travels: Orleans cannot write the base of this library's errors, which knows nothing of it.</summary>
[GenerateSerializer]
[Alias("TypedExplain.TravelingFault")]
internal struct TravelingFault
{
    /// <summary>What kind of error it is.</summary>
    [Id(0)]
    public ExplanationFault Fault;

    /// <summary>What is wrong.</summary>
    [Id(1)]
    public string Message;

    /// <summary>What is wrong with the record.</summary>
    [Id(2)]
    public ImmutableArray<GrainRecordFault> Faults;

    /// <summary>Whether it may go away.</summary>
    [Id(3)]
    public bool IsWorthTryingAgain;
}
