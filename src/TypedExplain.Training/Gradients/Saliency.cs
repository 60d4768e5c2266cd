using TypedExplain.Errors;
using TypedExplain.Training.Gradients;

namespace TypedExplain.Training;

/// <summary>The gradient of a model's largest output with respect to its input, and how stable that is.</summary>
public static class Saliency
{
    /// <summary>The signed gradient of the largest output for a record; of equals the first.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="model">The model; for a perceptron usually <see cref="Mlp{T}.Raw"/>, its logits.</param>
    /// <param name="record">The record.</param>
    /// <exception cref="InvalidFeatureException">The record holds a value that its schema does not allow.</exception>
    /// <returns>One number per column of the encoded record, in the output's units per unit of the column.</returns>
    public static double[] Map<T>(IDifferentiableModel<T> model, T record)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(record);
        double[] columns = new double[T.Schema.Columns], gradient = new double[columns.Length], scores = new double[model.Outputs.Length];
        T.Schema.Encode(record, columns);
        model.Score(new EncodedRows<T>(columns), scores);
        model.Gradient(new EncodedRows<T>(columns), ArgMax.Of<double>(scores), gradient);
        return gradient;
    }

    /// <summary>The mean squared difference of the signed maps of records and of one neighbor each, over records and columns; lower is steadier.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="records">The records.</param>
    /// <param name="neighbors">A neighbor of each.</param>
    /// <exception cref="InvalidOptionException">There is not one neighbor per record.</exception>
    public static Score Stability<T>(IDifferentiableModel<T> model, IReadOnlyList<T> records, IReadOnlyList<T> neighbors)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(neighbors);
        if (records.Count != neighbors.Count)
            throw new InvalidOptionException($"{neighbors.Count} {Noun.Of(neighbors.Count, "neighbor was", "neighbors were")} given for {records.Count} {Noun.Of(records.Count, "record")}; each record needs one.");
        List<double> differences = [];
        for (int i = 0; i < records.Count; i++)
        {
            double[] own = Map(model, records[i]), other = Map(model, neighbors[i]);
            double squares = 0;
            for (int j = 0; j < own.Length; j++)
                squares = Math.FusedMultiplyAdd(own[j] - other[j], own[j] - other[j], squares);
            differences.Add(squares / own.Length);
        }

        return Score.Of("Saliency stability", differences, "rows", MetricDirection.LowerIsBetter, "mean squared difference of signed gradients, each of its own largest output");
    }
}
