namespace TypedExplain.Receipts.Statements;

/// <summary>Which version of the library this is.</summary>
internal static class LibraryVersion
{
    /// <summary>The version of the package.</summary>
    public const string Text = "0.1.0";
}
