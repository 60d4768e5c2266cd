using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages;

/// <summary>The program of the README, as a user writes it. The lines between the marks stand there word for word.</summary>
internal static class ReadmePage
{
    public static void Run(TextWriter console)
    {
        // <page>
        (Dataset<LoanApplication> train, Dataset<LoanApplication> test) =
            Loans.Load().Split(testFraction: 0.25, seed: 7);

        // Any scoring function is a model; it is called in batches.
        IModel<LoanApplication> model = Model.From<LoanApplication>(loan => Loans.Score(loan));

        // An explainer is a value: configured once, applied to any model and any row.
        IExplainer<LoanApplication> linex = new Linex<LoanApplication>
        {
            Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = train, Radius = 0.3, Samples = 500 },
            Seed = 7,
        };

        // Attributions carry the schema's own names; a misspelled feature does not compile.
        Explanation<LoanApplication> explanation = linex.Explain(model, test[0]);
        double effectOfIncome = explanation.Attribution.AnnualIncome;
        console.WriteLine($"10,000 more a year change the score by {10_000 * effectOfIncome:F3}");
        console.WriteLine();
        console.WriteLine(explanation);

        // A metric sees only the interfaces, and says which way is better.
        Score infidelity = new Infidelity<LoanApplication>().Evaluate(linex, model, test);
        console.WriteLine(infidelity);

        // It leaves the process as canonical JSON, and a receipt of it can be replayed anywhere, to the bit.
        string json = explanation.ToJson();
        console.WriteLine(Explanation<LoanApplication>.FromJson(json).Attribution.AnnualIncome == effectOfIncome);
        console.WriteLine(Receipt.Of(explanation, model, train).Replay(model, train) is Identical);
        // </page>
    }
}
