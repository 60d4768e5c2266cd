using TypedExplain.Batch.Columns;

namespace TypedExplain.Batch.Questions;

/// <summary>A question by what answers it.</summary>
internal abstract class ResultQuestion<T, TResult> : BatchQuestion<T>
    where T : IFeatureRecord<T>
    where TResult : class
{
    /// <summary>What a result is in a word, and why where it is not what was asked for.</summary>
    public abstract (string Outcome, string? Reason) Told(TResult result);

    /// <summary>Writes the cells of a result, in the order of the columns.</summary>
    public abstract void Write(TResult result, ResultRows rows, FeatureColumns<T> features);

    /// <summary>A receipt of a result.</summary>
    public abstract Receipt<T> ReceiptOf(TResult result, IModel<T> model, ReceiptContent content);

    /// <summary>Takes a result into a summary.</summary>
    public virtual void Add(RowOutcome<TResult> outcome, PortfolioSummary<T> summary) => throw new InvalidOperationException("There is no summary of this question.");

    internal override IBatchAnswers<T> Ask(IModel<T> model, IReadOnlyList<T> records, AskOptions options, CancellationToken cancellation) =>
        new BatchAnswers<T, TResult>(this, AskMany(model, records, options, cancellation));

    private protected abstract RowOutcomes<TResult> AskMany(IModel<T> model, IReadOnlyList<T> records, AskOptions options, CancellationToken cancellation);
}
