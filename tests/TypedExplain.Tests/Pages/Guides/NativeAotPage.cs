using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Guides;

internal static class NativeAotPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        Linex<LoanApplication> linex = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans }, Seed = 7 };
        Explanation<LoanApplication> explanation = linex.Explain(model, loans[3]);

        // The bits of an effect, to compare runs by: the JIT and native code print the same.
        console.WriteLine($"{explanation.Attribution.AnnualIncome:R} is {BitConverter.DoubleToInt64Bits(explanation.Attribution.AnnualIncome):X}");

        // JSON without reflection: what is written comes back with every bit.
        console.WriteLine(Explanation<LoanApplication>.FromJson(explanation.ToJson()).Attribution.AnnualIncome == explanation.Attribution.AnnualIncome);
        // </page>
    }
}
