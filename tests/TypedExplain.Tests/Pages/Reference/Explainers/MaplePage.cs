using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Reference.Explainers;

internal static class MaplePage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        Forest<LoanApplication> forest = new RandomForest<LoanApplication> { Trees = 30, Seed = 1 }.Train(loans.WithTarget(loans.Rows.Select(Loans.Score)));

        // Once per model: asks about every row, grows a forest of its own and chooses the features.
        FittedMaple<LoanApplication> maple = new Maple<LoanApplication> { Background = loans, Seed = 7 }.Fit(forest);
        console.WriteLine($"asked about {maple.Queries} rows; kept {string.Join(", ", maple.Retained.Select(feature => feature.Name))}");

        // Then any number of instances, for two rows each.
        console.WriteLine(maple.Explain(loans[3]));

        // LINEX on the same real rows.
        Linex<LoanApplication> linex = new() { Neighborhood = new TrainingSelection<LoanApplication> { Weights = maple.Weights } };
        console.WriteLine($"LINEX on them: {linex.Explain(forest, loans[3]).Attribution.AnnualIncome:G3} per unit of income");
        // </page>
    }
}
