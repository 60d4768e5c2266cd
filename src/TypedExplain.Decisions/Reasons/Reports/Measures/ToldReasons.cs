namespace TypedExplain.Decisions.Reasons.Reports.Measures;

/// <summary>What one person is told, as far as reports compare it: codes in their order; null where no reasons are stated.</summary>
internal static class ToldReasons
{
    /// <summary>The codes of a statement.</summary>
    public static string[]? Of<T>(ReasonStatement<T> statement)
        where T : IFeatureRecord<T> => statement switch
        {
            Stated<T> stated => [.. stated.Reasons.Select(reason => reason.Reason.CodeText)],
            AutomaticDenial<T> denied => [.. denied.Reasons.Select(reason => reason.CodeText)],
            _ => null,
        };

    /// <summary>Whether two lists have the same codes.</summary>
    public static bool AreSame(string[] one, string[] other) => one.Length == other.Length && !one.Except(other).Any();
}
