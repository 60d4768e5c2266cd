using System.Globalization;

namespace TypedExplain.Training;

/// <summary>A loss or a gradient became NaN or infinite in the training of an image network.</summary>
public sealed class ImageDivergedException : TrainingDivergedException
{
    internal ImageDivergedException(int epoch, int step, string where, ImageTrainer trainer, ImageClassifier? lastGood)
        : base(epoch, step, where, lastGood is not null, string.Create(CultureInfo.InvariantCulture, $"LearningRate, which is {trainer.LearningRate}, or Stability, which is {trainer.Stability}")) => LastGood = lastGood;

    /// <summary>The network after the last whole epoch before; null where none was completed.</summary>
    public ImageClassifier? LastGood { get; }
}
