using System.Globalization;

namespace Papers;

/// <summary>Tables 3 to 5 on Rotten Tomatoes.</summary>
public sealed class ReviewStudy : TableStudy<Sentence>
{
    private const string File = "rt-polarity/rt-polarity.csv";

    private readonly Lazy<Dataset<Sentence>> _all = new(() => ReviewBench.Load(DataFolder.File(File)));

    /// <inheritdoc/>
    public override string Name => "linex-rt";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Needs => [File];

    /// <inheritdoc/>
    protected override string Data => "Rotten Tomatoes";

    /// <inheritdoc/>
    protected override PublishedTable Published => PublishedTable.Reviews;

    /// <inheritdoc/>
    protected override IReadOnlyList<Convention> Tried =>
    [
        .. from intercept in (bool[])[true, false]
           from t in (double[])[0.3, 0.5, double.PositiveInfinity]
           select Convention.Likely with { Words = $"{(intercept ? "with" : "without")} an intercept, {Budget(t)}", Intercept = intercept, Budget = t },
        .. from tolerance in (double[])[0.1, 0.5]
           select Convention.Likely with { Words = string.Create(CultureInfo.InvariantCulture, $"without an intercept, no budget, stopped early (ε = {tolerance}γ)"), Budget = double.PositiveInfinity, Tolerance = tolerance },
    ];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> TriedMethods => ["LINEX/rand", "LINEX/real"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Methods => ["LIME", "S-LIME", "LINEX/rand", "MeLIME", "LINEX/real", "trivial", "random"];

    /// <inheritdoc/>
    protected override int Splits(StudyOptions options) => options.TrialsOr(1);

    /// <inheritdoc/>
    protected override string Settings(StudyOptions options) => string.Create(CultureInfo.InvariantCulture, $"n {options.Samples ?? 100} k {options.Environments ?? 2} rows {Rows(options)}");

    /// <inheritdoc/>
    protected override Bench<Sentence> Prepare(StudyOptions options, int seed) => new ReviewBench(_all.Value, seed, options.Environments ?? 2, options.Samples ?? 100, Rows(options), Epochs(options));

    /// <inheritdoc/>
    protected override double Cost(string method) => method switch { "MeLIME" or "LINEX/real" => 10, "LIME" or "S-LIME" or "LINEX/rand" => 5, _ => 1 };

    /// <inheritdoc/>
    protected override string Protocol(StudyOptions options, Sample quality) =>
        $"""
        {_all.Value.Count} sentences (the paper has 10,662), {Splits(options)} random 80/20 split{(Splits(options) > 1 ? "s" : "")}. Naive Bayes over counted words names {quality.Mean:P1} of the test
        sentences right (published 75 %); its probability of a good review is explained for {Rows(options)} test sentences spread over the test part,
        from {options.Samples ?? 100} samples and {options.Environments ?? 2} environments. LIME, S-LIME and LINEX/rand take words out and keep 5; LINEX/real and MeLIME
        replace words by similar ones of a word2vec model (100 dimensions, {Epochs(options)} epochs) trained on the training sentences; LINEX/real keeps
        5 words, MeLIME all (one batch, so that all methods ask the model equally often). 5 nearest of those sentences count as neighbors. A word counts 1 where the
        sentence has it; CI and Υ are over the vocabulary of the explained sentences. SHAP's row is not measured: the library's SHAP is for tables.
        """;

    private static int Epochs(StudyOptions options) => options.Quick ? 3 : 30;

    private static int Rows(StudyOptions options) => options.Quick ? 20 : 200;
}
