using TypedExplain.Batch.Columns;

namespace TypedExplain.Batch.Questions;

/// <summary>What each feature adds to the answer.</summary>
internal sealed class ContributionsQuestion<T>(IShapExplainer<T> explainer) : ResultQuestion<T, ShapValues<T>>
    where T : IFeatureRecord<T>
{
    public override string Name => "contributions";

    internal override Description By => explainer.Describe();

    internal override bool HasSummary => true;

    /// <summary>Whether values are read off trees, which has no error.</summary>
    private bool IsExact => explainer is TreeShap<T>;

    internal override IEnumerable<ResultColumn> Columns(FeatureColumns<T> features) =>
    [
        new("score", ResultColumnKind.Number, "what the model answers for the record, on the scale of the contributions") { Unit = "output" },
        new("base", ResultColumnKind.Number, "the answer to which contributions are added") { Unit = "output" },
        .. features.Of("contribution", static feature => $"what {feature.Name} adds to the answer", static _ => "output"),
        .. IsExact ? [] : features.Of("standard_error", static feature => $"standard error of what {feature.Name} adds; empty where it is exact", static _ => "output"),
        new("queries", ResultColumnKind.Count, "how many rows the model was asked about"),
        new("caveats", ResultColumnKind.Text, "reasons not to rely on the answer, with commas between; empty where there is none"),
    ];

    public override (string Outcome, string? Reason) Told(ShapValues<T> result) => ("explained", null);

    public override void Write(ShapValues<T> result, ResultRows rows, FeatureColumns<T> features)
    {
        rows.Add(result.Prediction);
        rows.Add(result.BaseValue);
        features.Write(rows, result.Contributions);
        if (!IsExact)
            features.Write(rows, result.StandardErrors);
        rows.Add((long?)result.Queries);
        rows.Add(CaveatCell.Of(result.Caveats));
    }

    public override void Add(RowOutcome<ShapValues<T>> outcome, PortfolioSummary<T> summary) => summary.Add(outcome);

    public override Receipt<T> ReceiptOf(ShapValues<T> result, IModel<T> model, ReceiptContent content) => Receipt.Of(result, model, content: content);

    private protected override RowOutcomes<ShapValues<T>> AskMany(IModel<T> model, IReadOnlyList<T> records, AskOptions options, CancellationToken cancellation) =>
        explainer.ValuesMany(model, records, options.Threads, options.Progress, options.Together, cancellation);
}
