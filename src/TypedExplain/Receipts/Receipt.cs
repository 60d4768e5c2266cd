using TypedExplain.Receipts.Statements;

namespace TypedExplain;

/// <summary>Makes receipts of results.</summary>
/// <remarks>
/// Each asks the model about the instance once, so that a receipt never names a model that did not give the answer; where the result
/// holds no answer it is taken at its word. The model may have several outputs: the result names its own.
/// </remarks>
public static class Receipt
{
    /// <summary>A receipt of an explanation.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="explanation">The explanation.</param>
    /// <param name="model">The model that was explained.</param>
    /// <param name="background">The background that the explainer had, to be compared with the one that it tells of; null where it is not to be compared.</param>
    /// <param name="content">How much of the instance the receipt holds.</param>
    /// <exception cref="InvalidModelException">The model answers otherwise than the explanation says, or each time otherwise.</exception>
    /// <exception cref="InvalidOptionException">The background is not one that the explainer had.</exception>
    public static Receipt<T> Of<T>(Explanation<T> explanation, IModel<T> model, WeightedRows<T>? background = null, ReceiptContent content = ReceiptContent.Whole)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return Receipt<T>.Of(ReplayableResult<T>.Of(explanation), model, background, content);
    }

    /// <summary>A receipt of SHAP values.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="values">The values.</param>
    /// <param name="model">The model that was explained.</param>
    /// <param name="background">The background that the explainer had, to be compared with the one that it tells of; null where it is not to be compared.</param>
    /// <param name="content">How much of the instance the receipt holds.</param>
    /// <exception cref="InvalidModelException">The model answers otherwise than the values say, or each time otherwise.</exception>
    /// <exception cref="InvalidOptionException">The background is not one that the explainer had.</exception>
    public static Receipt<T> Of<T>(ShapValues<T> values, IModel<T> model, WeightedRows<T>? background = null, ReceiptContent content = ReceiptContent.Whole)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(values);
        return Receipt<T>.Of(ReplayableResult<T>.Of(values), model, background, content);
    }

    /// <summary>A receipt of what became of an explanation that was held to a standard, of a refusal too.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="outcome">What a certifier gave.</param>
    /// <param name="model">The model that was explained; one output where it is a refusal.</param>
    /// <param name="background">The background that the explainer had, to be compared with the one that it tells of; null where it is not to be compared.</param>
    /// <param name="content">How much of the instance the receipt holds.</param>
    /// <exception cref="InvalidModelException">The model answers otherwise than the explanation says, or each time otherwise.</exception>
    /// <exception cref="InvalidOptionException">The background is not one that the explainer had, or the outcome was read from JSON.</exception>
    public static Receipt<T> Of<T>(Outcome<T> outcome, IModel<T> model, WeightedRows<T>? background = null, ReceiptContent content = ReceiptContent.Whole)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return Receipt<T>.Of(ReplayableResult<T>.Of(outcome), model, background, content);
    }

    /// <summary>A receipt of what several methods say.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="consensus">What they say.</param>
    /// <param name="model">The model that was explained.</param>
    /// <param name="background">The background that the explainers had, to be compared with the one that they tell of; null where it is not to be compared.</param>
    /// <param name="content">How much of the instance the receipt holds.</param>
    /// <exception cref="InvalidModelException">The model answers otherwise than the explanations say, or each time otherwise.</exception>
    /// <exception cref="InvalidOptionException">The background is not one that the explainers had.</exception>
    public static Receipt<T> Of<T>(ConsensusExplanation<T> consensus, IModel<T> model, WeightedRows<T>? background = null, ReceiptContent content = ReceiptContent.Whole)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(consensus);
        return Receipt<T>.Of(ReplayableResult<T>.Of(consensus), model, background, content);
    }
}
