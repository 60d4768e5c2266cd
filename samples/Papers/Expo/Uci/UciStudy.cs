namespace Papers.Expo;

/// <summary>ExpO's table of one of the UCI's data sets: five regularizers, error and the quality of explanations.</summary>
public sealed class UciStudy(UciSet set) : IStudy
{
    public string Name => $"expo-uci-{set.Name}";

    public int Version => 2;

    public IReadOnlyList<string> Sources => ["Expo/Networks", "Expo/Data"];

    public IReadOnlyList<string> Needs => [set.File];

    public bool HasPictures => false;

    public IReadOnlyList<Cell> Cells(StudyOptions options) =>
    [
        .. from seed in Seeds(options)
           from regularizer in Names(options)
           let trial = Trial(options, regularizer, seed)
           select new Cell(trial.Key, options.Quick ? 1 : set.Cost[Regularization.Names.ToList().IndexOf(regularizer)], cancellation => set.Run(trial, cancellation)),
    ];

    public Page Draw(StudyOptions options, Numbers numbers)
    {
        IReadOnlyDictionary<string, FinishedTrials> finished = Names(options).ToDictionary(
            name => name,
            name => new FinishedTrials(QualityNames.Regression, numbers.Each(Seeds(options).Select(seed => Trial(options, name, seed).Key))));
        return new UciPage(set, options, finished, Seeds(options).Count).ToPage();
    }

    private IReadOnlyList<int> Seeds(StudyOptions options) =>
        [.. Enumerable.Range(1000 * options.Seed, options.TrialsOr(set.Trials))];

    private IReadOnlyList<string> Names(StudyOptions options) =>
        !options.Quick ? Regularization.Names : set.IsSlow ? [Regularization.None] : [Regularization.None, Regularization.Fidelity];

    private UciTrial Trial(StudyOptions options, string regularizer, int seed) =>
        options.Quick ? new(regularizer, seed) { MaxEpochs = set.IsSlow ? 1 : 40, TestRows = set.IsSlow ? 10 : 40 } : new(regularizer, seed) { MaxEpochs = set.MaxEpochs };
}
