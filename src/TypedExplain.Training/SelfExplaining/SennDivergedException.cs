using System.Globalization;

namespace TypedExplain.Training;

/// <summary>A loss or a gradient became NaN or infinite in the training of a self-explaining network.</summary>
/// <typeparam name="T">The record that the model was trained on.</typeparam>
public sealed class SennDivergedException<T> : TrainingDivergedException
    where T : IFeatureRecord<T>
{
    internal SennDivergedException(int epoch, int step, string where, SennTrainer<T> trainer, Senn<T>? lastGood)
        : base(epoch, step, where, lastGood is not null, string.Create(CultureInfo.InvariantCulture, $"LearningRate, which is {trainer.LearningRate}, or Robustness, which is {trainer.Robustness}")) => LastGood = lastGood;

    /// <summary>The model of the best epoch before, or of the last where that is kept; null where none was completed.</summary>
    public Senn<T>? LastGood { get; }
}
