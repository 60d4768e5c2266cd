using CreditService.Applicants;
using CreditService.Deciding;
using TypedExplain.Decisions;

namespace CreditService.Validation;

/// <summary>Which of the known applicants who are denied could do something about it, by housing. Worked out once, when somebody first asks.</summary>
/// <param name="model">The model.</param>
/// <param name="desk">Says from which score a loan is granted.</param>
public sealed class RecourseReview(IModel<CreditApplication> model, DecisionDesk desk)
{
    private const int People = 300;

    private readonly Lazy<Task<RecourseAudit<CreditApplication>>> _audit = new(() => Task.Run(() =>
    {
        double cutoff = desk.Options.Decision!.Cutoff;
        Recourse<CreditApplication> recourse = new() { Wanted = answer => answer >= cutoff, TestsRobustness = false };
        return recourse.Audit(model, KnownApplicants.All.Select([.. Enumerable.Range(0, People)]), one => one.Housing.ToString(), maxThreads: 1);
    }));

    /// <summary>The audit, as soon as it is there.</summary>
    public Task<RecourseAudit<CreditApplication>> WhenReady => _audit.Value;
}
