using System.Globalization;

namespace TypedExplain;

/// <summary>A loss or a gradient became NaN or infinite in training.</summary>
/// <typeparam name="T">The record that the model was trained on.</typeparam>
public sealed class TrainingDivergedException<T> : TypedExplainException
    where T : IFeatureRecord<T>
{
    internal TrainingDivergedException(int epoch, int step, string where, double learningRate, Mlp<T>? lastGood)
        : base(string.Create(CultureInfo.InvariantCulture, $"Training diverged in epoch {epoch}, step {step}: {where} became NaN or infinite. {(lastGood is null ? "No epoch was completed." : "LastGood has the model of the best epoch before.")} Lower LearningRate, which is {learningRate}, or the weights of the regularizers."))
    {
        Epoch = epoch;
        Step = step;
        Where = where;
        LastGood = lastGood;
    }

    /// <summary>The epoch in which it began, from 1.</summary>
    public int Epoch { get; }

    /// <summary>The step of that epoch, from 1.</summary>
    public int Step { get; }

    /// <summary>The layer where it began, or what else it was.</summary>
    public string Where { get; }

    /// <summary>The model of the best epoch before; null where none was completed.</summary>
    public Mlp<T>? LastGood { get; }
}
