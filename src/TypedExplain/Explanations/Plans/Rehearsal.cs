namespace TypedExplain.Explanations.Plans;

/// <summary>Runs that are answered with made-up numbers instead of a model's: to see what they need besides.</summary>
internal static class Rehearsal
{
    private const double Lowest = 0.25, Width = 0.5;

    /// <summary>Goes through a run, as far as it comes with such answers.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <param name="answer">The answer for a row, where not any will do.</param>
    public static void Play<T, TResult>(Run<T, TResult> run, CancellationToken cancellation, Func<ReadOnlySpan<double>, double?>? answer = null)
        where T : IFeatureRecord<T>
        where TResult : class
    {
        using (run)
        {
            try
            {
                while (run.TryNext(out RowBatch<T>? rows))
                {
                    cancellation.ThrowIfCancellationRequested();
                    double[] scores = new double[rows.Count];
                    for (int row = 0; row < scores.Length; row++)
                        scores[row] = (T.Schema.Columns == 0 ? null : answer?.Invoke(rows.Rows[row])) ?? Made(rows.Rows, row);
                    rows.Answer(scores);
                }
            }
            catch (NoFitException)
            {
                // Made-up answers need not be explainable; what it takes to find that out has been seen.
            }
        }
    }

    /// <summary>A number that could be a probability, and that depends on the row and its place.</summary>
    private static double Made<T>(EncodedRows<T> rows, int row)
        where T : IFeatureRecord<T>
    {
        RandomStream stream = new(row, "rehearsal");
        return Lowest + (Width * (T.Schema.Columns == 0 ? stream : stream.For(rows[row])).Uniform(0));
    }
}
