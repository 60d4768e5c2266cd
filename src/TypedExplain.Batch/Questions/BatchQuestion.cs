using TypedExplain.Batch.Columns;
using TypedExplain.Batch.Questions;

namespace TypedExplain.Batch;

/// <summary>What a job asks about every record: made by <see cref="BatchQuestion"/>.</summary>
/// <typeparam name="T">The record.</typeparam>
public abstract class BatchQuestion<T>
    where T : IFeatureRecord<T>
{
    private protected BatchQuestion()
    {
    }

    /// <summary>What is asked, in a word: effects, outcomes, contributions, reasons or recourse.</summary>
    public abstract string Name { get; }

    /// <summary>What answers, with its options.</summary>
    internal abstract Description By { get; }

    /// <summary>Whether answers can be put together in a <see cref="PortfolioSummary{T}"/>.</summary>
    internal virtual bool HasSummary => false;

    /// <summary>The columns of its answers, behind those that say which row it is and what became of it.</summary>
    internal abstract IEnumerable<ResultColumn> Columns(FeatureColumns<T> features);

    /// <summary>Answers about some records, in parallel.</summary>
    internal abstract IBatchAnswers<T> Ask(IModel<T> model, IReadOnlyList<T> records, AskOptions options, CancellationToken cancellation);
}
