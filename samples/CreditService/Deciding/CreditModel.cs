using CreditService.Applicants;

namespace CreditService.Deciding;

/// <summary>The model: a forest that learned from known applicants whether loans are paid back. It is trained at the start, and is the same at every start.</summary>
public static class CreditModel
{
    /// <summary>Trains it to give the chance that a loan is paid back.</summary>
    public static IModel<CreditApplication> Train() =>
        new RandomForest<CreditApplication> { Trees = 40, MinLeafRows = 8, FeaturesPerSplit = 5, Seed = 7 }.Train(KnownApplicants.All).As(OutputKind.Probability);
}
