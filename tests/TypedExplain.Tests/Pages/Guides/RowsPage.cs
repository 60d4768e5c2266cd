using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Guides;

internal static class RowsPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();

        // A row is a span of numbers. The schema says which column is which.
        foreach (Feature<LoanApplication> feature in FeatureSchema.Of<LoanApplication>().Features)
            console.WriteLine(feature.ColumnCount == 1 ? $"{feature.Column}: {feature.Name}" : $"{feature.Column} to {feature.Column + feature.ColumnCount - 1}: {feature.Name}, as {string.Join(", ", feature.Categories)}");

        // A function of records: each row that is asked about becomes a record first.
        IModel<LoanApplication> ofRecords = Model.From<LoanApplication>(loan => (loan.AnnualIncome / 100_000) + (loan.Housing == Housing.Own ? 0.2 : 0) - (loan.HasDefaulted ? 0.3 : 0));

        // A function of rows: all of a batch at once, as they lie in memory. No record is made.
        int income = LoanApplicationFeatures.AnnualIncome.Column, defaulted = LoanApplicationFeatures.HasDefaulted.Column;
        int owns = LoanApplicationFeatures.Housing.Column + (int)Housing.Own;
        IModel<LoanApplication> ofRows = Model.FromRows<LoanApplication>((rows, scores) =>
        {
            for (int i = 0; i < rows.Count; i++)
            {
                ReadOnlySpan<double> row = rows[i];
                scores[i] = (row[income] / 100_000) + (0.2 * row[owns]) - (0.3 * row[defaulted]);
            }
        });

        // Rows that you have already are scored in place.
        Span<double> answers = stackalloc double[3];
        ofRows.Score(new EncodedRows<LoanApplication>(loans.Encoded.Values[..(3 * loans.Encoded.Columns)]), answers);
        console.WriteLine($"{answers[0]:F3} {answers[1]:F3} {answers[2]:F3}");

        Linex<LoanApplication> linex = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans } };
        console.WriteLine(linex.Explain(ofRows, loans[3]).Attribution.AnnualIncome.ToString("G6"));
        console.WriteLine(linex.Explain(ofRecords, loans[3]).Attribution.AnnualIncome.ToString("G6"));
        // </page>
    }
}
