namespace TypedExplain.Orleans.Jobs;

/// <summary>The job of a lease is not the one that this silo has.</summary>
internal sealed class ForeignPlanException(string message) : TypedExplainException(message);
