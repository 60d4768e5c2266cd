using System.Globalization;
using TypedExplain.Training;

namespace Papers.Expo;

/// <summary>Other models of the SUPPORT study's patients, which tell what accuracy the rows and columns allow.</summary>
public static class References
{
    private const string Linear = "a network without hidden units", Forest = "a random forest";

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> All { get; } = [Linear, Forest];

    public static string Key(string name, int seed) => string.Create(CultureInfo.InvariantCulture, $"{name}, seed {seed}");

    /// <summary>The share of test patients that a model is right about.</summary>
    public static double Accuracy(string name, int seed, CancellationToken cancellation)
    {
        Division<Patient> division = Division<Patient>.Of(PatientData.Load(), seed);
        if (name == Forest)
            return Classification.Accuracy(new RandomForest<Patient> { MinLeafRows = 3, Seed = seed, MaxThreads = 1 }.Train(division.Train, cancellation: cancellation), division.Test);
        ExpoTrainer<Patient> trainer = new() { HiddenUnits = [], HasTwoLogits = true, MaxEpochs = 200, MinEpochs = 10, Patience = 10, Seed = seed };
        return Classification.Accuracy(trainer.Train(division.Train, division.Validation, cancellation: cancellation), division.Test);
    }
}
