using TypedExplain.Decisions.Search;

namespace TypedExplain.Decisions.Starts;

/// <summary>The explanation of an instance as a part of a search, within half of what may still be asked.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class Guide<T>(IExplainer<T> explainer, IModelInfo<T> model, T instance)
    where T : IFeatureRecord<T>
{
    /// <summary>The explanation; null where there is none within the budget.</summary>
    public Explanation<T>? Explanation { get; private set; }

    /// <summary>The rows that the model is to be asked about.</summary>
    public IEnumerable<RowBatch<T>> Steps(Questions<T> questions, CancellationToken cancellation)
    {
        int most = questions.Left / 2;
        using Run<T, Explanation<T>> run = explainer.Begin(model, instance, cancellation);
        while (Next(run) is { } rows)
        {
            most -= rows.Count;
            if (most < 0)
                yield break;
            questions.Count(rows);
            yield return rows;
        }
    }

    private RowBatch<T>? Next(Run<T, Explanation<T>> run)
    {
        try
        {
            if (run.TryNext(out RowBatch<T>? rows))
                return rows;
            Explanation = run.Result;
        }
        catch (NoFitException)
        {
            // A guide that knows nothing leaves the search as it is.
        }

        return null;
    }
}
