using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Models;
using TypedExplain.Neighborhoods.Media;
using TypedExplain.Numerics;

namespace TypedExplain.Neighborhoods.Samples;

// From the neighborhood to the table: drawn, asked about, and completed once there are answers.
internal sealed partial class SampleTable<T>
{
    // Rows that are interpreted feature by feature and measured while they are in the cache.
    private const int BlockRows = 64;

    private INeighborhood<T> _neighborhood = null!;
    private IKernel _kernel = null!;
    private IModelInfo<T> _model = null!;
    private int _seed;
    private Pooled _encoded;

    /// <summary>The samples that the model is to be asked about, all its outputs in one batch; then <see cref="Complete"/>.</summary>
    public RowBatch<T> Asked { get; private set; } = null!;

    /// <summary>Draws the samples around an instance.</summary>
    /// <param name="neighborhood">Where samples come from.</param>
    /// <param name="kernel">How distance becomes weight.</param>
    /// <param name="scales">The scale of each output; none where all are explained as they are.</param>
    /// <param name="intercept">Whether surrogates have a constant.</param>
    /// <param name="model">The model.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static SampleTable<T> Draw(INeighborhood<T> neighborhood, IKernel kernel, AnswerScale[] scales, bool intercept, IModelInfo<T> model, T instance, int seed, CancellationToken cancellation)
    {
        int samples = neighborhood.Samples;
        if (samples < 2)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Samples of the neighborhood is {samples}; it must be at least 2."));
        MediaSamples<T>? media = MediaSamples<T>.Of(neighborhood, instance, seed, cancellation);
        int outputs = model.Outputs.Length, parts = T.Schema.Features.Length + (media?.Parts ?? 0);
        int width = Math.Max(outputs, Math.Max(T.Schema.Columns, Moments.Stride(parts + 2)));
        if ((long)samples * width > MemoryLimit.Numbers)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Samples of the neighborhood is {samples}; with {width} {Noun.Of(width, "number")} a row it must be at most {MemoryLimit.Numbers / width}."));

        SampleTable<T> table = new(instance, samples, outputs, scales, intercept, neighborhood.IsPaired, media)
        {
            _neighborhood = neighborhood,
            _kernel = kernel,
            _model = model,
            _seed = seed,
        };
        try
        {
            T.Schema.Encode(instance, table._instance.Span);
            table._encoded = Pooled.Unset(samples * T.Schema.Columns);
            table.Instance.CopyTo(table._encoded.Span);
            neighborhood.Sample(table.Instance, table.Stream(seed, "neighborhood"), table._encoded.Span[T.Schema.Columns..]);
            media?.Draw();
            table.Asked = new(model, table._encoded.Memory, table._records, table._scores.Memory);
            return table;
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }

    /// <summary>Interprets, measures and weighs the samples once the model has answered; the table shows its first output.</summary>
    /// <exception cref="InvalidModelException">The model failed, or an answer has no place on the scale that is asked for.</exception>
    /// <exception cref="NoFitException">A sample is not at a finite distance, or none has weight.</exception>
    public void Complete()
    {
        AnswerScale.RequireProbabilities(_scales, Asked.Rows, Asked.Scores, _model.Outputs);
        Interpret();
        SampleWeights.Weigh(this, _neighborhood, _kernel, _media, Stream(_seed, "neighborhood"));
        MoveOrigin(_neighborhood.Statistics);
        Show(0);
    }

    private void Interpret()
    {
        int columns = Instance.Length;
        ReadOnlySpan<double> encoded = Asked.Rows.Values;
        _media?.Interpret(_table.Span, Stride, T.Schema.Features.Length);
        using Pooled own = new(Stride);
        for (int first = 0; first < Samples; first += BlockRows)
        {
            int count = Math.Min(BlockRows, Samples - first);
            if (columns > 0)
                _neighborhood.Statistics.Interpret(Instance, encoded.Slice(first * columns, count * columns), _table.Span[(first * Stride)..], Stride);
            if (first == 0)
            {
                Table[..Features].CopyTo(_origin.Span[(Features + 1)..]);
                Own[..Features].CopyTo(own.Span);
            }

            Measure(first, count, own.Span);
        }
    }

    /// <summary>
    /// Moves rows to the instance and puts the squares of their distances where the weights will be. Texts and images
    /// have distances of their own.
    /// </summary>
    private void Measure(int first, int rows, ReadOnlySpan<double> own)
    {
        Span<double> table = _table.Span.Slice(first * Stride, rows * Stride), squares = Weights.Slice(first, rows);
        VectorOps.SubtractAndSumSquares(table, Stride, own, Features, T.Schema.Features.Length, squares);
        for (int at = Features; at < table.Length; at += Stride)
        {
            for (int i = at + Stride - Features - 1; i >= at; i--)
                table[i] = 0;
            table[at + 1] = 1;
        }

        if (!VectorOps.AreFinite(squares))
        {
            int sample = first;
            while (double.IsFinite(Weights[sample]))
                sample++;
            throw new NoFitException($"Sample {sample} around {T.Schema.Describe(Instance)} is not at a finite distance: the neighborhood gave a value that is not a finite number.");
        }
    }

    /// <summary>
    /// With an intercept everything is measured from the instance; without one from the record whose numbers are all
    /// 0, which a surrogate without a constant must send to 0.
    /// </summary>
    private void MoveOrigin(FeatureStatistics<T> statistics)
    {
        Span<double> origin = _origin.Span[..Features];
        Own[..Features].CopyTo(origin);
        if (_intercept)
            return;
        origin.Clear();
        foreach (Feature<T> feature in T.Schema.Features)
            origin[feature.Index] = -statistics.Origin[feature.Index] / statistics.Scale[feature.Index];
        ReadOnlySpan<double> own = Own;
        for (int row = 0; row < Samples; row++)
        {
            Span<double> sample = _table.Span.Slice(row * Stride, origin.Length);
            for (int j = 0; j < sample.Length; j++)
                sample[j] += own[j] - origin[j];
        }
    }
}
