using TypedExplain.Batch.Columns;

namespace TypedExplain.Batch.Questions;

/// <summary>What became of some records.</summary>
internal interface IBatchAnswers<T>
    where T : IFeatureRecord<T>
{
    /// <summary>How many there are.</summary>
    int Count { get; }

    /// <summary>Whether the work was ended before all of them were done.</summary>
    bool IsCutShort { get; }

    /// <summary>An error that is the moment's and not a record's; null where there is none.</summary>
    Exception? Transient { get; }

    /// <summary>What became of a record in a word, and why where it has no answer.</summary>
    (string Outcome, string? Reason) Told(int index);

    /// <summary>Whether a record has no answer that was asked for.</summary>
    bool IsRefused(int index);

    /// <summary>Writes the cells of an answer; none where there is no answer.</summary>
    void Write(int index, ResultRows rows, FeatureColumns<T> features);

    /// <summary>Receipts of the answers, made in parallel; null for a record that has no answer.</summary>
    Receipt<T>?[] Receipts(IModel<T> model, ReceiptContent content, int? threads, CancellationToken cancellation);

    /// <summary>Takes an answer into a summary.</summary>
    void Add(int index, PortfolioSummary<T> summary);
}
