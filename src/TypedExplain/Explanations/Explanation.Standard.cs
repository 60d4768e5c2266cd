using System.Collections.Immutable;
using System.Globalization;

namespace TypedExplain;

public sealed partial class Explanation<T>
{
    // Of a normal number 95 % lies within so many standard errors.
    private const double Within95 = 1.959963984540054;

    /// <summary>
    /// The standard error of each effect per standard deviation: how far it would move with other samples, infinite where
    /// those are too few to tell. By the sandwich of the weighted ridge on the chosen features, with the residuals of the
    /// surrogate; a feature that was not chosen has 0. Null where the explainer was not asked for it
    /// (<see cref="LinearExplainer{T}.StandardErrors"/>) or has none.
    /// </summary>
    public FeatureVector<T>? StandardErrors { get; init; }

    /// <summary>The same for each word, segment or pixel of the texts and images, one after the other.</summary>
    internal double[]? PartStandardErrors { get; init; }

    /// <summary>Whether the explanation is as good as is asked for.</summary>
    /// <param name="minimumFit">The least weighted R², at most 1.</param>
    /// <param name="minimumSignAgreement">The least agreement of environments on the direction of every effect that is not 0, from 0 to 1.</param>
    /// <param name="maximumHalfWidth">The largest half width of a 95 % interval of any effect per standard deviation, above 0.</param>
    /// <exception cref="InvalidOptionException">A number is outside what it may be.</exception>
    public bool Meets(double minimumFit, double minimumSignAgreement = 0, double maximumHalfWidth = double.PositiveInfinity) =>
        Missed(new() { MinimumFit = minimumFit, MinimumSignAgreement = minimumSignAgreement, MaximumHalfWidth = maximumHalfWidth }).IsEmpty;

    /// <summary>What the explanation lacks to meet a standard, in words; nothing where it meets it. A solver that did not converge meets none.</summary>
    /// <param name="standard">The standard.</param>
    /// <exception cref="InvalidOptionException">The standard is outside what it may be.</exception>
    public ImmutableArray<string> Missed(Standard standard)
    {
        standard.Check();
        List<string> missed = [];
        if (Convergence.Status == SolveStatus.NotConverged)
            missed.Add("the solver did not converge");
        if (Fit is null)
            missed.Add("no fit is known");
        else if (Fit.Value.R2 < standard.MinimumFit)
            missed.Add(string.Create(CultureInfo.InvariantCulture, $"the fit is R² {Fit.Value.R2:0.000}, not {standard.MinimumFit:0.000}"));
        if (standard.MinimumSignAgreement > 0)
            AddDisagreement(standard.MinimumSignAgreement, missed);
        if (double.IsFinite(standard.MaximumHalfWidth))
            AddWidth(standard.MaximumHalfWidth, missed);
        return [.. missed];
    }

    private void AddDisagreement(double minimum, List<string> missed)
    {
        if (Agreement is null)
        {
            missed.Add($"{Explainer.Name} has no environments that could agree on signs");
            return;
        }

        Feature<T>? worst = T.Schema.Features.Where(feature => Attribution[feature] != 0).MinBy(feature => Agreement.SignAgreement[feature]);
        if (worst is not null && Agreement.SignAgreement[worst] < minimum)
            missed.Add(string.Create(CultureInfo.InvariantCulture, $"environments agree on the sign of {Shown(worst)} by {Agreement.SignAgreement[worst]:0.00}, not {minimum:0.00}"));
        int part = 0;
        foreach (MediaAttribution media in Attribution.Media)
        {
            double least = 1;
            foreach (double effect in media.Effects)
            {
                double agreed = Agreement.PartSignAgreement[part++];
                least = Math.Min(least, effect == 0 ? 1 : agreed);
            }

            if (least < minimum)
                missed.Add(string.Create(CultureInfo.InvariantCulture, $"environments agree on the sign of a part of {NameOf(media)} by {least:0.00}, not {minimum:0.00}"));
        }
    }

    private void AddWidth(double maximum, List<string> missed)
    {
        if (StandardErrors is null)
        {
            missed.Add($"{Explainer.Name} gave no standard errors");
            return;
        }

        Feature<T>? worst = T.Schema.Features.MaxBy(feature => StandardErrors[feature]);
        if (worst is not null && Within95 * StandardErrors[worst] > maximum)
            missed.Add(string.Create(CultureInfo.InvariantCulture, $"the effect of {Shown(worst)} is known within ±{Within95 * StandardErrors[worst]:G3}, not ±{maximum:G3}"));
        int part = 0;
        foreach (MediaAttribution media in Attribution.Media)
        {
            double largest = 0;
            for (int i = 0; i < media.Effects.Length; i++)
                largest = Math.Max(largest, Within95 * PartStandardErrors![part++]);
            if (largest > maximum)
                missed.Add(string.Create(CultureInfo.InvariantCulture, $"the effect of a part of {NameOf(media)} is known within ±{largest:G3}, not ±{maximum:G3}"));
        }
    }

    private string NameOf(MediaAttribution media) => T.Schema.Media[Attribution.IndexOf(media)].DisplayName;

    private static string Shown(Feature<T> feature) => feature.IsProtected ? "a protected feature" : feature.DisplayName;
}
