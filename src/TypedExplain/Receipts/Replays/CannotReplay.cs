namespace TypedExplain;

/// <summary>The result could not be made again.</summary>
public sealed class CannotReplay : ReplayOutcome
{
    internal CannotReplay(string missing) => Missing = missing;

    /// <summary>What is missing or in the way, in words.</summary>
    public string Missing { get; }

    /// <summary>What is missing.</summary>
    public override string ToString() => $"cannot be replayed: {Missing}";
}
