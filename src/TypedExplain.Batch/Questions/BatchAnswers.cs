using TypedExplain.Batch.Columns;
using TypedExplain.Batch.Faults;

namespace TypedExplain.Batch.Questions;

/// <summary>What became of some records, by the question that was asked.</summary>
internal sealed class BatchAnswers<T, TResult>(ResultQuestion<T, TResult> question, RowOutcomes<TResult> outcomes) : IBatchAnswers<T>
    where T : IFeatureRecord<T>
    where TResult : class
{
    private const string FailedWord = "failed";

    public int Count => outcomes.Count;

    public bool IsCutShort => outcomes.NotReached > 0;

    public Exception? Transient => outcomes.Failed.Select(failed => failed.Error).FirstOrDefault(TransientErrors.Is);

    public (string Outcome, string? Reason) Told(int index) => outcomes[index] switch
    {
        Explained<TResult> explained => question.Told(explained.Result),
        Failed<TResult> failed => (FailedWord, failed.Error.Message),
        _ => throw new InvalidOperationException("A record was not reached."),
    };

    public bool IsRefused(int index) => outcomes[index] is not Explained<TResult> explained || question.Told(explained.Result).Reason is not null;

    public void Write(int index, ResultRows rows, FeatureColumns<T> features)
    {
        if (outcomes[index] is Explained<TResult> explained)
            question.Write(explained.Result, rows, features);
    }

    public Receipt<T>?[] Receipts(IModel<T> model, ReceiptContent content, int? threads, CancellationToken cancellation) => ExplainManyExtensions.Each(
        (IReadOnlyList<RowOutcome<TResult>>)outcomes,
        outcome => outcome is Explained<TResult> explained ? question.ReceiptOf(explained.Result, model, content) : null,
        threads,
        cancellation);

    public void Add(int index, PortfolioSummary<T> summary) => question.Add(outcomes[index], summary);
}
