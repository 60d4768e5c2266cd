using System.Globalization;
using System.Text;
using TypedExplain.Errors;
using TypedExplain.Surrogates.Inference;

namespace TypedExplain;

/// <summary>
/// What an explanation must be good for before anyone relies on it. Fit and half widths are on the scale of the effects: log
/// odds where these are explained.
/// </summary>
public sealed record ExplanationStandard : IDescribed
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

    /// <summary>
    /// k: the samples must tell which features have the k largest effects, with 95 % confidence for each of them against each of
    /// the rest; from 0, which asks for nothing, to 10. Where fewer than k features have an effect, they must be told from the rest.
    /// </summary>
    [OptionRange(AtLeast = 0, AtMost = 10)]
    public int TopReasonsDecided { get; init; }

    /// <summary>The most that the surrogate may differ from the model at the instance, on the model's own scale, 0 or more: of a probability a probability.</summary>
    [OptionRange(AtLeast = 0)]
    public double MissAtInstance { get; init; } = double.PositiveInfinity;

    /// <summary>
    /// The half width that the trust region must have, in standard deviations; 0, the default, asks for none and no row. Only a
    /// <see cref="Certifier{T}"/> looks for the region, in what is left of its budget.
    /// </summary>
    [OptionRange(AtLeast = 0, Below = double.PositiveInfinity)]
    public double MinimumTrustHalfWidth { get; init; }

    /// <summary>How the trust region is looked for where one is asked for; its half widths and budget are those of the standard and the certifier.</summary>
    public TrustRegionSearch TrustRegion { get; init; } = new();

    /// <summary>What is asked for, in words.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"R² at least {MinimumFit:0.###}");
        if (MinimumSignAgreement > 0)
            text.Append(CultureInfo.InvariantCulture, $", signs agree at least {MinimumSignAgreement:0.###}");
        if (double.IsFinite(MaximumHalfWidth))
            text.Append(CultureInfo.InvariantCulture, $", effects within ±{MaximumHalfWidth:G3}");
        if (TopReasonsDecided > 0)
            text.Append(CultureInfo.InvariantCulture, $", first {(TopReasonsDecided == 1 ? "reason" : $"{TopReasonsDecided} reasons")} decided");
        if (double.IsFinite(MissAtInstance))
            text.Append(CultureInfo.InvariantCulture, $", instance missed by {MissAtInstance:G3} at most");
        if (MinimumTrustHalfWidth > 0)
            text.Append(CultureInfo.InvariantCulture, $", fidelity at least {TrustRegion.MinimumFidelity:0.###} within ±{MinimumTrustHalfWidth:0.###} standard deviations");
        return text.ToString();
    }

    Description IDescribed.Describe()
    {
        Description description = Description.OfLibrary(nameof(ExplanationStandard))
            .With("minimumFit", MinimumFit)
            .With("minimumSignAgreement", MinimumSignAgreement)
            .With("maximumHalfWidth", MaximumHalfWidth)
            .With("topReasonsDecided", TopReasonsDecided)
            .With("missAtInstance", MissAtInstance);
        return MinimumTrustHalfWidth == 0 ? description : description.With("minimumTrustHalfWidth", MinimumTrustHalfWidth).With("trustRegion", TrustRegion);
    }

    /// <summary>Refuses a standard that says nothing.</summary>
    internal void Check()
    {
        if (!(MinimumFit <= 1))
            throw Invalid(nameof(MinimumFit), MinimumFit, "at most 1");
        if (!(MinimumSignAgreement is >= 0 and <= 1))
            throw Invalid(nameof(MinimumSignAgreement), MinimumSignAgreement, "from 0 to 1");
        if (!(MaximumHalfWidth > 0))
            throw Invalid(nameof(MaximumHalfWidth), MaximumHalfWidth, "above 0");
        if (TopReasonsDecided is < 0 or > EffectInference.Ranks)
            throw Invalid(nameof(TopReasonsDecided), TopReasonsDecided, "from 0 to 10");
        if (!(MissAtInstance >= 0))
            throw Invalid(nameof(MissAtInstance), MissAtInstance, "0 or more");
        if (!(MinimumTrustHalfWidth >= 0 && double.IsFinite(MinimumTrustHalfWidth)))
            throw Invalid(nameof(MinimumTrustHalfWidth), MinimumTrustHalfWidth, "a finite number, 0 or more");
        TrustRegion.Given(nameof(TrustRegion), "the standard").Check();

        static InvalidOptionException Invalid(string option, double value, string allowed) =>
            new(string.Create(CultureInfo.InvariantCulture, $"{option} of the standard is {value}; it must be {allowed}."));
    }
}
