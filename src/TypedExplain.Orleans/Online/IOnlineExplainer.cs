namespace TypedExplain.Orleans.Online;

/// <summary>A model and an explainer of a silo, whatever their record is.</summary>
internal interface IOnlineExplainer
{
    /// <summary>Explains a record that is JSON, when it is its turn.</summary>
    /// <exception cref="ExplanationGrainException">It cannot.</exception>
    Task<string> ExplainAsync(string recordJson);
}
