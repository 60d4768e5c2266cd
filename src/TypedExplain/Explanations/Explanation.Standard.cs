using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Media;

namespace TypedExplain;

public sealed partial class Explanation<T>
{
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
    public ImmutableArray<string> Missed(ExplanationStandard standard) => Missed(standard, null);

    /// <summary>The same, where the trust region was looked for.</summary>
    /// <param name="standard">The standard.</param>
    /// <param name="region">The trust region of this explanation; null where it was not looked for.</param>
    /// <exception cref="InvalidOptionException">The standard is outside what it may be.</exception>
    public ImmutableArray<string> Missed(ExplanationStandard standard, TrustRegion<T>? region)
    {
        ArgumentNullException.ThrowIfNull(standard);
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
        if (Math.Abs(LocalPrediction - Prediction) > standard.MissAtInstance)
            missed.Add(string.Create(CultureInfo.InvariantCulture, $"the surrogate misses the model at the instance by {Math.Abs(LocalPrediction - Prediction):G3}, not {standard.MissAtInstance:G3} at most"));
        if (standard.TopReasonsDecided > 0)
            AddOrder(standard.TopReasonsDecided, missed);
        if (standard.MinimumTrustHalfWidth > 0)
            AddRegion(standard, region, missed);
        return [.. missed];
    }

    private static void AddRegion(ExplanationStandard standard, TrustRegion<T>? region, List<string> missed)
    {
        if (region is null)
            missed.Add("no trust region is known; Certifier looks for one");
        else if (region.Search.MinimumFidelity < standard.TrustRegion.MinimumFidelity)
            missed.Add(string.Create(CultureInfo.InvariantCulture, $"the trust region is of a fidelity of {region.Search.MinimumFidelity:0.###}, not {standard.TrustRegion.MinimumFidelity:0.###}"));
        else if (!region.Reaches(standard.MinimumTrustHalfWidth))
            missed.Add(string.Create(CultureInfo.InvariantCulture, $"{(region.HalfWidth > 0 ? $"the trust region reaches ±{region.HalfWidth:0.###} standard deviations, not ±{standard.MinimumTrustHalfWidth:0.###}" : "there is no trust region")}{(region.End == TrustRegionEnd.BudgetSpent ? " as far as the budget went" : "")}"));
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

        Feature<T>? worst = T.Schema.Features.MaxBy(feature => HalfWidth(feature.Index));
        if (worst is not null && HalfWidth(worst.Index) > maximum)
            missed.Add(string.Create(CultureInfo.InvariantCulture, $"the effect of {Shown(worst)} is known within ±{HalfWidth(worst.Index):G3}, not ±{maximum:G3}"));
        int part = T.Schema.Features.Length;
        foreach (MediaAttribution media in Attribution.Media)
        {
            double largest = 0;
            for (int i = 0; i < media.Effects.Length; i++)
                largest = Math.Max(largest, HalfWidth(part++));
            if (largest > maximum)
                missed.Add(string.Create(CultureInfo.InvariantCulture, $"the effect of a part of {NameOf(media)} is known within ±{largest:G3}, not ±{maximum:G3}"));
        }

        double HalfWidth(int column) => (_inference!.Upper[column] - _inference.Lower[column]) / 2;
    }

    private void AddOrder(int reasons, List<string> missed)
    {
        if (StandardErrors is null)
            missed.Add($"{Explainer.Name} gave no standard errors");
        else if (!IsOrderTold(reasons))
            missed.Add(string.Create(CultureInfo.InvariantCulture, $"which {(reasons == 1 ? "feature comes first" : $"{reasons} features come first")} is not decided"));
    }

    private string NameOf(MediaAttribution media) => T.Schema.Media[Attribution.IndexOf(media)].DisplayName;

    private static string Shown(Feature<T> feature) => feature.IsProtected ? "a protected feature" : feature.DisplayName;
}
