namespace TypedExplain.Training;

/// <summary>A model that can say how its answers change with its inputs.</summary>
/// <typeparam name="T">The record that it scores.</typeparam>
public interface IDifferentiableModel<T> : IModel<T>
    where T : IFeatureRecord<T>
{
    /// <summary>The gradient of one output with respect to the columns of encoded rows.</summary>
    /// <remarks>
    /// A column that holds a code rather than a number (a category that is not one column per name), and a number that is
    /// missing, have gradient 0.
    /// </remarks>
    /// <param name="rows">The encoded rows.</param>
    /// <param name="output">Position of the output.</param>
    /// <param name="gradients">Where the gradients go: for each row in turn, one number per column, in the output's units per unit of the column.</param>
    void Gradient(EncodedRows<T> rows, int output, Span<double> gradients);
}
