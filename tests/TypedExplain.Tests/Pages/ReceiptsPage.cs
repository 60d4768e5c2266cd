using System.Security.Cryptography;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages;

/// <summary>The program of docs/receipts.md. The lines between the marks stand there word for word.</summary>
internal static class ReceiptsPage
{
    public static void Run(TextWriter console)
    {
        string folder = Directory.CreateTempSubdirectory("page").FullName;
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        Forest<LoanApplication> forest = new RandomForest<LoanApplication> { Trees = 30 }.Train(loans.WithTarget(loans.Rows.Select(Loans.Score)));
        IModel<LoanApplication> model = forest.Identified("credit", "2026-11");
        Linex<LoanApplication> linex = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans }, Seed = 7 };
        Explanation<LoanApplication> explanation = linex.Explain(model, loans[3]);

        Receipt<LoanApplication> receipt = Receipt.Of(explanation, model, loans).Sign(key);
        foreach (ReceiptSubject subject in receipt.Subjects)
            console.WriteLine($"{subject.Name}: {subject.Sha256[..12]}…");
        FileReceiptLog log = new(Path.Combine(folder, "receipts.jsonl"));
        log.Append(receipt);

        // A year later, in another process on another machine.
        LogEntry entry = log.Read().Single();
        Receipt<LoanApplication> kept = Receipt<LoanApplication>.FromJson(entry.Json);
        console.WriteLine($"{log.Verify().IsIntact}, signature {kept.Verify(key)}, {kept.Replay(model, loans)}");

        // Another model, and a background in another order.
        Forest<LoanApplication> other = new RandomForest<LoanApplication> { Trees = 30, Seed = 1 }.Train(loans.WithTarget(loans.Rows.Select(Loans.Score)));
        ReplayOutcome replay = kept.Replay(other, new Dataset<LoanApplication>(loans.Rows.Reverse()));
        if (replay is Differs differs)
        {
            foreach (ReplayReason reason in differs.Reasons)
                console.WriteLine(reason.Cause);
            console.WriteLine($"{differs.Differences.Length} numbers, such as {differs.Differences.First(difference => difference.Place.EndsWith("effect", StringComparison.Ordinal)).Place}");
        }
        // </page>

        Directory.Delete(folder, recursive: true);
    }
}
