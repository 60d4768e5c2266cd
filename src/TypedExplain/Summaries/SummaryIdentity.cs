using System.Globalization;

namespace TypedExplain.Summaries;

/// <summary>What all explanations in one summary have in common.</summary>
/// <param name="Quantity">What their numbers are.</param>
/// <param name="Explainer">What made them, with its options.</param>
/// <param name="Output">The explained output.</param>
/// <param name="Kind">What that is.</param>
/// <param name="Link">The scale of the numbers.</param>
/// <param name="BaseValue">The base value of contributions; null for effects.</param>
internal sealed record SummaryIdentity(SummaryQuantity Quantity, string Explainer, string Output, OutputKind Kind, LinkFunction Link, double? BaseValue)
{
    private const string Remedy = "Begin another summary for it.";

    /// <summary>Refuses numbers of something else.</summary>
    /// <param name="added">What is to be added.</param>
    /// <exception cref="InvalidOptionException">It differs.</exception>
    public void RequireSame(SummaryIdentity added)
    {
        if (added == this)
            return;
        (string name, string own, string other) =
            Quantity != added.Quantity ? ("quantity", Of(Quantity), Of(added.Quantity))
            : Output != added.Output ? ("output", Output, added.Output)
            : Kind != added.Kind ? ("kind of output", Kind.ToString(), added.Kind.ToString())
            : Link != added.Link ? ("scale", Link.ToString(), added.Link.ToString())
            : Explainer != added.Explainer ? ("explainer", Explainer, added.Explainer)
            : ("base value", Text(BaseValue), Text(added.BaseValue) + ", so it has another model or background");
        throw new InvalidOptionException($"The {name} of this summary is {own}, and that of what is added is {other}; they cannot be added up. {Remedy}");
    }

    /// <summary>What the numbers are, in words.</summary>
    public static string Of(SummaryQuantity quantity) => quantity == SummaryQuantity.Contributions ? "contributions" : "effects per standard deviation";

    private static string Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "none";
}
