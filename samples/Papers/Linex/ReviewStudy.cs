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

    /// <summary>Without Iris's budget, which the published rows speak against.</summary>
    protected override IReadOnlyList<Convention> Conventions { get; } = [Convention.Default, Convention.Likely with { Budget = double.PositiveInfinity }];

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
    protected override IReadOnlyList<string> Methods => ["LIME", "S-LIME", "LINEX/rand", "LINEX*/rand", "MeLIME", "LINEX/real", "LINEX*/real", "SHAP", "trivial", "random"];

    /// <inheritdoc/>
    protected override int Splits(StudyOptions options) => options.TrialsOr(3);

    /// <inheritdoc/>
    protected override string Settings(StudyOptions options) => string.Create(CultureInfo.InvariantCulture, $"n {options.Samples ?? 100} k {options.Environments ?? 2} rows {Rows(options)} epochs {Epochs(options)}");

    /// <inheritdoc/>
    protected override Bench<Sentence> Prepare(StudyOptions options, int seed) => new ReviewBench(_all.Value, seed, options.Environments ?? 2, options.Samples ?? 100, Rows(options), Epochs(options));

    /// <inheritdoc/>
    protected override double Cost(string method) => method switch { "MeLIME" or "LINEX/real" => 10, "LIME" or "S-LIME" or "LINEX/rand" or "SHAP" => 5, _ => 1 };

    /// <inheritdoc/>
    protected override string Protocol(StudyOptions options, Sample quality) =>
        $"""
        {_all.Value.Count} sentences (the paper has 10,662), {Splits(options)} random 80/20 split{(Splits(options) > 1 ? "s" : "")}. Naive Bayes over counted words names {quality.Mean:P1} of the test
        sentences right (published 75 %); its probability of a good review is explained for {Rows(options)} test sentences spread over the test part,
        from {options.Samples ?? 100} samples and {options.Environments ?? 2} environments. LIME, S-LIME and LINEX/rand take words out and keep 5; LINEX/real and MeLIME
        replace words by similar ones of a word2vec model (100 dimensions, {Epochs(options)} epochs) trained on the training sentences; LINEX/real keeps
        5 words, MeLIME all (one batch, so that all methods ask the model equally often). 5 nearest of those sentences count as neighbors. A word counts 1 where the
        sentence has it; CI and Υ are over the vocabulary of the explained sentences. SHAP is KernelSHAP over the presence of a
        sentence's own distinct words, up to 2,048 and two a word coalitions; its base value is the model's answer for a sentence without words.
        """;

    /// <inheritdoc/>
    protected override string After(StudyOptions options, Numbers numbers)
    {
        TableNumbers with = Of(options, numbers, Convention.Default, "LIME"), without = Of(options, numbers, Conventions[1], "LIME");
        if (with.Splits == 0 || without.Splits == 0)
            return "";
        Sample own = with.OverWidths(0), likely = without.OverWidths(0);
        return string.Create(CultureInfo.InvariantCulture,
            $"""
            ## What the paper leaves open, as far as it was measured

            **The intercept** decides. Without one, LIME's infidelity is {likely.WithError()} (published 0.079 ± 0.036), its spread over kernel widths included; with one
            it is {own.WithError()}, which no published row comes near. GI of the realistic methods moves with it from less than half of the published size to about that size.

            **The l1 budget** that Iris points to (t = 0.5) is not used here. LINEX/rand's published infidelity, 0.069 ± 0.032, speaks against one, by its size and by its
            spread over kernel widths: {Budgeted("LINEX/rand", double.PositiveInfinity)} without a budget, {Budgeted("LINEX/rand", 0.5)} with t = 0.5, {Budgeted("LINEX/rand", 0.3)} with t = 0.3.
            LINEX/real's, 0.053 ± 0.000, lies between {Budgeted("LINEX/real", double.PositiveInfinity)} without a budget and {Budgeted("LINEX/real", 0.5)} with t = 0.5. Only a budget that binds makes its spread
            that small; but MeLIME's published row, which has no budget, has as small a one (0.029 ± 0.001), so its neighbors may have been weighed by something other than
            these kernels. None of the budgets tried gives both rows. Stopping the game early changes little (table above).

            **CAC** stays below the published 0.9 of the realistic rows under every convention tried; the trivial explainer, which echoes the sentence, has more for nothing. It grows
            with the number of sentences explained, since means over more of them are smoother. One thing differs: here a word counts 1, in the
            paper probably its tf-idf.

            **SHAP**'s base value is the model's answer where no word is there. Its published GI, 0.384, is more than twice the measured one; we do not know what background the paper's SHAP had.

            **Appendix D** of the paper prints 27 reviews with the words and coefficients of MeLIME and LINEX, and at least 21 of the sentences are in the file. Those numbers are not at hand
            here, so they are not compared; [other reviews](linex-figures.md) show what the methods say.

            """);

        string Budgeted(string method, double t) => Of(options, numbers, Convention.Likely with { Budget = t }, method).OverWidths(0).WithError();
    }

    private static int Epochs(StudyOptions options) => options.Quick ? 3 : 30;

    private static int Rows(StudyOptions options) => options.Quick ? 10 : 100;
}
