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
        string json = linex.Explain(model, loans[3]).ToJson();
        console.WriteLine(json[..60]);

        // The same bits from the JIT and from native code; a digest is enough to compare them.
        console.WriteLine(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(json)))[..16]);
        // </page>
    }
}
