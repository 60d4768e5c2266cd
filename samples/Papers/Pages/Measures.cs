using System.Globalization;
using System.Text.RegularExpressions;

namespace Papers;

/// <summary>The findings by what they measure, for the start page.</summary>
public static partial class Measures
{
    /// <summary>What is measured, as the beginnings of claims name it, and what it means.</summary>
    private static readonly (string Name, string Meaning)[] s_meanings =
    [
        ("CI", "LINEX: how much explanations of neighbors differ"),
        ("GI", "LINEX: how far an explanation is off at a neighbor"),
        ("INFD", "LINEX: how far an explanation is off at its own instance"),
        ("Υ", "LINEX: how often the signs of effects agree among neighbors"),
        ("CAC", "LINEX: how much the effects of a class look like its mean input"),
        ("time", "LINEX: how long a method takes"),
        ("LIME-PF", "ExpO: LIME's squared error at the instance"),
        ("LIME-NF", "ExpO: LIME's squared error around the instance"),
        ("LIME-S", "ExpO: the noise of LIME's samples"),
        ("MAPLE-PF", "ExpO: MAPLE's squared error at the instance"),
        ("MAPLE-NF", "ExpO: MAPLE's squared error around the instance"),
        ("MAPLE-S", "ExpO: how much MAPLE's coefficients change around the instance"),
        ("NF", "ExpO: the squared error of a network's own explanations"),
        ("MSE", "ExpO: the network's own squared error"),
        ("accuracy", "ExpO: how often the network is right"),
        ("steps", "ExpO: how many steps an agent needs that follows explanations"),
        ("Stability of saliency", "ExpO: how much saliency maps of digits move"),
        ("coefficient", "ExpO: the coefficients of five districts and five wines"),
    ];

    /// <summary>A table of how many findings of each kind are of each class.</summary>
    public static string Table(IReadOnlyList<Verdict> verdicts)
    {
        Outcome[] classes = Enum.GetValues<Outcome>();
        MarkdownTable table = new(["what is measured", "as", .. classes.Select(Verdict.Words)]) { HasNumbers = true };
        ILookup<string, Verdict> own = verdicts.ToLookup(verdict => Of(verdict.Claim));
        foreach ((string name, string meaning) in s_meanings.Where(measure => own[measure.Name].Any()))
            table.Add([meaning, name, .. classes.Select(outcome => own[name].Count(verdict => verdict.Outcome == outcome).ToString(CultureInfo.InvariantCulture))]);
        return table.ToString();
    }

    /// <summary>What a claim measures.</summary>
    /// <exception cref="InvalidDataException">It names nothing that is known here.</exception>
    private static string Of(string claim)
    {
        foreach (string word in Names().Matches(claim).Select(match => match.Value))
            return word;
        throw new InvalidDataException($"The finding \"{claim}\" names no measure of the start page; add it to {nameof(Measures)}.");
    }

    [GeneratedRegex(@"(LIME|MAPLE)-(PF|NF|S)\b|\b(CI|GI|INFD|CAC|NF|MSE|accuracy|steps|coefficient|time)\b|Υ|Stability of saliency")]
    private static partial Regex Names();
}
