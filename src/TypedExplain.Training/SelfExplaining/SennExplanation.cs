using System.Collections.Immutable;
using TypedExplain.Numerics;
using TypedExplain.Training.Models;
using TypedExplain.Training.Networks;

namespace TypedExplain.Training;

/// <summary>What a self-explaining network says of its own answer: log-odds = Σ coefficient · input + constant, at the instance.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class SennExplanation<T>
    where T : IFeatureRecord<T>
{
    private readonly InputMap<T> _map;
    private readonly double[] _theta;

    internal SennExplanation(InputMap<T> map, T instance, double[] theta, float[] inputs, string output)
    {
        (_map, _theta, Instance, Output) = (map, theta, instance, output);
        double[] contributions = new double[T.Schema.Features.Length];
        foreach (Feature<T> feature in T.Schema.Features)
        {
            (int first, int count) = map.Of(feature);
            for (int i = first; i < first + count; i++)
                contributions[feature.Index] += theta[i] * inputs[i];
        }

        Contributions = new(contributions);
    }

    /// <summary>The explained instance.</summary>
    public T Instance { get; }

    /// <summary>The class whose log-odds are explained.</summary>
    public string Output { get; }

    /// <summary>What each feature adds to the log-odds: its coefficients times its standardized inputs.</summary>
    public FeatureVector<T> Contributions { get; }

    /// <summary>What is added whatever the features are.</summary>
    public double Constant => _theta[^1];

    /// <summary>θ, one coefficient per input of the network (a number has one, a category one per name), then the constant.</summary>
    public ImmutableArray<double> Coefficients => [.. _theta];

    /// <summary>The probability that these coefficients give a record; for the instance that of the model itself.</summary>
    /// <param name="record">The record.</param>
    /// <exception cref="InvalidFeatureException">It holds a value that its schema does not allow.</exception>
    public double Predict(T record)
    {
        using Pooled columns = new(T.Schema.Columns);
        T.Schema.Encode(record, columns.Span);
        float[] inputs = new float[_map.Inputs];
        _map.Write<float>(columns.Span, inputs);
        double sum = _theta[^1];
        for (int i = 0; i < inputs.Length; i++)
            sum = Math.FusedMultiplyAdd(_theta[i], inputs[i], sum);
        return DataLoss.Sigmoid(sum);
    }
}
