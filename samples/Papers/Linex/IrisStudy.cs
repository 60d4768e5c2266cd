using System.Globalization;

namespace Papers;

/// <summary>Tables 3 to 5 on Iris.</summary>
public sealed class IrisStudy : TableStudy<Flower>
{
    /// <inheritdoc/>
    public override string Name => "linex-iris";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Needs => [];

    /// <inheritdoc/>
    protected override string Data => "Iris";

    /// <inheritdoc/>
    protected override PublishedTable Published => PublishedTable.Iris;

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Methods => ["LIME", "S-LIME", "LINEX/rand", "MeLIME", "LINEX/real", "MAPLE", "LINEX/mpl", "SHAP", "trivial", "random"];

    /// <inheritdoc/>
    protected override int Splits(StudyOptions options) => options.TrialsOr(10, quick: 2);

    /// <inheritdoc/>
    protected override string Settings(StudyOptions options) => $"n {options.Samples ?? 10} k {options.Environments ?? 2}";

    /// <inheritdoc/>
    protected override Bench<Flower> Prepare(StudyOptions options, int seed) => new IrisBench(seed, options.Environments ?? 2, options.Samples ?? 10);

    /// <inheritdoc/>
    protected override IReadOnlyList<Convention> Tried =>
    [
        .. from t in (double[])[0.3, 0.4, 0.5, double.PositiveInfinity]
           select Convention.Likely with { Words = Budget(t), Budget = t },
        Convention.Likely with { Words = "t = 0.5, distances in standard deviations", HasRawDistances = false },
    ];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> TriedMethods => ["LINEX/rand", "LINEX/real", "LINEX/mpl"];

    /// <summary>
    /// Whether LINEX's rows under the likely conventions come near the published ones: GI, CI and Υ within a factor of 1.5, INFD
    /// no larger than 3 times (rand) or 1.5 times.
    /// </summary>
    protected override (string Text, IReadOnlyList<Verdict> Verdicts) Findings(StudyOptions options, Numbers numbers)
    {
        List<Verdict> verdicts = [];
        MarkdownTable table = new("method", "metric", "published", "measured", "measured ÷ published", "allowed") { HasNumbers = true };
        foreach (string method in TriedMethods)
        {
            TableNumbers own = Of(options, numbers, Convention.Likely, method);
            if (own.Splits == 0)
                continue;
            bool[] holds = new bool[4];
            for (int metric = 0; metric < holds.Length; metric++)
            {
                double published = Published[method, metric].Mean, measured = own.OverWidths(metric).Mean, factor = metric == 0 && method == "LINEX/rand" ? 3 : 1.5;
                holds[metric] = measured <= factor * published && (metric == 0 || measured >= published / factor);
                table.Add($"{method}", TableMetrics.Names[metric], Text(published), Text(measured), string.Create(CultureInfo.InvariantCulture, $"{measured / published:0.00}"), metric == 0 ? $"up to {factor:0.#}" : $"{1 / factor:0.00} to {factor:0.#}");
            }

            verdicts.Add(Verdict.Of($"likely: {method} comes near the published row (GI, CI, Υ within a factor of 1.5; INFD up to {(method == "LINEX/rand" ? "3" : "1.5")} times)", holds.All(held => held), string.Join(", ", holds.Select((held, metric) => $"{TableMetrics.Names[metric][..^2]} {(held ? "yes" : "no")}"))));
        }

        string text =
            $"""
            ## How near the likely conventions come

            {table}
            {Why(options, numbers)}
            """;
        return (text, verdicts);
    }

    /// <summary>What the measurements say of the orderings that did not come out.</summary>
    private string Why(StudyOptions options, Numbers numbers)
    {
        if (Methods.Any(method => Of(options, numbers, Convention.Default, method).Splits == 0) || TriedMethods.Any(method => Of(options, numbers, Convention.Likely, method).Splits == 0))
            return "";
        return $"""
            ## Why some orderings do not come out

            **INFD of LINEX/rand.** The published numbers of LINEX/rand, LIME and S-LIME (0.013, 0.015 and 0.015, each ± 0.009 or more) do not differ by their own
            standard errors. Under the defaults, with the instance in every environment, S-LIME's is {At("S-LIME", 0)}, LIME's {At("LIME", 0)} and LINEX's {At("LINEX/rand", 0)}.
            Under the likely conventions S-LIME is the truest, {Likely("S-LIME", 0)} against LIME's {Likely("LIME", 0)}, and the game costs the rest, {Likely("LINEX/rand", 0)}: of a slope the equilibrium
            keeps no more than both environments agree on, and ten samples a flower leave them much to disagree on. The budget has hardly a part in it: from
            t = 0.3 to none the INFD stays the same but for 0.002 (table above).

            **Υ and CAC under the defaults.** With a constant, a slope on which the environments disagree is exactly 0, and a zero counts as
            positive in Υ: {At("LINEX/rand", 3)} against LIME's {At("LIME", 3)}. Without zeros the published order is there, {At("LINEX/rand", 4)} against {At("LIME", 4)}. CAC rewards slopes that
            look like the input; the trivial explainer, which echoes it, has {At("trivial", 5)}. It needs the missing constant: LINEX/rand goes from {At("LINEX/rand", 5)}
            to {Likely("LINEX/rand", 5)} without one, as LIME does, and ten splits cannot tell the two apart. No row of LIME, S-LIME or LINEX reaches its published CAC.

            **MAPLE.** Its own row does not come out: its coefficients are far more consistent here (CI {At("MAPLE", 2)} for 0.261, Υ {At("MAPLE", 3)} for 0.458) and less
            true to the model (INFD {At("MAPLE", 0)} for 0.009), with a constant and without. That leaves LINEX/mpl little room for a higher Υ, and its INFD is below MAPLE's, not above:
            {At("LINEX/mpl", 0)}, better than the published 0.013. What the paper's MAPLE was fitted to is not known.

            LIME's coefficients, too, are several times more consistent here than in the paper (CI {Likely("LIME", 2)} for 0.319 under the likely conventions); that is open.

            """;

        string At(string method, int metric) => Text(Of(options, numbers, Convention.Default, method).OverWidths(metric).Mean);

        string Likely(string method, int metric) => Text(Of(options, numbers, Convention.Likely, method).OverWidths(metric).Mean);
    }

    private static string Text(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    protected override string Protocol(StudyOptions options, Sample quality) =>
        $"""
        150 flowers, {Splits(options)} random 80/20 splits. A random forest of 100 trees names {quality.Mean:P1} of the test flowers right
        (published 93 %); its probability of setosa is explained for all 30 test flowers from {options.Samples ?? 10} samples and
        {options.Environments ?? 2} environments. 3 nearest test flowers count as neighbors.
        """;
}
