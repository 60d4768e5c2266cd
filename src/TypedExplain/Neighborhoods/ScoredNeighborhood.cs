using System.Globalization;
using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>
/// The samples around one instance, scored by the model in one batch and weighed by the kernel: all that the local
/// fits of an explanation share. Its memory is borrowed and goes back at the end of its scope.
/// </summary>
internal readonly ref partial struct ScoredNeighborhood<T> : IDisposable
    where T : IFeatureRecord<T>
{
    // Rows that are interpreted feature by feature and measured while they are in the cache.
    private const int BlockRows = 64;

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

    private ScoredNeighborhood(T instance, int samples, int outputs, AnswerScale[] scales, bool intercept, bool isPaired, MediaSamples<T>? media)
    {
        (Samples, IsPaired) = (samples, isPaired);
        (_outputs, _scales, _intercept, _media) = (outputs, scales, intercept, media);
        _records = media ?? (RowRecords<T>)new RowsAround<T>(instance, samples, own: 0);
        Features = T.Schema.Features.Length + (media?.Parts ?? 0);
        Stride = Moments.Stride(Features + 2);
        _instance = new(T.Schema.Columns);
        _table = new(samples * Stride);
        _weights = Pooled.Unset(samples);
        _origin = new((2 * (Features + 1)) + 2);
        _scores = Pooled.Unset(samples * outputs);
        _moments = Pooled.Unset((Stride * Stride) + 1);
        _moments.Span[^1] = 0;
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
    public AnswerScale Scale => _scales.Length == 0 ? default : _scales[Shown];

    /// <summary>The answers in the table that have no place on its scale; null where there are none.</summary>
    public ClippedAnswers? Clipped => Scale.Clipped((int)_origin.Span[^1], Samples);

    // Counts are kept with the numbers, since the neighborhood itself cannot change.
    private int Shown => (int)_origin.Span[^2];

    /// <summary>Whether the model gave the same answer for every sample.</summary>
    public bool IsConstant
    {
        get
        {
            for (int at = Features; at < Table.Length; at += Stride)
            {
                if (Table[at] != Table[Features])
                    return false;
            }

            return true;
        }
    }

    /// <summary>
    /// Draws, scores and weighs the samples around an instance, in one batch for all outputs of the model; the table shows the
    /// first of them.
    /// </summary>
    /// <param name="neighborhood">Where samples come from.</param>
    /// <param name="kernel">How distance becomes weight.</param>
    /// <param name="scales">The scale of each output; none where all are explained as they are.</param>
    /// <param name="intercept">Whether surrogates have a constant.</param>
    /// <param name="model">The model.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static ScoredNeighborhood<T> Draw(INeighborhood<T> neighborhood, IKernel kernel, AnswerScale[] scales, bool intercept, IModel<T> model, T instance, int seed, CancellationToken cancellation)
    {
        int samples = neighborhood.Samples;
        if (samples < 2)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Samples of the neighborhood is {samples}; it must be at least 2."));
        MediaSamples<T>? media = MediaSamples<T>.Of(neighborhood, instance, seed);
        int outputs = model.Outputs.Length, parts = T.Schema.Features.Length + (media?.Parts ?? 0);
        int width = Math.Max(outputs, Math.Max(T.Schema.Columns, Moments.Stride(parts + 2)));
        if ((long)samples * width > Array.MaxLength)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Samples of the neighborhood is {samples}; with {width} numbers a row it must be at most {Array.MaxLength / width}."));

        ScoredNeighborhood<T> scored = new(instance, samples, outputs, scales, intercept, neighborhood.IsPaired, media);
        try
        {
            scored.Fill(neighborhood, model, instance, seed, cancellation);
            scored.Weigh(neighborhood, kernel, seed);
            scored.MoveOrigin(intercept, neighborhood.Statistics);
            scored.Show(0);
            return scored;
        }
        catch
        {
            scored.Dispose();
            throw;
        }
    }

    /// <summary>Draws the encoded samples again; the first is the instance.</summary>
    /// <param name="neighborhood">Where they came from.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="rows">Where they go.</param>
    public void Encode(INeighborhood<T> neighborhood, int seed, Span<double> rows)
    {
        Instance.CopyTo(rows);
        neighborhood.Sample(Instance, Stream(seed, "neighborhood"), rows[Instance.Length..]);
    }

    /// <summary>The random numbers of a purpose for this instance: they depend on the seed and its content alone.</summary>
    public RandomStream Stream(int seed, string purpose)
    {
        RandomStream stream = new RandomStream(seed, purpose).For(Instance);
        return _media?.Of(stream) ?? stream;
    }

    /// <summary>The model's answer for a sample, as it gave it; the first is that for the instance.</summary>
    /// <param name="sample">Its position.</param>
    public double Answer(int sample) => _scores.Span[(sample * _outputs) + Shown];

    /// <summary>The record of a sample; the instance itself for the first.</summary>
    /// <param name="sample">Its position.</param>
    /// <param name="columns">Its encoded row.</param>
    public T Record(int sample, ReadOnlySpan<double> columns) => _records.Record(sample, columns);

    /// <summary>Asks the model what it answers without what the instance's row does not hold.</summary>
    public RowCheck<T> Check(IModel<T> model, T instance) => RowCheck<T>.Of(model, instance, _records);

    public void Dispose()
    {
        _instance.Dispose();
        _table.Dispose();
        _weights.Dispose();
        _origin.Dispose();
        _scores.Dispose();
        _moments.Dispose();
        _media?.Dispose();
    }

    /// <summary>The weighted moments of the table, taken at the first use.</summary>
    public ReadOnlySpan<double> WeightedMoments()
    {
        if (_moments.Span[^1] == 0)
            Moments.Of(Table, Stride, Weights, _moments.Span[..^1]);
        _moments.Span[^1] = 1;
        return _moments.Span[..^1];
    }

    /// <summary>Puts the answers of an output into the table; all else, and what has been made of it, stays as it is.</summary>
    public void Show(int output)
    {
        (_origin.Span[^2], _origin.Span[^1]) = (output, 0);
        AnswerScale scale = Scale;
        double own = scale.To(_scores.Span[output]), origin = _intercept ? own : 0;
        (_origin.Span[Features], _origin.Span[(2 * Features) + 1]) = (origin, own);
        if (scale.IsIdentity)
        {
            for (int row = 0, at = Features; row < Samples; row++, at += Stride)
                _table.Span[at] = _scores.Span[(row * _outputs) + output] - origin;
        }
        else
        {
            ShowScaled(scale, origin);
        }

        if (_moments.Span[^1] == 1)
            Moments.OfColumn(Table, Stride, Weights, Features, _moments.Span[..^1]);
    }

    /// <summary>Clears the columns of features that the model is known never to read, so that any fit gives them the slope 0.</summary>
    public void ClearUnread(IModel<T> model)
    {
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (model.Reads(feature))
                continue;
            for (int at = feature.Index; at < _table.Span.Length; at += Stride)
                _table.Span[at] = 0;
        }
    }

    private void ShowScaled(AnswerScale scale, double origin)
    {
        int clipped = 0;
        for (int row = 0, at = Features; row < Samples; row++, at += Stride)
        {
            double answer = Answer(row);
            clipped += scale.IsClipped(answer) ? 1 : 0;
            _table.Span[at] = scale.To(answer) - origin;
        }

        _origin.Span[^1] = clipped;
    }

    private void Fill(INeighborhood<T> neighborhood, IModel<T> model, T instance, int seed, CancellationToken cancellation)
    {
        int columns = Instance.Length;
        T.Schema.Encode(instance, _instance.Span);
        using Pooled encoded = Pooled.Unset(Samples * columns);
        Encode(neighborhood, seed, encoded.Span);
        cancellation.ThrowIfCancellationRequested();
        _media?.Draw();
        EncodedRows<T> rows = new(encoded.Span, _records);
        model.ScoreAll(rows, _scores.Span);
        AnswerScale.RequireProbabilities(_scales, rows, _scores.Span, model.Outputs);
        cancellation.ThrowIfCancellationRequested();

        _media?.Interpret(_table.Span, Stride, T.Schema.Features.Length);
        for (int first = 0; first < Samples; first += BlockRows)
        {
            int count = Math.Min(BlockRows, Samples - first);
            if (columns > 0)
                neighborhood.Statistics.Interpret(Instance, encoded.Span.Slice(first * columns, count * columns), _table.Span[(first * Stride)..], Stride);
            if (first == 0)
                Table[..Features].CopyTo(_origin.Span[(Features + 1)..]);
            Measure(first, count);
        }
    }

    /// <summary>
    /// Moves rows to the instance and puts the squares of their distances where the weights will be. Texts and images
    /// have distances of their own.
    /// </summary>
    private void Measure(int first, int rows)
    {
        int features = T.Schema.Features.Length;
        using Pooled own = new(Stride);
        Own[..Features].CopyTo(own.Span);
        for (int row = first; row < first + rows; row++)
        {
            Span<double> sample = _table.Span.Slice(row * Stride, Stride);
            Weights[row] = VectorOps.MoveAndMeasure(sample, own.Span, features);
            if (!double.IsFinite(Weights[row]))
                throw new NoFitException($"Sample {row} around {T.Schema.Describe(Instance)} is not at a finite distance: the neighborhood gave a value that is not a finite number.");
            sample[Features + 1] = 1;
        }
    }

    private void Weigh(INeighborhood<T> neighborhood, IKernel kernel, int seed)
    {
        int features = T.Schema.Features.Length;
        IWeightedNeighborhood<T>? weighted = neighborhood as IWeightedNeighborhood<T>;
        if (weighted is not null)
            weighted.Weigh(Instance, Stream(seed, "neighborhood"), Weights);
        else if (features > 0)
            kernel.Weigh(Weights, features);
        else
            Weights.Fill(1);
        if (kernel is not UnweightedKernel)
            _media?.Weigh(Weights);
        if (!VectorOps.AreWithin(Weights, 0, double.MaxValue))
        {
            double weight = Weights[Weights.IndexOfAnyExceptInRange(0, double.MaxValue)];
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"The {(weighted is null ? $"kernel {kernel}" : "neighborhood")} gave a sample the weight {weight}; it must be 0 or more."));
        }

        if (!Weights[1..].ContainsAnyExcept(0.0))
        {
            throw new NoFitException(string.Create(CultureInfo.InvariantCulture,
                $"All {Samples - 1} neighbors of {T.Schema.Describe(Instance)} have weight 0; the nearest is {Math.Sqrt(LeastSquaredDistance()):G4} standard deviations away. Widen the kernel ({kernel}{(_media is null ? "" : ", or the Width of texts and images")}) or draw nearer (Radius)."));
        }
    }

    private double LeastSquaredDistance()
    {
        double least = double.PositiveInfinity;
        for (int row = 1; row < Samples; row++)
        {
            ReadOnlySpan<double> sample = Table.Slice(row * Stride, T.Schema.Features.Length);
            least = Math.Min(least, VectorOps.Dot(sample, sample));
        }

        return least;
    }

    /// <summary>
    /// With an intercept everything is measured from the instance; without one from the record whose numbers are all
    /// 0, which a surrogate without a constant must send to 0.
    /// </summary>
    private void MoveOrigin(bool intercept, FeatureStatistics<T> statistics)
    {
        Span<double> origin = _origin.Span[..Features];
        Own[..Features].CopyTo(origin);
        if (intercept)
            return;
        origin.Clear();
        foreach (Feature<T> feature in T.Schema.Features)
            origin[feature.Index] = -statistics.Origin[feature.Index] / statistics.Scale[feature.Index];
        for (int row = 0; row < Samples; row++)
        {
            Span<double> sample = _table.Span.Slice(row * Stride, origin.Length);
            for (int j = 0; j < sample.Length; j++)
                sample[j] += Own[j] - origin[j];
        }
    }
}
