using System.Globalization;

namespace TypedExplain;

/// <summary>
/// What an explanation must be good for before anyone relies on it. Fit and half widths are on the scale of the effects: log
/// odds where these are explained.
/// </summary>
public sealed record Standard
{
    /// <summary>The least weighted R² around the instance, at most 1.</summary>
    [OptionRange(AtMost = 1)]
    public double MinimumFit { get; init; } = 0.5;

    /// <summary>
    /// The least agreement of environments on the direction of every effect that is not 0, from 0 to 1. A method without
    /// environments meets none above 0.
    /// </summary>
    [OptionRange(AtLeast = 0, AtMost = 1)]
    public double MinimumSignAgreement { get; init; }

    /// <summary>
    /// The largest half width of a 95 % interval of any effect per standard deviation, in units of the output or of its log odds, above 0. An
    /// explanation without standard errors meets a finite one never.
    /// </summary>
    [OptionRange(Above = 0)]
    public double MaximumHalfWidth { get; init; } = double.PositiveInfinity;

    /// <summary>Fit, agreement and half width, as far as they are asked for.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"R² at least {MinimumFit:0.###}{(MinimumSignAgreement > 0 ? string.Create(CultureInfo.InvariantCulture, $", signs agree at least {MinimumSignAgreement:0.###}") : "")}{(double.IsFinite(MaximumHalfWidth) ? string.Create(CultureInfo.InvariantCulture, $", effects within ±{MaximumHalfWidth:G3}") : "")}");

    /// <summary>Refuses a standard that says nothing.</summary>
    internal void Check()
    {
        if (!(MinimumFit <= 1))
            throw Invalid(nameof(MinimumFit), MinimumFit, "at most 1");
        if (!(MinimumSignAgreement is >= 0 and <= 1))
            throw Invalid(nameof(MinimumSignAgreement), MinimumSignAgreement, "from 0 to 1");
        if (!(MaximumHalfWidth > 0))
            throw Invalid(nameof(MaximumHalfWidth), MaximumHalfWidth, "above 0");

        static InvalidOptionException Invalid(string option, double value, string allowed) =>
            new(string.Create(CultureInfo.InvariantCulture, $"{option} of the standard is {value}; it must be {allowed}."));
    }
}
