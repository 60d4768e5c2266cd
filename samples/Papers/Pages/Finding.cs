using System.Globalization;

namespace Papers;

/// <summary>
/// A published finding: of two things the first has the lower, or the higher, number. Here is the one rule by which all are
/// judged. It came out where both were measured on the same units of two splits or more and the paired t test tells the published
/// direction at 5 %; it went the other way where the test tells that; else no difference can be told. What the paper's own
/// numbers do not tell apart, and what measures something else, is a class of its own.
/// </summary>
/// <param name="Claim">The finding in words, such as "LIME-NF of FIDELITY below None".</param>
/// <param name="Published">The published numbers.</param>
/// <param name="Measured">Ours.</param>
public sealed record Finding(string Claim, Contrast Published, Pairs Measured)
{
    /// <summary>The chance at which a difference counts as told.</summary>
    public const double Level = 0.05;

    /// <summary>Whether a lower number is the better one.</summary>
    public bool IsLowerBetter { get; init; } = true;

    /// <summary>Why the number measures something else than it is meant to; null where it does not.</summary>
    public string? Artefact { get; init; }

    /// <summary>Whether the paper tells how many times, so that ours is told beside it.</summary>
    public bool HasFactor { get; init; }

    /// <summary>The two measured numbers where they are not the means over the units.</summary>
    public (double First, double Second)? Shown { get; init; }

    /// <summary>What else is to be said of the measurement.</summary>
    public string? Besides { get; init; }

    /// <summary>A finding in the usual words.</summary>
    public static Finding Of(string about, string first, string second, Contrast published, Pairs measured) =>
        new($"{about} of {first} {published.Word} {second} (published {Text(published.First)} against {Text(published.Second)})", published, measured);

    /// <summary>Its class and by which numbers.</summary>
    public Verdict Judge()
    {
        (double first, double second) = Shown ?? (new Sample(Measured.First).Mean, new Sample(Measured.Second).Mean);
        string numbers = Measured.First.Count == 0 ? "not computed" : $"{Text(first)} against {Text(second)}";
        if (Measured.CanBeTested)
            numbers += $", {Sample.Chance(Measured.Test().StudentP)} (paired t over {Measured.First.Count} {Measured.Unit})";
        else if (Measured.First.Count > 0)
            numbers += "; one split or run";
        if (HasFactor && Measured.First.Count > 0)
            numbers += $"; published {Factor(Published.First, Published.Second)}, here {Factor(first, second)}";
        if (Besides is not null)
            numbers += $"; {Besides}";
        return Artefact is not null ? new(Claim, Outcome.Artefact, $"{numbers}; {Artefact}") : new(Claim, Class(), numbers);
    }

    private Outcome Class()
    {
        if (!Published.Differ)
            return Outcome.PaperTellsNone;
        if (!Measured.CanBeTested)
            return Outcome.NotTested;
        PairedTest test = Measured.Test();
        if (!(test.StudentP < Level))
            return Outcome.NoDifference;
        bool isLower = test.MeanDifference < 0;
        return isLower == Published.First < Published.Second ? Outcome.CameOut : isLower == IsLowerBetter ? Outcome.Better : Outcome.OtherWay;
    }

    private static string Factor(double first, double second)
    {
        (string sign, double factor) = first <= second ? ("÷", second / first) : ("×", first / second);
        return $"{sign} {factor.ToString(factor < 100 ? "G3" : "0", CultureInfo.InvariantCulture)}";
    }

    private static string Text(double value) =>
        double.IsNaN(value) ? "–" : value.ToString(value == 0 || Math.Abs(value) >= 1e-4 ? "G3" : "0.0e+0", CultureInfo.InvariantCulture);
}
