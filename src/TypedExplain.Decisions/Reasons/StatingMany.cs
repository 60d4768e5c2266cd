namespace TypedExplain.Decisions.Reasons;

/// <summary>Makes the statements of one model for many applicants.</summary>
/// <param name="options">How reasons are found.</param>
/// <param name="model">The model.</param>
internal sealed class StatingMany<T>(PrincipalReasons<T> options, IModel<T> model)
    where T : IFeatureRecord<T>
{
    /// <summary>The statements for many, in parallel and in their order.</summary>
    public RowOutcomes<ReasonStatement<T>> Of(IReadOnlyList<T> applicants, int? threads, CancellationToken cancellation)
    {
        options.Check();
        model.RequireOneOutput();

        // Once, and not by several threads at the same time; an error of it is everyone's.
        _ = options.Reference.Of(model, options.Favorable, cancellation);
        var outcomes = new RowOutcome<ReasonStatement<T>>[applicants.Count];
        Parallel.For(0, applicants.Count, new ParallelOptions { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount }, row => outcomes[row] = Outcome(row, applicants[row], cancellation));
        return new(outcomes, cancellation);
    }

    private RowOutcome<ReasonStatement<T>> Outcome(int row, T applicant, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return new NotReached<ReasonStatement<T>>(row);
        try
        {
            return new Explained<ReasonStatement<T>>(row, options.State(model, applicant, cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new NotReached<ReasonStatement<T>>(row);
        }
        catch (Exception error)
        {
            return new Failed<ReasonStatement<T>>(row, Described(applicant), error);
        }
    }

    private static string Described(T applicant)
    {
        double[] columns = new double[T.Schema.Columns];
        try
        {
            T.Schema.Encode(applicant, columns);
            return T.Schema.Describe(columns);
        }
        catch (Exception)
        {
            return "";
        }
    }
}
