using System.Globalization;

namespace TypedExplain;

/// <summary>A record and the model's answer for it.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="Record">The record.</param>
/// <param name="Prediction">The model's answer.</param>
public readonly record struct ScoredRecord<T>(T Record, double Prediction)
    where T : IFeatureRecord<T>
{
    /// <summary>The answer and the record's features; protected ones are withheld.</summary>
    public override string ToString()
    {
        double[] columns = new double[T.Schema.Columns];
        T.Encode(Record, columns);
        return string.Create(CultureInfo.InvariantCulture, $"{Prediction:0.000} for {T.Schema.Describe(columns)}");
    }
}
