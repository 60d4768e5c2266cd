using System.Collections.Immutable;
using TypedExplain.Errors;

namespace TypedExplain;

/// <summary>Asking a model for several outputs by name.</summary>
public static class NamedOutputExtensions
{
    /// <summary>The answers of some outputs of a model for one record, in the order in which they are named.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="record">The record.</param>
    /// <param name="outputs">The names of the outputs.</param>
    /// <exception cref="InvalidFeatureException">The record holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidModelException">The model lacks one of the outputs, or an answer is not a finite number.</exception>
    public static ImmutableArray<double> Predict<T>(this IModel<T> model, T record, ReadOnlySpan<string> outputs)
        where T : IFeatureRecord<T>
    {
        int[] positions = new int[outputs.Length];
        for (int i = 0; i < outputs.Length; i++)
        {
            positions[i] = model.Outputs.IndexOf(outputs[i]);
            if (positions[i] < 0)
                throw new InvalidModelException($"The model has no output named {outputs[i]}; it has {NameList.Names(model.Outputs)}.");
        }

        double[] columns = new double[T.Schema.Columns], scores = new double[model.Outputs.Length];
        T.Schema.Encode(record, columns);
        model.ScoreAll(FeatureSchema<T>.Row(columns, record), scores);
        return [.. positions.Select(position => scores[position])];
    }
}
