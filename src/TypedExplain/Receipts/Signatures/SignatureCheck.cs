namespace TypedExplain;

/// <summary>Whether a key signed a receipt.</summary>
public sealed record SignatureCheck
{
    internal SignatureCheck(string? problem) => Problem = problem;

    /// <summary>Whether the content is the one that the key signed.</summary>
    public bool IsValid => Problem is null;

    /// <summary>What is wrong, in words; null where nothing is.</summary>
    public string? Problem { get; }

    /// <summary>"valid", or what is wrong.</summary>
    public override string ToString() => Problem ?? "valid";
}
