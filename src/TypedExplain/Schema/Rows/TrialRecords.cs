using TypedExplain.Generated;
using TypedExplain.Media;

namespace TypedExplain.Schema.Rows;

/// <summary>Legal records without meaning, drawn from the schema: to see what a model's answers look like, and whether two models agree.</summary>
internal sealed class TrialRecords<T> : RowRecords<T>
    where T : IFeatureRecord<T>
{
    private const double Spread = 100;
    private const int MissingEvery = 4;
    private const int Levels = 8;

    /// <summary>A batch of such records, of which all differ but where the schema allows few. The first is as near to 0 as it may be.</summary>
    /// <param name="count">How many.</param>
    /// <param name="columns">Room for their columns.</param>
    public static EncodedRows<T> Rows(int count, Span<double> columns)
    {
        RandomStream stream = new(seed: 0, "trial records");
        for (int row = 0; row < count; row++)
            Write(row == 0 ? null : stream.For(row), columns.Slice(row * T.Schema.Columns, T.Schema.Columns));
        return new(columns, new TrialRecords<T>(count));
    }

    /// <summary>Rows that were made of such records.</summary>
    /// <param name="columns">Their columns.</param>
    public static EncodedRows<T> Over(ReadOnlySpan<double> columns) => new(columns, new TrialRecords<T>(columns.Length / T.Schema.Columns));

    private TrialRecords(int count) => Count = count;

    public override int Count { get; }

    public override T Record(int row, ReadOnlySpan<double> columns)
    {
        MediaValues media = new(T.Schema.Media.Length);
        foreach (MediaFeature<T> own in T.Schema.Media)
        {
            if (own.Shape is { } shape)
            {
                float[] level = new float[shape.Length];
                level.AsSpan().Fill((float)(row % Levels) / Levels);
                media.Set(own.Index, level.AsMemory());
            }
            else
            {
                media.Set(own.Index, "");
            }
        }

        return T.Decode(columns, media);
    }

    public override RowOrigin<T>? OriginOf(int row) => null;

    /// <summary>Draws a record; without a stream each number is the legal one nearest to 0.</summary>
    private static void Write(RandomStream? stream, Span<double> columns)
    {
        columns.Clear();
        foreach (Feature<T> feature in T.Schema.Features)
        {
            double draw = stream?.Uniform(feature.Index) ?? 0;
            Span<double> own = columns.Slice(feature.Column, feature.ColumnCount);
            if (feature.Kind == FeatureKind.Category)
                feature.WriteCategory((int)(draw * feature.Categories.Length), own);
            else if (feature.IsNumeric)
                own[0] = Legal(feature, stream is null ? 0 : Drawn(feature, draw));
            else if (feature.Kind == FeatureKind.Flag)
                own[0] = draw < 0.5 ? 0 : 1;
            else if (stream is not null && (int)(draw * MissingEvery) == 0)
                SetMissing(feature, columns);
        }
    }

    /// <summary>The legal number nearest to one.</summary>
    public static double Legal(Feature<T> feature, double number)
    {
        double least = feature.Kind == FeatureKind.Real ? feature.Limits.Minimum : Math.Ceiling(feature.Limits.Minimum);
        return Math.Clamp(feature.Kind == FeatureKind.Real ? number : Math.Round(number), least, Math.Max(least, feature.Limits.Maximum));
    }

    private static double Drawn(Feature<T> feature, double draw)
    {
        FeatureRange limits = feature.Limits;
        double least = double.IsFinite(limits.Minimum) ? limits.Minimum : double.IsFinite(limits.Maximum) ? limits.Maximum - Spread : -Spread;
        double most = double.IsFinite(limits.Maximum) ? limits.Maximum : Math.Max(least, -Spread) + (2 * Spread);
        return least + (draw * (most - least));
    }

    private static void SetMissing(Feature<T> missing, Span<double> columns)
    {
        columns[T.Schema.Features[missing.Index - missing.Covers].Column..missing.Column].Clear();
        columns[missing.Column] = 1;
    }
}
