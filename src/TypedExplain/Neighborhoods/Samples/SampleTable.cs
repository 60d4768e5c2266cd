using TypedExplain.Media;
using TypedExplain.Models;
using TypedExplain.Neighborhoods.Media;
using TypedExplain.Numerics;
using TypedExplain.Schema.Rows;

namespace TypedExplain.Neighborhoods.Samples;

/// <summary>
/// The samples around one instance, scored by the model in one batch and weighed by the kernel: all that the local
/// fits of an explanation share. Its memory is borrowed and goes back when it is disposed of.
/// </summary>
/// <remarks>It changes: it is drawn, answered and completed, and <see cref="Show"/> replaces the answers in it. For one thread at a time.</remarks>
internal sealed partial class SampleTable<T> : IDisposable
    where T : IFeatureRecord<T>
{
    private readonly Pooled _instance;
    private readonly Pooled _table;
    private readonly Pooled _weights;
    private readonly Pooled _origin;
    private readonly Pooled _scores;
    private readonly Pooled _moments;
    private readonly MediaSamples<T>? _media;
    private readonly RowRecords<T> _records;
    private readonly AnswerScale[] _scales;
    private readonly int _outputs;
    private readonly bool _intercept;
    private int _shown;
    private int _clipped;
    private bool _hasMoments;

    private SampleTable(T instance, int samples, int outputs, AnswerScale[] scales, bool intercept, bool isPaired, MediaSamples<T>? media)
    {
        (Samples, IsPaired) = (samples, isPaired);
        (_outputs, _scales, _intercept, _media) = (outputs, scales, intercept, media);
        _records = media ?? (RowRecords<T>)new RowsAround<T>(instance, samples, own: 0);
        Features = T.Schema.Features.Length + (media?.Parts ?? 0);
        Stride = Moments.Stride(Features + 2);
        _instance = new(T.Schema.Columns);
        _table = Pooled.Unset(samples * Stride);
        _weights = Pooled.Unset(samples);
        _origin = new(2 * (Features + 1));
        _scores = Pooled.Unset(samples * outputs);
        _moments = Pooled.Unset(Stride * Stride);
    }

    /// <summary>Number of samples n, the instance included.</summary>
    public int Samples { get; }

    /// <summary>Whether the second and third sample are a pair, the fourth and fifth, and so on.</summary>
    public bool IsPaired { get; }

    /// <summary>Number of interpretable features d: those of the table, then the parts of texts and images.</summary>
    public int Features { get; }

    /// <summary>Distance between rows of <see cref="Table"/>.</summary>
    public int Stride { get; }

    /// <summary>The texts and images that are drawn, whose parts follow the features of the table.</summary>
    public IReadOnlyList<MediaNeighbors> Media => _media?.Media ?? [];

    /// <summary>The encoded instance.</summary>
    public ReadOnlySpan<double> Instance => _instance.Span;

    /// <summary>Rows [z₁ … z_d, y, 1], measured from <see cref="Origin"/>; the first is the instance.</summary>
    public ReadOnlySpan<double> Table => _table.Span;

    /// <summary>One weight per sample; the instance has 1.</summary>
    public Span<double> Weights => _weights.Span;

    /// <summary>What was taken off z₁ … z_d and y, so that sums over the table keep their digits.</summary>
    public ReadOnlySpan<double> Origin => _origin.Span[..(Features + 1)];

    /// <summary>The instance's own z₁ … z_d and the model's answer for it, on the scale of the link.</summary>
    public ReadOnlySpan<double> Own => _origin.Span.Slice(Features + 1, Features + 1);

    /// <summary>The model's answer for the instance, on the scale of the link.</summary>
    public double Prediction => Own[Features];

    /// <summary>The scale of the answers in the table.</summary>
    public AnswerScale Scale => _scales.Length == 0 ? default : _scales[_shown];

    /// <summary>The answers in the table that have no place on its scale; null where there are none.</summary>
    public ClippedAnswers? Clipped => Scale.Clipped(_clipped, Samples);

    /// <summary>Whether the model gave the same answer for every sample.</summary>
    public bool IsConstant
    {
        get
        {
            ReadOnlySpan<double> table = Table;
            for (int at = Features; at < table.Length; at += Stride)
            {
                if (table[at] != table[Features])
                    return false;
            }

            return true;
        }
    }

    /// <summary>The random numbers of a purpose for this instance: they depend on the seed and its content only.</summary>
    public RandomStream Stream(int seed, string purpose)
    {
        RandomStream stream = new RandomStream(seed, purpose).For(Instance);
        return _media?.Of(stream) ?? stream;
    }

    /// <summary>The model's answer for a sample, as it gave it; the first is that for the instance.</summary>
    /// <param name="sample">Its position.</param>
    public double Answer(int sample) => _scores.Span[(sample * _outputs) + _shown];

    /// <summary>The record of a sample; the instance itself for the first.</summary>
    /// <param name="sample">Its position.</param>
    /// <param name="columns">Its encoded row.</param>
    public T Record(int sample, ReadOnlySpan<double> columns) => _records.Record(sample, columns);

    /// <summary>What the model is still to be asked: what it answers without what the instance's row does not hold.</summary>
    public RowCheck<T> Check(IModelInfo<T> model, T instance) => RowCheck<T>.Of(model, instance, _records);

    /// <summary>The weighted moments of the table, taken at the first use.</summary>
    public ReadOnlySpan<double> WeightedMoments()
    {
        if (!_hasMoments)
            Moments.Of(Table, Stride, Weights, _moments.Span);
        _hasMoments = true;
        return _moments.Span;
    }

    /// <summary>Puts the answers of an output into the table; all else, and what has been made of it, stays as it is.</summary>
    public void Show(int output)
    {
        (_shown, _clipped) = (output, 0);
        AnswerScale scale = Scale;
        Span<double> table = _table.Span;
        double own = scale.To(_scores.Span[output]), origin = _intercept ? own : 0;
        (_origin.Span[Features], _origin.Span[(2 * Features) + 1]) = (origin, own);
        ReadOnlySpan<double> scores = _scores.Span;
        int at = Features;
        if (scale.IsIdentity)
        {
            for (int answer = output; answer < scores.Length; answer += _outputs, at += Stride)
                table[at] = scores[answer] - origin;
        }
        else
        {
            for (int answer = output; answer < scores.Length; answer += _outputs, at += Stride)
            {
                _clipped += scale.IsClipped(scores[answer]) ? 1 : 0;
                table[at] = scale.To(scores[answer]) - origin;
            }
        }

        if (_hasMoments)
            Moments.OfColumn(Table, Stride, Weights, Features, _moments.Span);
    }

    /// <summary>Clears the columns of features that the model is known never to read, so that any fit gives them the slope 0.</summary>
    public void ClearUnread(IModelInfo<T> model)
    {
        Span<double> table = _table.Span;
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (model.Reads(feature))
                continue;
            for (int at = feature.Index; at < table.Length; at += Stride)
                table[at] = 0;
        }
    }

    public void Dispose()
    {
        _instance.Dispose();
        _table.Dispose();
        _weights.Dispose();
        _origin.Dispose();
        _scores.Dispose();
        _moments.Dispose();
        _encoded.Dispose();
        _media?.Dispose();
    }
}
