namespace TypedExplain.Training;

/// <summary>A way to say, column by column, what an answer of a differentiable model depends on.</summary>
/// <remarks>
/// Columns of numbers that have a value are looked at; those of categories, flags and missing values stay as the record has
/// them and keep their plain gradient, or 0 where the numbers say so. Of an image every column is a pixel.
/// </remarks>
/// <typeparam name="T">The record.</typeparam>
public interface IGradientMap<T>
    where T : IFeatureRecord<T>
{
    /// <summary>Its name, for tables and messages.</summary>
    string Name { get; }

    /// <summary>The map of a record.</summary>
    /// <param name="model">The model; for a perceptron usually <see cref="Mlp{T}.Raw"/>, its logits.</param>
    /// <param name="record">The record.</param>
    /// <param name="output">Position of the output; null for the largest one at the record, of equals the first.</param>
    /// <exception cref="InvalidFeatureException">The record holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidModelException">A gradient is not finite.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be, or the model has no such output.</exception>
    /// <returns>One number per column of the encoded record.</returns>
    double[] Map(IDifferentiableModel<T> model, T record, int? output = null);
}
