using TypedExplain.Decisions.Receipts;
using TypedExplain.Receipts.Replays;

namespace TypedExplain.Decisions;

/// <summary>Reads and replays receipts of principal reasons and of recourse.</summary>
public static class DecisionReplays
{
    /// <summary>Makes a statement of principal reasons again and compares every bit. That the options are those of the receipt is looked at.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="receipt">The receipt.</param>
    /// <param name="model">The model; of several outputs the one that decided is taken.</param>
    /// <param name="reasons">What made the statement, with its reference and its rules.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public static ReplayOutcome Replay<T>(this Receipt<T> receipt, IModel<T> model, PrincipalReasons<T> reasons, CancellationToken cancellation = default)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(reasons);
        return receipt.ReplayBy(model, new ResultMaker<T>(DecisionForms.Reasons, reasons, DecisionForms.OfReasons, reasons.State) { Untold = reasons.Untold }, cancellation);
    }

    /// <summary>Searches for recourse again and compares every bit. That the options are those of the receipt is looked at.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="receipt">The receipt.</param>
    /// <param name="model">The model; of several outputs the one that was asked is taken.</param>
    /// <param name="recourse">What found the outcome, with its examples and its costs.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public static ReplayOutcome Replay<T>(this Receipt<T> receipt, IModel<T> model, Recourse<T> recourse, CancellationToken cancellation = default)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(recourse);

        // The instance after an action is the one before it with the changes, which name their features and are masked where they are protected.
        ResultMaker<T> maker = new(DecisionForms.Recourse, recourse, DecisionForms.OfRecourse, recourse.Find) { Repeated = "after", Untold = recourse.Untold };
        return receipt.ReplayBy(model, maker, cancellation);
    }

    /// <summary>The statement that a receipt holds; null where it is of something else, or holds the person by a SHA-256 only.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="receipt">The receipt.</param>
    /// <exception cref="InvalidJsonException">What stands in the receipt is no statement: it was made so before it was hashed.</exception>
    public static ReasonStatement<T>? ReadReasons<T>(this Receipt<T> receipt)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return receipt.Form == DecisionForms.Reasons ? receipt.Result is ReasonStatement<T> or null ? (ReasonStatement<T>?)receipt.Result : ReasonStatement<T>.FromJson(receipt.Result.ToJson()) : null;
    }

    /// <summary>The outcome of a search for recourse that a receipt holds; null where it is of something else, or holds the instance by a SHA-256 only.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="receipt">The receipt.</param>
    /// <exception cref="InvalidJsonException">What stands in the receipt is no outcome: it was made so before it was hashed.</exception>
    public static RecourseOutcome<T>? ReadRecourse<T>(this Receipt<T> receipt)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return receipt.Form == DecisionForms.Recourse ? receipt.Result is RecourseOutcome<T> or null ? (RecourseOutcome<T>?)receipt.Result : RecourseOutcome<T>.FromJson(receipt.Result.ToJson()) : null;
    }
}
