using TypedExplain.Numerics;

namespace TypedExplain.Global.Work;

/// <summary>Asks a model questions in batches of bounded size, and says how far it is.</summary>
/// <param name="model">What is known of the model.</param>
/// <param name="background">The rows that questions are made of.</param>
/// <param name="progress">Who wants to know; null for nobody.</param>
/// <param name="total">How many rows there are in all.</param>
/// <param name="cancellation">Ends the work early.</param>
internal sealed class Asking<T>(IModelInfo<T> model, Dataset<T> background, IProgress<GlobalProgress>? progress, long total, CancellationToken cancellation)
    where T : IFeatureRecord<T>
{
    private const int MostRows = 2048, LeastRows = 16, MostNumbers = 1 << 21;

    private long _asked;

    /// <summary>The most rows of a batch: fewer where they are wide.</summary>
    public static int BatchRows => Math.Clamp(MostNumbers / Math.Max(1, T.Schema.Columns), LeastRows, MostRows);

    /// <summary>How many batches so many questions need.</summary>
    public static long BatchesOf(long questions) => (questions + BatchRows - 1) / BatchRows;

    /// <summary>Asks all questions; each is answered before the next batch is made.</summary>
    public IEnumerable<RowBatch<T>> Ask(IQuestions questions)
    {
        int most = (int)Math.Min(questions.Count, BatchRows), columns = T.Schema.Columns;
        using Pooled values = Pooled.Unset(most * columns), scores = Pooled.Unset(most);
        for (long first = 0; first < questions.Count; first += most)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = (int)Math.Min(most, questions.Count - first);
            (int Row, bool IsGiven)[] rows = new (int, bool)[count];
            for (int i = 0; i < count; i++)
                rows[i] = questions.Write(first + i, values.Span.Slice(i * columns, columns));
            RowBatch<T> batch = new(model, values.Memory[..(count * columns)], new ChangedRecords<T>(background, rows, count), scores.Memory[..count]);
            yield return batch;
            ReadOnlySpan<double> answers = batch.Scores;
            for (int i = 0; i < count; i++)
                questions.Take(first + i, answers[i]);
            _asked += count;
            progress?.Report(new(_asked, total));
        }

        cancellation.ThrowIfCancellationRequested();
    }
}
