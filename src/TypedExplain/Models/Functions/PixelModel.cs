using System.Buffers;
using System.Collections.Immutable;
using TypedExplain.Generated;
using TypedExplain.Media;
using TypedExplain.Numerics;

namespace TypedExplain.Models.Functions;

/// <summary>Asks a model of rows about the numbers of an image.</summary>
internal sealed class PixelModel<T, TRow>(MediaFeature<T> image, IModel<TRow> model) : IModel<T>, IIdentifiedModel
    where T : IFeatureRecord<T>
    where TRow : IFeatureRecord<TRow>
{
    // Numbers of rows that are scored at a time: they stay in the cache.
    private const int BlockNumbers = 1 << 15;

    public ModelIdentity? Identity => model.Identity();

    public ImmutableArray<string> Outputs => model.Outputs;

    public OutputKind KindOf(int output) => model.KindOf(output);

    public void Score(EncodedRows<T> rows, Span<double> scores) => Score(rows, scores, CancellationToken.None);

    public void Score(EncodedRows<T> rows, Span<double> scores, CancellationToken cancellation)
    {
        int columns = TRow.Schema.Columns, outputs = Outputs.Length, block = Math.Min(rows.Count, Math.Max(1, BlockNumbers / columns));
        using Pooled pixels = Pooled.Unset(block * columns);
        float[] own = ArrayPool<float>.Shared.Rent(columns);
        MediaValues media = new(T.Schema.Media.Length);
        for (int first = 0; first < rows.Count; first += block)
        {
            int count = Math.Min(block, rows.Count - first);
            for (int row = 0; row < count; row++)
            {
                rows.WritePixels(first + row, image, media, own.AsSpan(0, columns));
                VectorOps.Widen(own.AsSpan(0, columns), pixels.Span.Slice(row * columns, columns));
            }

            model.Score(new EncodedRows<TRow>(pixels.Span[..(count * columns)]), scores.Slice(first * outputs, count * outputs), cancellation);
        }

        ArrayPool<float>.Shared.Return(own, Pooled.ClearsReturned);
    }
}
