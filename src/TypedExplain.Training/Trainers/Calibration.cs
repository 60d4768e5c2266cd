namespace TypedExplain.Training;

/// <summary>From what λ of a relative weight is taken, before training begins.</summary>
public enum Calibration
{
    /// <summary>The data loss over all validation rows, R at a tenth of them: what the authors' code does.</summary>
    ValidationRows,

    /// <summary>Both over the first minibatch: what their paper says.</summary>
    Minibatch,
}
