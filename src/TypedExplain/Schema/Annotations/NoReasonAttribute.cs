namespace TypedExplain;

/// <summary>
/// States that no reason can be given for this feature, and why: it is an internal code, or it cannot hurt. Where it is among the
/// principal reasons after all, no statement is made.
/// </summary>
/// <param name="why">Why there is none, for whoever reads the record.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class NoReasonAttribute(string why) : Attribute
{
    /// <summary>Why there is none.</summary>
    public string Why { get; } = why;
}
