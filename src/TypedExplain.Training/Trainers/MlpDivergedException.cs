using System.Globalization;

namespace TypedExplain.Training;

/// <summary>A loss or a gradient became NaN or infinite in the training of a perceptron.</summary>
/// <typeparam name="T">The record that the model was trained on.</typeparam>
public sealed class MlpDivergedException<T> : TrainingDivergedException
    where T : IFeatureRecord<T>
{
    internal MlpDivergedException(int epoch, int step, string where, double learningRate, Mlp<T>? lastGood)
        : base(epoch, step, where, lastGood is not null, string.Create(CultureInfo.InvariantCulture, $"LearningRate, which is {learningRate}, or the weights of the regularizers")) => LastGood = lastGood;

    /// <summary>The model of the best epoch before; null where none was completed.</summary>
    public Mlp<T>? LastGood { get; }
}
