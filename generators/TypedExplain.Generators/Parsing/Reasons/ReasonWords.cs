namespace TypedExplain.Generators.Parsing.Reasons;

/// <summary>
/// What a text may not be: the statements that comment 9(b)(2) to Regulation B of the United States calls insufficient, since
/// they speak of the creditor's standards or score and not of the person, and what says as little.
/// </summary>
internal static class ReasonWords
{
    private static readonly HashSet<string> Fillers = ["a", "an", "and", "are", "did", "do", "does", "has", "have", "is", "of", "on", "or", "our", "s", "that", "the", "this", "to", "was", "were", "you", "your"];

    /// <summary>Statements without the words that change nothing, and without their case and punctuation.</summary>
    private static readonly HashSet<string> Nothing =
    [
        "internal standards", "internal policy", "internal policies", "internal standards policies", "internal standards policy", "standards", "standards policies", "policy", "policies",
        "credit policy", "credit policies", "credit standards", "lending policy", "lending policies", "lending standards", "company policy", "bank policy", "underwriting policy", "underwriting standards", "creditor policy", "creditor standards",
        "not meet standards", "not meet internal standards", "not meet policy", "not meet criteria", "not meet requirements", "not meet credit standards", "not meet lending standards", "failed meet standards", "failed meet criteria", "policy not met", "standards not met", "criteria not met",
        "failed achieve qualifying score", "not achieve qualifying score", "failed achieve qualifying credit score", "failed qualify", "not qualify", "no qualifying score",
        "score", "low score", "score low", "score too low", "score too high", "insufficient score", "insufficient scores", "score insufficient", "score below cutoff", "score below cut off", "below cutoff", "insufficient points",
        "credit score", "credit score low", "credit score too low", "low credit score", "insufficient credit score", "credit score insufficient", "credit score below cutoff", "risk score", "risk score too high", "high risk score", "risk too high", "high risk",
        "model", "model decision", "model output", "model score", "algorithm", "algorithm decision", "algorithmic decision", "automated decision", "decision model", "decision algorithm", "computer decision", "scoring system", "credit scoring system",
        "other", "other reasons", "not approved", "declined", "denied", "rejected",
    ];

    private static readonly Dictionary<string, string> Names = new()
    {
        ["score"] = "score",
        ["scores"] = "score",
        ["scored"] = "score",
        ["scoring"] = "score",
        ["scorecard"] = "score",
        ["policy"] = "policy",
        ["policies"] = "policy",
        ["model"] = "model",
        ["models"] = "model",
        ["modelled"] = "model",
        ["modeled"] = "model",
        ["algorithm"] = "algorithm",
        ["algorithms"] = "algorithm",
        ["algorithmic"] = "algorithm",
    };

    /// <summary>Whether a text is one of those that say nothing of the person.</summary>
    public static bool SayNothing(string text) => Nothing.Contains(string.Join(" ", Words(text).Where(word => !Fillers.Contains(word))));

    /// <summary>Which of score, policy, model and algorithm a text names; null where none.</summary>
    public static string? Vague(string text) => Words(text).Where(Names.ContainsKey).Select(word => Names[word]).FirstOrDefault();

    private static string[] Words(string text) =>
        string.Concat(text.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ')).Split([' '], StringSplitOptions.RemoveEmptyEntries);
}
