namespace TypedExplain;

/// <summary>How far an answer is from what it should be.</summary>
public enum LossFunction
{
    /// <summary>The square of the difference.</summary>
    SquaredError,

    /// <summary>The magnitude of the difference.</summary>
    AbsoluteError,

    /// <summary>−log of the probability of what is the case; of a model that answers with a probability or with log odds.</summary>
    LogLoss,

    /// <summary>1 where the class with more than half of the probability is not the case, else 0.</summary>
    ZeroOne,
}
