namespace TypedExplain.Models.Runs;

/// <summary>What a model answers with, as telemetry names it.</summary>
internal static class TracedKind
{
    /// <summary>The kind of the only output; null for several, and where the model does not say.</summary>
    public static string? Of<T>(IModelInfo<T> model)
        where T : IFeatureRecord<T>
    {
        try
        {
            return model.Outputs.Length != 1 ? null : model.KindOf(0) switch
            {
                { IsProbability: true } => "probability",
                { Unit: not null } => "amount",
                OutputKind kind => kind == OutputKind.LogOdds ? "log_odds" : "score",
            };
        }
        catch (Exception)
        {
            // The model is the user's own, and who listens may not make an explanation fail.
            return null;
        }
    }
}
