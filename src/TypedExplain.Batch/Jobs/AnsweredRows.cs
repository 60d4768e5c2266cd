using TypedExplain.Batch.Questions;

namespace TypedExplain.Batch.Jobs;

/// <summary>Some rows with their results.</summary>
/// <param name="Source">The rows.</param>
/// <param name="Results">Their results, one per record.</param>
/// <param name="Refused">How many have no answer that was asked for.</param>
/// <param name="Add">Takes the answer of a record into a summary.</param>
internal sealed record AnsweredRows<T>(SourceRows<T> Source, ResultRows Results, long Refused, Action<int, PortfolioSummary<T>> Add)
    where T : IFeatureRecord<T>
{
    /// <summary>Receipts of the answers; null where none are kept.</summary>
    public Receipt<T>?[]? Receipts { get; init; }

    /// <summary>Rows of which every record was asked about.</summary>
    public static AnsweredRows<T> Of(SourceRows<T> rows, IBatchAnswers<T> answers, ResultRows results, Receipt<T>?[]? receipts) =>
        new(rows, results, Enumerable.Range(0, answers.Count).LongCount(answers.IsRefused), answers.Add) { Receipts = receipts };
}
