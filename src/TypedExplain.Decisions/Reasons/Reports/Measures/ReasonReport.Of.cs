using TypedExplain.Decisions.Reasons.Reports.Measures;

namespace TypedExplain.Decisions;

public sealed partial class ReasonReport<T>
{
    /// <summary>Makes the report on people that a model decides about; the same bits for any number of threads.</summary>
    /// <param name="reasons">How principal reasons are found.</param>
    /// <param name="model">A model with one output.</param>
    /// <param name="people">The people, of whatever decision; those with a favorable one are only counted.</param>
    /// <param name="options">What else is looked at; null for the defaults.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="InvalidDatasetException">There are no people, or none in the reference.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    /// <exception cref="TypedExplainException">A person cannot be explained: the first such error.</exception>
    public static ReasonReport<T> Of(PrincipalReasons<T> reasons, IModel<T> model, IReadOnlyList<T> people, ReasonReportOptions<T>? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reasons);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(people);
        options ??= new();
        options.Check();
        if (people.Count == 0)
            throw new InvalidDatasetException($"A report on reasons of {T.Schema.Name} has no people; it needs at least 1.");
        return new Reporting<T>(reasons, model, people, options, cancellation).Report();
    }
}
