using TypedExplain.Batch.Columns;

namespace TypedExplain.Batch.Questions;

/// <summary>The effects of the features, held to a standard.</summary>
internal sealed class OutcomesQuestion<T>(Certifier<T> certifier) : ResultQuestion<T, Outcome<T>>
    where T : IFeatureRecord<T>
{
    public override string Name => "outcomes";

    internal override Description By => ((IDescribed)certifier).Describe();

    internal override bool HasSummary => true;

    internal override IEnumerable<ResultColumn> Columns(FeatureColumns<T> features) => ExplanationCells.Columns(features);

    public override (string Outcome, string? Reason) Told(Outcome<T> result) => result switch
    {
        Certified<T> => ("certified", null),
        BestEffort<T> best => ("best effort", string.Join("; ", best.Missed)),
        Refused<T> refused => ("refused", refused.Reason),
        _ => throw new InvalidOperationException("There is no other outcome."),
    };

    public override void Write(Outcome<T> result, ResultRows rows, FeatureColumns<T> features)
    {
        Explanation<T>? explanation = (result as Certified<T>)?.Explanation ?? (result as BestEffort<T>)?.Explanation;
        if (explanation is not null)
            ExplanationCells.Write(explanation, rows, features);
    }

    public override void Add(RowOutcome<Outcome<T>> outcome, PortfolioSummary<T> summary)
    {
        if (outcome is Explained<Outcome<T>> explained)
            summary.Add(explained.Result);
        else
            summary.AddFailed();
    }

    public override Receipt<T> ReceiptOf(Outcome<T> result, IModel<T> model, ReceiptContent content) => Receipt.Of(result, model, content: content);

    private protected override RowOutcomes<Outcome<T>> AskMany(IModel<T> model, IReadOnlyList<T> records, AskOptions options, CancellationToken cancellation) =>
        ExplainManyExtensions.Finish(instance => certifier.Begin(model, instance, cancellation), model, records, options.Threads, options.Progress, options.Together, cancellation);
}
