namespace TypedExplain.Training;

/// <summary>Why training ended.</summary>
public enum TrainingStatus
{
    /// <summary>Validation had not become better for long enough.</summary>
    StoppedEarly,

    /// <summary>The most epochs were reached.</summary>
    ReachedMaxEpochs,

    /// <summary>The cancellation was asked for; the model is the best so far.</summary>
    Canceled,
}
