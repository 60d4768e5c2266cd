using TypedExplain.Errors;
using TypedExplain.Reports.Pictures.Bars;

namespace TypedExplain.Reports.Pictures.Portfolios;

/// <summary>What is said beside every picture of a portfolio: how many explanations are not in it, and why.</summary>
internal static class PortfolioNotes
{
    /// <summary>What the numbers are called.</summary>
    public static string Numbers<T>(PortfolioSummary<T> summary)
        where T : IFeatureRecord<T> => summary.Quantity == SummaryQuantity.StandardizedEffects ? "effects per standard deviation" : "contributions";

    /// <summary>What an axis of such numbers is of.</summary>
    public static string Axis<T>(PortfolioSummary<T> summary)
        where T : IFeatureRecord<T> => summary.Output is not { } output ? Numbers(summary)
            : (summary.Quantity == SummaryQuantity.StandardizedEffects ? "effect per standard deviation on " : "contribution to ") + Scales.Name(output, summary.Link ?? LinkFunction.Identity);

    /// <summary>The notes.</summary>
    public static List<string> Of<T>(PortfolioSummary<T> summary, PictureOptions options)
        where T : IFeatureRecord<T>
    {
        List<string> notes = [];
        if (summary.Explained == 0)
            notes.Add("There is no explanation in the portfolio.");
        if (summary.Explained == 1)
            notes.Add("There is one explanation only.");
        Count(summary.Refused, "was refused", "were refused");
        Count(summary.Failed, "failed", "failed");
        Count(summary.NotReached, "was not reached", "were not reached");
        foreach (CaveatCount caveat in summary.Caveats)
            notes.Add(string.Create(options.Provider, $"{caveat.Count:#,##0} {Noun.Of(caveat.Count, "explanation has", "explanations have")} the caveat {caveat.Caveat}."));
        if (options.Withholds && T.Schema.Features.Any(feature => feature.IsProtected))
            notes.Add("Protected features are marked and have no number.");
        return notes;

        void Count(long number, string one, string several)
        {
            if (number > 0)
                notes.Add(string.Create(options.Provider, $"{number:#,##0} {(number == 1 ? "explanation " + one : "explanations " + several)} and {Noun.Of(number, "is", "are")} not in the picture."));
        }
    }
}
