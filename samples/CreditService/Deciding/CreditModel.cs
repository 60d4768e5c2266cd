using CreditService.Applicants;

namespace CreditService.Deciding;

/// <summary>The model: a forest that learned from known applicants whether loans are paid back. It is trained at the start, and is the same at every start.</summary>
public sealed class CreditModel
{
    /// <summary>The chance that a loan is paid back.</summary>
    public IModel<CreditApplication> Model { get; } =
        new RandomForest<CreditApplication> { Trees = 40, MinLeafRows = 8, FeaturesPerSplit = 5, Seed = 7 }.Train(KnownApplicants.All).As(OutputKind.Probability);
}
