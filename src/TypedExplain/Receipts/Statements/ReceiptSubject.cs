namespace TypedExplain;

/// <summary>Something that a receipt vouches for by its SHA-256: the model, the schema, a background, a trained part of the explainer.</summary>
public sealed record ReceiptSubject
{
    internal ReceiptSubject(string name, string sha256) => (Name, Sha256) = (name, sha256);

    /// <summary>What it is, such as "model:credit@2026-11", "schema:LoanApplication" or "neighborhood.background".</summary>
    public string Name { get; }

    /// <summary>Its SHA-256 as 64 hexadecimal digits.</summary>
    public string Sha256 { get; }
}
