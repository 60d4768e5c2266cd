namespace TypedExplain.Orleans;

/// <summary>Explains records online, on the silo that is nearest. Its key is the name by which the silos registered a model and an explainer.</summary>
[Alias("TypedExplain.IExplanationGrain")]
public interface IExplanationGrain : IGrainWithStringKey
{
    /// <summary>Explains a record.</summary>
    /// <param name="recordJson">The record as JSON, by the names of its features.</param>
    /// <returns>The explanation as JSON, the same to the bit as the library's.</returns>
    /// <exception cref="ExplanationGrainException">What the fault says: it is no record, the model failed, too many wait.</exception>
    [Alias("Explain")]
    Task<string> ExplainAsync(string recordJson);
}
