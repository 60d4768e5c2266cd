namespace TypedExplain;

/// <summary>Something that a receipt vouches for by its SHA-256: the model, the schema, a background, a trained part of the explainer.</summary>
/// <param name="Name">What it is, such as "model:credit@2026-11", "schema:LoanApplication" or "neighborhood.background".</param>
/// <param name="Sha256">Its SHA-256 as 64 hexadecimal digits.</param>
public sealed record ReceiptSubject(string Name, string Sha256);
