using TypedExplain.Batch.Columns;

namespace TypedExplain.Batch.Questions;

/// <summary>The effects of the features.</summary>
internal sealed class EffectsQuestion<T>(IExplainer<T> explainer) : ResultQuestion<T, Explanation<T>>
    where T : IFeatureRecord<T>
{
    public override string Name => "effects";

    internal override Description By => explainer.Describe();

    internal override bool HasSummary => true;

    internal override IEnumerable<ResultColumn> Columns(FeatureColumns<T> features) => ExplanationCells.Columns(features);

    public override (string Outcome, string? Reason) Told(Explanation<T> result) => ("explained", null);

    public override void Write(Explanation<T> result, ResultRows rows, FeatureColumns<T> features) => ExplanationCells.Write(result, rows, features);

    public override void Add(RowOutcome<Explanation<T>> outcome, PortfolioSummary<T> summary) => summary.Add(outcome);

    public override Receipt<T> ReceiptOf(Explanation<T> result, IModel<T> model, ReceiptContent content) => Receipt.Of(result, model, content: content);

    private protected override RowOutcomes<Explanation<T>> AskMany(IModel<T> model, IReadOnlyList<T> records, AskOptions options, CancellationToken cancellation) =>
        explainer.ExplainMany(model, records, options.Threads, options.Progress, options.Together, cancellation);
}
