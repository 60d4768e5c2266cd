namespace TypedExplain;

/// <summary>A linear model in the course of being fitted; used by one explanation, on one thread.</summary>
public interface ILocalFit
{
    /// <summary>Takes in a batch and says what the model now is.</summary>
    /// <param name="batch">The samples.</param>
    /// <param name="slopes">The slopes before the batch, 0 before the first one; replaced by those after it.</param>
    /// <returns>The constant: the model's answer at the instance, measured from <see cref="LocalBatch.Origin"/>.</returns>
    double Add(LocalBatch batch, Span<double> slopes);
}
