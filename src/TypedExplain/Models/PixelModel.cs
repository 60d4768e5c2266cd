using System.Collections.Immutable;

namespace TypedExplain;

/// <summary>Asks a model of rows about the numbers of an image.</summary>
internal sealed class PixelModel<T, TRow>(MediaFeature<T> image, IModel<TRow> model) : IModel<T>
    where T : IFeatureRecord<T>
    where TRow : IFeatureRecord<TRow>
{
    public ImmutableArray<string> Outputs => model.Outputs;

    public void Score(EncodedRows<T> rows, Span<double> scores)
    {
        int columns = TRow.Schema.Columns;
        double[] pixels = new double[rows.Count * columns];
        MediaValues media = new(T.Schema.Media.Length);
        for (int row = 0; row < rows.Count; row++)
        {
            T.ReadMedia(rows.Decode(row), media);
            ReadOnlySpan<float> own = media.Image(image.Index).Span;
            for (int i = 0; i < columns; i++)
                pixels[(row * columns) + i] = own[i];
        }

        model.Score(new EncodedRows<TRow>(pixels), scores);
    }
}
