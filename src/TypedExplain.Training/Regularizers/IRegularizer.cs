namespace TypedExplain.Training;

/// <summary>
/// A loss that training adds to that of the data. It draws rows around points of the training data, takes the model's
/// answers for them and gives the loss with its gradient; how the model answers and how it goes down the gradient is the
/// trainer's own affair. So it serves any trainer, not <see cref="ExpoTrainer{T}"/> alone.
/// </summary>
/// <remarks>
/// For each point x of a minibatch: draw <see cref="RowsPerPoint"/> rows with <see cref="Sample"/>, ask the model about
/// them, pass its answers to <see cref="Loss"/>, and carry λ/points times the gradient back through the model.
/// An implementation must be safe to share between threads, and a function of its arguments only.
/// </remarks>
/// <typeparam name="T">The record that the model is trained on.</typeparam>
public interface IRegularizer<T>
    where T : IFeatureRecord<T>
{
    /// <summary>The name of the regularizer, as its paper has it.</summary>
    string Name { get; }

    /// <summary>How much it counts; 0 or more.</summary>
    double Weight { get; }

    /// <summary>What the weight is measured in.</summary>
    RegularizerScale Scale { get; }

    /// <summary>How many rows it asks about around each point; 0 where it looks at the weights of the model only.</summary>
    int RowsPerPoint { get; }

    /// <summary>Draws the rows around a point.</summary>
    /// <param name="point">An encoded row of the training data.</param>
    /// <param name="statistics">How far features spread in the training data.</param>
    /// <param name="stream">Random numbers of this point and step only.</param>
    /// <param name="rows">Where <see cref="RowsPerPoint"/> encoded rows go, one after the other.</param>
    void Sample(ReadOnlySpan<double> point, FeatureStatistics<T> statistics, RandomStream stream, Span<double> rows);

    /// <summary>R at a point, and ∂R/∂y for every answer y of the model.</summary>
    /// <param name="point">The encoded row that was drawn around.</param>
    /// <param name="statistics">How far features spread in the training data.</param>
    /// <param name="rows">What <see cref="Sample"/> drew.</param>
    /// <param name="predictions">The model's answers: for each row in turn, one number per output.</param>
    /// <param name="gradient">Where the gradient goes; the shape of the predictions.</param>
    double Loss(ReadOnlySpan<double> point, FeatureStatistics<T> statistics, ReadOnlySpan<double> rows, ReadOnlySpan<double> predictions, Span<double> gradient);

    /// <summary>The penalty of some of the model's weights (never biases); the sum over calls is R.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="gradient">Where the gradient goes; the shape of the weights.</param>
    double Penalty(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        gradient.Clear();
        return 0;
    }
}
