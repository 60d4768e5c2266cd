using CreditService.Applicants;
using TypedExplain.Decisions;

namespace CreditService.Validation;

/// <summary>Who was decided on lately, from the receipts: so it is known after a restart, too, and by every process that shares the log.</summary>
public static class RecentApplicants
{
    private const int MostReceipts = 400;

    /// <summary>The applicants, the latest first; each receipt of recourse is one decision.</summary>
    public static IReadOnlyList<CreditApplication> Of(ReceiptLog log) =>
        [.. KeptReceipt.Latest(log, log.Head.Count, MostReceipts).Select(kept => kept.Receipt.ReadRecourse()).OfType<RecourseOutcome<CreditApplication>>().Select(outcome => outcome.Instance)];
}
