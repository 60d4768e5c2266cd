using TypedExplain.Decisions.Tests.Reasons.Support;

namespace TypedExplain.Decisions.Tests.Receipts;

/// <summary>The program of the section on receipts of docs/decisions.md. The lines between the marks stand there word for word.</summary>
internal static class ReceiptsPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<Applicant> past = Applicants.Past;
        IModel<Applicant> model = Applicants.Score.Identified("score", "2026-11", new string('a', 64));
        PrincipalReasons<Applicant> reasons = new() { Reference = Reference.AtCutoff(past, cutoff: 640, band: 120) };
        Applicant poor = Applicants.Poor;
        string kept = Receipt.Of(reasons.State(model, poor), model, ReceiptContent.HashedInstance).ToJson();

        // A year later, in another process: the receipt, the applicant's record and the configuration.
        Receipt<Applicant> receipt = Receipt<Applicant>.FromJson(kept).WithInstance(poor);
        foreach (ReceiptSubject subject in receipt.Subjects)
            console.WriteLine($"{subject.Name}: {subject.Sha256[..12]}…");
        console.WriteLine(receipt.Replay(model, reasons));
        console.WriteLine(receipt.Replay(model, reasons with { MaxReasons = 3 }));
        // </page>
    }
}
