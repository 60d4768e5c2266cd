using CreditService.Applicants;
using TypedExplain.Decisions;

namespace CreditService.Validation;

/// <summary>What the model does to many applicants.</summary>
/// <param name="Contributions">What each feature adds to their scores.</param>
/// <param name="Denied">How many of them are denied.</param>
public sealed record Portfolio(PortfolioSummary<CreditApplication> Contributions, Proportion Denied)
{
    /// <summary>Looks at applicants.</summary>
    /// <param name="model">The model.</param>
    /// <param name="applicants">The applicants.</param>
    /// <param name="cutoff">The score from which a loan is granted.</param>
    /// <param name="threads">How many threads at most.</param>
    public static Portfolio Of(IModel<CreditApplication> model, IReadOnlyList<CreditApplication> applicants, double cutoff, int? threads = null)
    {
        PortfolioSummary<CreditApplication> summary = new(new()
        {
            Background = (WeightedRows<CreditApplication>)KnownApplicants.All,
            Segments = [CreditApplicationFeatures.Housing],
        });
        int denied = 0;
        foreach (ShapValues<CreditApplication> values in new TreeShap<CreditApplication>().ValuesMany(model, applicants, threads).Results)
        {
            summary.Add(values);
            denied += values.Prediction < cutoff ? 1 : 0;
        }

        return new(summary, new(denied, applicants.Count));
    }
}
