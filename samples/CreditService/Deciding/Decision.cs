using CreditService.Applicants;
using TypedExplain.Decisions;

namespace CreditService.Deciding;

/// <summary>A decision with all that a person is told about it.</summary>
/// <param name="Application">What was decided on.</param>
/// <param name="Reasons">The principal reasons, or why none are stated.</param>
/// <param name="Recourse">What would change it.</param>
public sealed record Decision(CreditApplication Application, Served<ReasonStatement<CreditApplication>> Reasons, Served<RecourseOutcome<CreditApplication>> Recourse)
{
    /// <summary>The chance that the loan is paid back, as the model sees it.</summary>
    public double Score => Recourse.Result.Answer;

    /// <summary>The score from which a loan is granted.</summary>
    public double Cutoff => Recourse.Result.Wanted.Minimum;

    /// <summary>Whether it is granted.</summary>
    public bool IsApproved => Recourse.Result.Wanted.Contains(Score);
}
