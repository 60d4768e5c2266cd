using TypedExplain.Receipts.Statements;

namespace TypedExplain.Decisions.Receipts;

/// <summary>The kinds of results that receipts of decisions are of, and what each tells where the instance is not held.</summary>
internal static class DecisionForms
{
    public const string Recourse = "Recourse", Reasons = "Reasons";

    /// <summary>
    /// How many rows can be reached or were asked about, what changes cost and how robust an action is all depend on how far a value is from the
    /// ends of its range, so none of it is told; nor is any reason in words for the same cause.
    /// </summary>
    public static Told OfRecourse { get; } = new Told("$schema", "version", "record", "answer", "wanted", "outcome")
        .With("actions", new Told("answer").With("changes", new("name", "protected")));

    /// <summary>
    /// A code may hold for one value of a flag or a category only, which it would tell; so may a text. From the base value the contribution of
    /// a protected feature could be computed.
    /// </summary>
    public static Told OfReasons { get; } = new Told("$schema", "version", "record", "statement", "queries", "output", "score", "cutoff", "favorable", "link", "confidence", "reference", "caveats", "explainer", "cause", "features")
        .With("reasons", new("contribution", "interval", "features", "tied"));
}
