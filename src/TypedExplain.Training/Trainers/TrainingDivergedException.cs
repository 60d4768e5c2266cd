using System.Globalization;

namespace TypedExplain.Training;

/// <summary>A loss or a gradient became NaN or infinite in training. What each trainer throws also has the last good model.</summary>
public abstract class TrainingDivergedException : TypedExplainException
{
    private protected TrainingDivergedException(int epoch, int step, string where, bool hasLastGood, string lower)
        : base(string.Create(CultureInfo.InvariantCulture, $"Training diverged in epoch {epoch}, step {step}: {where} became NaN or infinite. {(hasLastGood ? "LastGood has the model of the best epoch before." : "No epoch was completed.")} Lower {lower}."))
    {
        Epoch = epoch;
        Step = step;
        Where = where;
    }

    /// <summary>The epoch in which it began, from 1.</summary>
    public int Epoch { get; }

    /// <summary>The step of that epoch, from 1.</summary>
    public int Step { get; }

    /// <summary>The layer where it began, or what else it was.</summary>
    public string Where { get; }
}
