namespace TypedExplain;

/// <summary>A record and the model's answer for it.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="Record">The record.</param>
/// <param name="Prediction">The model's answer.</param>
public readonly record struct ScoredRecord<T>(T Record, double Prediction)
    where T : IFeatureRecord<T>;
