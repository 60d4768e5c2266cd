using System.Diagnostics.CodeAnalysis;
using TypedExplain.Tests.Runs;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages;

/// <summary>The program of docs/runs.md. The lines between the marks stand there word for word.</summary>
internal static class RunsPage
{
    public static void Run(TextWriter console) => RunAsync(console).GetAwaiter().GetResult();

    [SuppressMessage("Reliability", "CA2007", Justification = "As a user writes it.")]
    private static async Task RunAsync(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        Linex<LoanApplication> linex = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans, Samples = 250 } };
        LoanApplication[] rows = [loans[0], loans[1] with { Age = 5 }, loans[2]];

        // A row that cannot be explained costs itself.
        RowOutcomes<Explanation<LoanApplication>> outcomes = linex.ExplainMany(model, rows);
        console.WriteLine(outcomes);
        foreach (RowOutcome<Explanation<LoanApplication>> outcome in outcomes)
        {
            console.WriteLine(outcome switch
            {
                Explained<Explanation<LoanApplication>> explained => $"row {outcome.Row}: {explained.Result.Attribution.Ranked().First().Feature}",
                Failed<Explanation<LoanApplication>> failed => failed.ToString(),
                NotReached<Explanation<LoanApplication>> left => left.ToString(),
            });
        }

        // A model that is awaited: an implementation of IAsyncModel<LoanApplication>, such as RemoteModel<LoanApplication>.
        IAsyncModel<LoanApplication> service = Service(model);
        Explanation<LoanApplication> awaited = await linex.ExplainAsync(service, loans[2]);
        console.WriteLine($"Awaited or called, the same bits: {awaited.ToString() == linex.Explain(model, loans[2]).ToString()}");

        // A stream of any length, in few batches: 8 instances ask together.
        int done = 0;
        await foreach (RowOutcome<Explanation<LoanApplication>> outcome in linex.ExplainManyAsync(service, loans.Rows, together: 8))
            done += outcome is Explained<Explanation<LoanApplication>> ? 1 : 0;
        console.WriteLine($"{done} explained");

        // A run by hand: it asks, you answer.
        using Run<LoanApplication, Explanation<LoanApplication>> run = linex.Begin(model, loans[2]);
        while (run.TryNext(out RowBatch<LoanApplication>? asked))
        {
            double[] scores = new double[asked.Count];
            model.Score(asked.Rows, scores);
            asked.Answer(scores);
        }

        console.WriteLine($"{run.Queries} rows were asked about; the answer is {run.Result.Prediction:F3}.");
        // </page>
    }

    private static LateModel<LoanApplication> Service(IModel<LoanApplication> model) => new(model);
}
