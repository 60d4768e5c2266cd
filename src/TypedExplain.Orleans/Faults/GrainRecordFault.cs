namespace TypedExplain.Orleans;

/// <summary>What is wrong with one member of a record.</summary>
/// <param name="Member">The name of the member; empty where it is about the whole text.</param>
/// <param name="Allowed">What it must be.</param>
[GenerateSerializer]
[global::Orleans.Immutable]
[Alias("TypedExplain.GrainRecordFault")]
public sealed record GrainRecordFault([property: Id(0)] string Member, [property: Id(1)] string Allowed);
