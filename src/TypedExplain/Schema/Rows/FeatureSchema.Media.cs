using System.Collections.Immutable;
using TypedExplain.Generated;
using TypedExplain.Media;
using TypedExplain.Numerics;
using TypedExplain.Schema.Rows;

namespace TypedExplain;

public sealed partial class FeatureSchema<T>
{
    /// <summary>The texts and images, in the order of the record's properties; they are no part of <see cref="Features"/>.</summary>
    public ImmutableArray<MediaFeature<T>> Media
    {
        get;
        init
        {
            field = value;
            Pooled.ClearsReturned |= value.Any(media => media.IsProtected);
        }
    }

    = [];

    /// <summary>The texts and images of a record, checked.</summary>
    /// <exception cref="InvalidFeatureException">A text is null, or an image has another length or a number that is not finite.</exception>
    internal MediaValues ReadMedia(in T record)
    {
        MediaValues values = new(Media.Length);
        T.ReadMedia(in record, values);
        foreach (MediaFeature<T> media in Media)
        {
            if (media.IsText && values.Text(media.Index) is null)
                throw InvalidFeatureException.For(media, "null");
            if (media.Shape is { } shape)
                Check(media, shape, values.Image(media.Index).Span);
        }

        return values;
    }

    /// <summary>A stream of a record's table, keyed by its texts and images too.</summary>
    internal RandomStream Keyed(RandomStream stream, MediaValues values)
    {
        foreach (MediaFeature<T> media in Media)
            stream = media.IsText ? stream.For(values.Text(media.Index)) : stream.For(values.Image(media.Index).Span);
        return stream;
    }

    /// <summary>The texts and images of a record that were checked before; none where its schema has none.</summary>
    internal MediaValues MediaOf(in T record)
    {
        if (Media.IsEmpty)
            return MediaValues.Absent;
        MediaValues values = new(Media.Length);
        T.ReadMedia(in record, values);
        return values;
    }

    /// <summary>One record with its columns, as rows that a model can be asked about: the record as it was given.</summary>
    internal static EncodedRows<T> Row(ReadOnlySpan<double> columns, T record) => new(columns, new GivenRecords<T>([record]));

    /// <summary>Refuses a schema with texts or images, for a method that has no answer for them.</summary>
    internal void RequireTable(string method)
    {
        if (Media.Length > 0)
            throw new InvalidOptionException($"{method} is for tables, and {Name}.{Media[0]} is {(Media[0].IsText ? "a text" : "an image")}. LIME, S-LIME, LINEX and MeLIME explain texts and images, of any model of records.");
    }

    private static void Check(MediaFeature<T> media, ImageShape shape, ReadOnlySpan<float> image)
    {
        if (image.Length != shape.Length)
            throw InvalidFeatureException.For(media, $"{image.Length} numbers");
        for (int i = 0; i < image.Length; i++)
        {
            if (!float.IsFinite(image[i]))
                throw InvalidFeatureException.For(media, $"{(float.IsNaN(image[i]) ? "NaN" : "infinite")} in row {i / shape.Channels / shape.Width}, column {i / shape.Channels % shape.Width}");
        }
    }
}
