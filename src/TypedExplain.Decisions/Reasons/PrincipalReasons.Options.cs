using System.Globalization;
using TypedExplain.Decisions.Reasons.Contributions;
using TypedExplain.Errors;

namespace TypedExplain.Decisions;

public sealed partial record PrincipalReasons<T>
{
    private const string Owner = "principal reasons";

    // Scores are computed by sums of many numbers, whose last digits depend on their order.
    private const double Rounding = 1e-9;

    /// <summary>The score from which the decision is favorable.</summary>
    internal double CutoffValue => Cutoff ?? Reference.Cutoff!.Value;

    /// <summary>Within how much of the cutoff rounding decides.</summary>
    internal double RoundingBandOf(double score) => RoundingBand ?? (Rounding * Math.Max(Math.Abs(score), Math.Abs(CutoffValue)));

    /// <summary>What the description does not tell, in words; null where it tells all.</summary>
    internal string? Untold => Rules.IsDefaultOrEmpty ? null : "the options tell Rules by their reasons only, so other conditions may have been given, and one that looks at members that are not features finds their defaults in a receipt that was read";

    /// <summary>Where contributions come from.</summary>
    internal ContributionSource<T> Source => Linear is null ? new ShapSource<T>(Explainer, Seed) : new LinearSource<T>(Linear, Standard);

    /// <summary>Checks everything that is the same for all applicants.</summary>
    internal void Check()
    {
        T.Schema.RequireTable("Principal reasons");
        if (T.Schema.Reasons.IsEmpty)
            throw new InvalidOptionException($"{T.Schema.Name} states no reasons, so there are none to tell. Give its properties [Reason(code, text)], or [NoReason(why)] where there is none to give.");
        _ = Reference.Given(nameof(Reference), Owner);
        if (Favorable is not (FavorableOutcome.High or FavorableOutcome.Low))
            throw Invalid(nameof(Favorable), (int)Favorable, "High or Low");
        CheckCutoff();
        if (RoundingBand is { } band && !(band >= 0 && double.IsFinite(band)))
            throw Invalid(nameof(RoundingBand), band, "0 or more, in units of the score");
        if (MaxReasons < 1)
            throw Invalid(nameof(MaxReasons), MaxReasons, "at least 1; 4 is usual");
        if (!(Confidence is > 0 and < 1))
            throw Invalid(nameof(Confidence), Confidence, "between 0 and 1, such as 0.95");
        if (MaxQueries < 1)
            throw Invalid(nameof(MaxQueries), MaxQueries, "at least 1");
        if (Explainer is not null && Linear is not null)
            throw new InvalidOptionException($"Explainer and Linear of {Owner} are both given ({Explainer.Name}, {Linear.Name}); one method divides the score: leave one of them out.");
        Standard.Given(nameof(Standard), Owner).Check();
        CheckRules();
    }

    private void CheckCutoff()
    {
        if (Cutoff is { } cutoff && !double.IsFinite(cutoff))
            throw Invalid(nameof(Cutoff), cutoff, "the finite score from which the decision is favorable");
        if (Cutoff is null && Reference.Cutoff is null)
            throw new InvalidOptionException($"Cutoff of {Owner} is not given, and a reference of all applicants has none: give the score from which the decision is favorable.");
        if (Cutoff is { } own && Reference.Cutoff is { } other && own != other)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Cutoff of {Owner} is {own}, and that of its reference {other}; they must be the same: leave Cutoff out."));
    }

    private void CheckRules()
    {
        foreach (AutomaticDenialRule<T> rule in Rules.IsDefault ? [] : Rules)
        {
            if (rule is null)
                throw new InvalidOptionException($"Rules of {Owner} has one that is null; make each with AutomaticDenial.When(reason, predicate).");
        }
    }

    private static InvalidOptionException Invalid(string option, double value, string allowed) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{option} of {Owner} is {value}; it must be {allowed}."));
}
