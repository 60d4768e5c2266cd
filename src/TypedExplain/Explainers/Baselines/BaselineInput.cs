using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>What a baseline knows: the instance and the model's answer for it.</summary>
internal readonly ref struct BaselineInput<T> : IDisposable
    where T : IFeatureRecord<T>
{
    private readonly Pooled _columns;
    private readonly Pooled _values;

    public BaselineInput(IModel<T> model, T instance, FeatureStatistics<T> statistics)
    {
        int features = T.Schema.Features.Length;
        _columns = new(T.Schema.Columns);
        _values = new(features);
        T.Schema.Encode(instance, _columns.Span);
        statistics.Interpret(Columns, Columns, _values.Span, features);
        for (int j = 0; j < features; j++)
            _values.Span[j] = (_values.Span[j] * statistics.Scale[j]) + statistics.Origin[j];
        double prediction = 0;
        model.ScoreOne(new EncodedRows<T>(Columns), new Span<double>(ref prediction));
        Prediction = prediction;
    }

    /// <summary>The encoded instance.</summary>
    public ReadOnlySpan<double> Columns => _columns.Span;

    /// <summary>The instance's values in own units: numbers on their scale, 1 for flags and categories; a missing number is the mean.</summary>
    public ReadOnlySpan<double> Values => _values.Span;

    /// <summary>The model's answer.</summary>
    public double Prediction { get; }

    /// <summary>An explanation of given effects, in own units.</summary>
    public Explanation<T> Explain(IExplainer<T> explainer, IModel<T> model, T instance, Span<double> effects, double intercept, FeatureStatistics<T> statistics)
    {
        double atMean = intercept;
        for (int j = 0; j < effects.Length; j++)
        {
            atMean += effects[j] * statistics.Origin[j];
            effects[j] *= statistics.Scale[j];
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
