using TypedExplain.Generated;
using TypedExplain.Media;
using TypedExplain.Models;
using TypedExplain.Neighborhoods.Media;
using TypedExplain.Numerics;
using TypedExplain.Schema.Rows;

namespace TypedExplain.Explainers.Baselines;

/// <summary>What a baseline knows: the instance and the model's answer for it.</summary>
internal sealed class BaselineInput<T> : IDisposable
    where T : IFeatureRecord<T>
{
    private readonly IExplainer<T> _explainer;
    private readonly Pooled _columns;
    private readonly Pooled _values;
    private readonly MediaNeighbors[] _media;
    private readonly MediaValues? _own;

    public BaselineInput(IExplainer<T> explainer, AnswerScale scale, IModelInfo<T> model, T instance, FeatureStatistics<T> statistics)
    {
        (_explainer, Scale) = (explainer, scale);
        int features = T.Schema.Features.Length;
        _columns = new(T.Schema.Columns);
        T.Schema.Encode(instance, _columns.Span);
        _own = T.Schema.Media.IsEmpty ? null : T.Schema.ReadMedia(instance);
        _media = _own is null ? [] : [.. MediaOf(_own)];
        _values = new(features + _media.Sum(media => media.Parts));
        if (features > 0)
            statistics.Interpret(Columns, Columns, _values.Span, features);
        for (int j = 0; j < features; j++)
            _values.Span[j] = (_values.Span[j] * statistics.Scale[j]) + statistics.Origin[j];
        Span<double> parts = _values.Span[features..];
        foreach (MediaNeighbors media in _media)
        {
            media.Own(parts[..media.Parts]);
            parts = parts[media.Parts..];
        }

        Asked = new(model, _columns.Memory, new GivenRecords<T>([instance]), new double[1]);
    }

    /// <summary>The instance, that the model is to be asked about; then <see cref="Complete"/>.</summary>
    public RowBatch<T> Asked { get; }

    /// <summary>Takes the answer and says what is to be asked besides.</summary>
    /// <exception cref="InvalidModelException">The model failed, or its answer has no place on the scale.</exception>
    public RowCheck<T> Complete(IModelInfo<T> model, T instance)
    {
        double prediction = Answer = Asked.Scores[0];
        _ = Scale.To(Asked.Rows, new Span<double>(ref prediction), model.Outputs[0]);
        Prediction = prediction;
        return Check = RowCheck<T>.Of(model, instance, Asked.Records);
    }

    /// <summary>The encoded instance.</summary>
    public ReadOnlySpan<double> Columns => _columns.Span;

    /// <summary>
    /// The instance's values in own units: numbers on their scale, 1 for flags and categories; a missing number is the mean.
    /// Then 1 for each distinct word of its texts, and the numbers of its images.
    /// </summary>
    public ReadOnlySpan<double> Values => _values.Span;

    /// <summary>How the answer is put on the scale of the effects.</summary>
    public AnswerScale Scale { get; }

    /// <summary>The model's answer, as it gave it.</summary>
    public double Answer { get; private set; }

    /// <summary>The same on the scale of the effects.</summary>
    public double Prediction { get; private set; }

    /// <summary>What is said of an answer without a place on the scale.</summary>
    public ClippedAnswers? Clipped => Scale.Clipped(Scale.IsClipped(Answer) ? 1 : 0, 1);

    /// <summary>What it answers without what the instance's row does not hold.</summary>
    public RowCheck<T> Check { get; private set; } = RowCheck<T>.Nothing;

    /// <summary>The random numbers of a purpose for this instance.</summary>
    public RandomStream Stream(int seed, string purpose)
    {
        RandomStream stream = new RandomStream(seed, purpose).For(Columns);
        return _own is null ? stream : T.Schema.Keyed(stream, _own);
    }

    /// <summary>By how much a value is divided to be comparable: a feature's deviation, 1 for the parts of texts and images.</summary>
    public static double ScaleOf(int value, FeatureStatistics<T> statistics) => value < T.Schema.Features.Length ? statistics.Scale[value] : 1;

    /// <summary>An explanation of given effects, in own units.</summary>
    public Explanation<T> Explain(IModelInfo<T> model, T instance, Span<double> effects, double intercept, FeatureStatistics<T> statistics)
    {
        double atMean = intercept;
        for (int j = 0; j < T.Schema.Features.Length; j++)
        {
            atMean += effects[j] * statistics.Origin[j];
            effects[j] *= statistics.Scale[j];
        }

        return new(instance, Columns, effects, atMean, statistics, _media)
        {
            Output = model.Outputs[0],
            Kind = model.KindOf(0),
            Scale = Scale,
            Clipped = Clipped,
            Prediction = Answer,
            Queries = 1 + Check.Queries,
            Caveats = FitCaveats.Of(Check.Loss(0, Answer)) | FitCaveats.Of(Clipped),
            RowLoss = Check.Loss(0, Answer),
            Explainer = _explainer,
        };
    }

    public void Dispose()
    {
        _columns.Dispose();
        _values.Dispose();
    }

    private static IEnumerable<MediaNeighbors> MediaOf(MediaValues values) => T.Schema.Media.Select(media => media.Shape is { } shape
        ? (MediaNeighbors)new FixedImage(values.Image(media.Index), shape)
        : new MaskedText().Around(values.Text(media.Index), default));
}
