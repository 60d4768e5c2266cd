namespace TypedExplain.Receipts.Statements;

/// <summary>What the members of a receipt are called.</summary>
internal static class StatementNames
{
    public const string Type = "_type", PredicateType = "predicateType", Subject = "subject", Digest = "digest", Predicate = "predicate";

    public const string Library = "library", Model = "model", Content = "content", Form = "form", Output = "output", Explainer = "explainer", Instance = "instance", Result = "result";

    public const string Name = "name", Version = "version", Sha256 = "sha256", Text = "json", NotIdentified = "not identified";

    /// <summary>The form around all receipts.</summary>
    public const string StatementType = "https://in-toto.io/Statement/v1";

    /// <summary>The form of a receipt; its last part is the version.</summary>
    public const string ReceiptType = "https://github.com/typedexplain/typedexplain/blob/main/docs/schemas/receipt.v1.json";
}
