using TypedExplain.Json;

namespace TypedExplain.Receipts.Statements;

/// <summary>A result with what it takes to make it again.</summary>
/// <param name="Result">The result.</param>
/// <param name="Form">What kind of result it is; see <see cref="ResultForm"/>.</param>
/// <param name="By">What made it, with its options.</param>
/// <param name="Instance">What was explained.</param>
/// <param name="Output">The output of the model; null where the result names none.</param>
/// <param name="Answer">What the model answered for the instance; null where the result does not say.</param>
internal sealed record ReplayableResult<T>(IJsonResult Result, string Form, Description By, T Instance, string? Output, double? Answer)
    where T : IFeatureRecord<T>
{
    /// <summary>What is told of it where the instance is not held.</summary>
    public Told Told { get; init; } = WithoutInstance.OwnResults;

    public static ReplayableResult<T> Of(Explanation<T> explanation) =>
        new(explanation, ResultForm.Explanation, explanation.Explainer.Describe(), explanation.Instance, explanation.Output, explanation.Prediction);

    public static ReplayableResult<T> Of(ShapValues<T> values) =>
        new(values, ResultForm.ShapValues, values.Explainer.Describe(), values.Instance, values.ModelOutput ?? values.Output, values.Answer ?? values.Prediction);

    public static ReplayableResult<T> Of(ConsensusExplanation<T> consensus)
    {
        Description by = Description.OfLibrary(nameof(Consensus<>)).With("explainers", consensus.Explanations.Select(explanation => explanation.Explainer.Describe()));
        Explanation<T> first = consensus.Explanations[0];
        return new(consensus, ResultForm.Consensus, by, first.Instance, first.Output, first.Prediction);
    }

    public static ReplayableResult<T> Of(Outcome<T> outcome)
    {
        (IDescribed by, T instance) = outcome.Origin ?? throw new InvalidOptionException("The outcome was read from JSON, which has neither the certifier nor, of a refusal, the instance. Make the receipt of an outcome that a certifier gave.");
        Explanation<T>? explanation = outcome switch
        {
            Certified<T> certified => certified.Explanation,
            BestEffort<T> best => best.Explanation,
            _ => null,
        };
        return new(outcome, ResultForm.Outcome, by.Describe(), instance, explanation?.Output, explanation?.Prediction);
    }

    /// <summary>The result as canonical JSON.</summary>
    public byte[] ToUtf8() => JsonText.Utf8(Result.ToJson(), "The result");
}
