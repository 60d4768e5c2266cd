using System.Buffers;
using TypedExplain.Errors;
using TypedExplain.Generated;
using TypedExplain.Media;
using TypedExplain.Numerics;
using TypedExplain.Schema.Rows;

namespace TypedExplain.Neighborhoods.Media;

/// <summary>
/// The texts and images of an instance and its neighbors: one number per part of each, and the record of each on demand. Its
/// memory is borrowed and goes back at the end of its scope.
/// </summary>
internal sealed class MediaSamples<T> : RowRecords<T>, IDisposable
    where T : IFeatureRecord<T>
{
    private readonly T _instance;
    private readonly MediaValues _own;
    private readonly MediaNeighbors[] _media;
    private readonly double[][] _values;

    private MediaSamples(T instance, MediaValues own, MediaNeighbors[] media, int samples)
    {
        (_instance, _own, _media, Count) = (instance, own, media, samples);
        Parts = _media.Sum(neighbors => neighbors.Parts);
        if ((long)samples * Parts > MemoryLimit.Numbers)
            throw new InvalidOptionException($"Samples of the neighborhood is {samples}; with {Parts} words, segments and numbers of images it must be at most {MemoryLimit.Numbers / Parts}.");
        _values = new double[_media.Length][];
        for (int i = 0; i < _media.Length; i++)
            _values[i] = ArrayPool<double>.Shared.Rent(samples * _media[i].Parts);
    }

    /// <summary>The instance and its neighbors.</summary>
    public override int Count { get; }

    /// <summary>How many parts all texts and images have together.</summary>
    public int Parts { get; }

    /// <summary>The texts and images that are drawn; none where they stay as they are.</summary>
    public IReadOnlyList<MediaNeighbors> Media => _media;

    /// <summary>The texts and images around an instance; null where its schema has none.</summary>
    public static MediaSamples<T>? Of(INeighborhood<T> neighborhood, T instance, int seed, CancellationToken cancellation)
    {
        if (T.Schema.Media.IsEmpty)
            return null;
        using Pooled columns = new(T.Schema.Columns);
        T.Schema.Encode(instance, columns.Span);
        MediaValues own = T.Schema.ReadMedia(instance);
        RandomStream stream = T.Schema.Keyed(new RandomStream(seed, "neighborhood").For(columns.Span), own);
        return new(instance, own, (neighborhood as IMediaNeighborhood<T>)?.Around(own, stream, cancellation) ?? [], neighborhood.Samples);
    }

    /// <summary>A stream of the instance's table, for its texts and images too.</summary>
    public RandomStream Of(RandomStream stream) => T.Schema.Keyed(stream, _own);

    /// <summary>Draws the neighbors.</summary>
    public void Draw()
    {
        for (int i = 0; i < _media.Length; i++)
        {
            Span<double> values = Values(i);
            values.Clear();
            _media[i].Own(values[.._media[i].Parts]);
            _media[i].Draw(values[_media[i].Parts..]);
        }
    }

    public override T Record(int row, ReadOnlySpan<double> columns)
    {
        if (row == 0)
            return _instance;
        MediaValues media = _own.Copy();
        for (int i = 0; i < _media.Length; i++)
            _media[i].Put(i, row - 1, Row(i, row), media);
        return T.Decode(columns, media, _instance);
    }

    public override RowOrigin<T>? OriginOf(int row) => RowOrigin<T>.Of(_instance, isGiven: row == 0);

    public override bool WritePixels(int row, int image, Span<float> pixels)
    {
        if (row > 0 && image < _media.Length && _media[image] is ImageNeighbors neighbors)
            neighbors.Neighbor(row - 1, Row(image, row), pixels);
        else
            _own.Image(image).Span.CopyTo(pixels);
        return true;
    }

    /// <summary>Writes the numbers of all parts into rows of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="stride">Distance between its rows.</param>
    /// <param name="first">Where in a row they begin.</param>
    public void Interpret(Span<double> table, int stride, int first)
    {
        for (int i = 0; i < _media.Length; i++)
        {
            int parts = _media[i].Parts;
            for (int row = 0; row < Count; row++)
                Row(i, row).CopyTo(table[((row * stride) + first)..]);
            first += parts;
        }
    }

    /// <summary>Multiplies weights by those of the texts and images; the instance keeps its own.</summary>
    public void Weigh(Span<double> weights)
    {
        double[] own = ArrayPool<double>.Shared.Rent(Count);
        for (int i = 0; i < _media.Length; i++)
        {
            Span<double> factors = own.AsSpan(0, Count - 1);
            factors.Fill(1);
            _media[i].Weigh(Values(i)[_media[i].Parts..], factors);
            for (int row = 1; row < Count; row++)
                weights[row] *= factors[row - 1];
        }

        ArrayPool<double>.Shared.Return(own, Pooled.ClearsReturned);
    }

    public void Dispose()
    {
        foreach (double[] values in _values)
            ArrayPool<double>.Shared.Return(values, Pooled.ClearsReturned);
    }

    private Span<double> Values(int media) => _values[media].AsSpan(0, Count * _media[media].Parts);

    private ReadOnlySpan<double> Row(int media, int row) => _values[media].AsSpan(row * _media[media].Parts, _media[media].Parts);
}
