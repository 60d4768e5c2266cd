using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>What a baseline knows: the instance and the model's answer for it.</summary>
internal readonly ref struct BaselineInput<T> : IDisposable
    where T : IFeatureRecord<T>
{
    private readonly Pooled _columns;
    private readonly Pooled _values;

    public BaselineInput(IModel<T> model, T instance)
    {
        int features = T.Schema.Features.Length;
        _columns = new(T.Schema.Columns);
        _values = new(features);
        T.Schema.Encode(instance, _columns.Span);
        OwnUnits.Of<T>(Columns, Columns, _values.Span);
        double prediction = 0;
        model.ScoreOne(new EncodedRows<T>(Columns), new Span<double>(ref prediction));
        Prediction = prediction;
    }

    /// <summary>The encoded instance.</summary>
    public ReadOnlySpan<double> Columns => _columns.Span;

    /// <summary>The instance's values in own units: numbers as they are, 1 for flags and categories.</summary>
    public ReadOnlySpan<double> Values => _values.Span;

    /// <summary>The model's answer.</summary>
    public double Prediction { get; }

    /// <summary>An explanation of given effects, in own units.</summary>
    public Explanation<T> Explain(IExplainer<T> explainer, IModel<T> model, T instance, Span<double> effects, double intercept, FeatureStatistics<T> statistics)
    {
        double atMean = intercept;
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (feature.IsNumeric)
            {
                atMean += effects[feature.Index] * statistics.Mean[feature];
                effects[feature.Index] *= statistics.Scale[feature.Index];
            }
        }

        return new(instance, Columns, effects, atMean, statistics)
        {
            Output = model.Outputs[0],
            Prediction = Prediction,
            Queries = 1,
            Explainer = explainer,
        };
    }

    public void Dispose()
    {
        _columns.Dispose();
        _values.Dispose();
    }
}
