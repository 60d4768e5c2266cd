using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Guides;

internal static class CancelPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        Linex<LoanApplication> linex = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans } };

        // A deadline, the token of a request, or a button.
        using CancellationTokenSource stop = new();
        stop.CancelAfter(TimeSpan.FromMinutes(1));
        console.WriteLine(linex.Explain(model, loans[3], stop.Token).Prediction);

        stop.Cancel();
        try
        {
            _ = linex.Explain(model, loans[3], stop.Token);
        }
        catch (OperationCanceledException)
        {
            console.WriteLine("ended early; one explanation has no half result");
        }

        // Of many records, what is finished is kept.
        console.WriteLine(linex.ExplainMany(model, loans.Rows, cancellation: stop.Token));

        // A budget ends the work by rows and not by time.
        Certifier<LoanApplication> certifier = new() { Explainer = linex, Standard = new() { MaximumHalfWidth = 0.0001 }, MaxQueries = 3_000 };
        if (certifier.Explain(model, loans[3]) is BestEffort<LoanApplication> best)
            console.WriteLine($"{best.Queries} rows; {best.Missed[0]}");
        // </page>
    }
}
