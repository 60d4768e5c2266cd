using System.Runtime.ExceptionServices;

namespace TypedExplain.Explainers.Certified;

/// <summary>An explanation from so many samples, that may fail: what it asks about is answered from memory as far as it is known.</summary>
internal sealed class Enlargement<T>(Run<T, Explanation<T>> run, RememberedAnswers<T> remembered) : IDisposable
    where T : IFeatureRecord<T>
{
    private RowBatch<T>? _wanted;
    private RowBatch<T>? _asked;

    /// <summary>The explanation; null where there is none yet, or it failed.</summary>
    public Explanation<T>? Explanation { get; private set; }

    /// <summary>Why there is none: no fit exists, or the model failed.</summary>
    public TypedExplainException? Error { get; private set; }

    /// <summary>Whether what it asks about does not fit into what is left of the budget.</summary>
    public bool IsBeyondBudget => Error is RememberedAnswers<T>.BudgetSpentException;

    /// <summary>What the model is to be asked about next; null where the attempt has ended.</summary>
    public RowBatch<T>? TryNext()
    {
        try
        {
            do
            {
                if (_wanted is not null)
                    remembered.Answer(_wanted, _asked);
                if (!run.TryNext(out _wanted))
                {
                    Explanation = run.Result;
                    return null;
                }

                _asked = remembered.New(_wanted);
            }
            while (_asked is null);

            return _asked;
        }
        catch (TypedExplainException error) when (error is NoFitException or InvalidModelException or RemoteModelException or BudgetExhaustedException or RememberedAnswers<T>.BudgetSpentException)
        {
            Error = error;
            return null;
        }
    }

    /// <summary>Throws the error.</summary>
    public void Throw() => ExceptionDispatchInfo.Throw(Error!);

    public void Dispose() => run.Dispose();
}
