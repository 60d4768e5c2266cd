using CreditService.Applicants;
using CreditService.Deciding;

namespace CreditService.Validation;

/// <summary>What the model does to the known applicants, worked out once, in the background, when somebody first asks.</summary>
/// <param name="model">The model.</param>
/// <param name="desk">Says from which score a loan is granted.</param>
public sealed class KnownPortfolio(IModel<CreditApplication> model, DecisionDesk desk)
{
    private readonly Lazy<Task<Portfolio>> _known = new(() => Task.Run(() => Portfolio.Of(model, KnownApplicants.All.Rows, desk.Options.Decision!.Cutoff, threads: 1)));

    /// <summary>The portfolio; null while it is worked out.</summary>
    /// <exception cref="TypedExplainException">It could not be worked out.</exception>
    public Portfolio? Ready => _known.Value.IsCompleted ? _known.Value.GetAwaiter().GetResult() : null;

    /// <summary>The portfolio, as soon as it is there.</summary>
    public Task<Portfolio> WhenReady => _known.Value;
}
