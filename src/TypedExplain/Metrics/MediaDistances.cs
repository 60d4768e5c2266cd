using TypedExplain.Generated;
using TypedExplain.Media;

namespace TypedExplain.Metrics;

/// <summary>
/// Squared distances between the texts and images of the rows of a data set: the number of words that only one of two texts
/// has, and the squared differences of the numbers of images.
/// </summary>
internal sealed class MediaDistances<T>
    where T : IFeatureRecord<T>
{
    private readonly HashSet<string>[][] _words;
    private readonly ReadOnlyMemory<float>[][] _images;

    public MediaDistances(Dataset<T> data)
    {
        MediaValues[] media = [.. data.Rows.Select(row => T.Schema.ReadMedia(row))];
        _words = [.. T.Schema.Media.Where(feature => feature.IsText).Select(feature => media.Select(values => Words(values.Text(feature.Index))).ToArray())];
        _images = [.. T.Schema.Media.Where(feature => !feature.IsText).Select(feature => media.Select(values => values.Image(feature.Index)).ToArray())];
    }

    /// <summary>The squared distance between two rows.</summary>
    public double Squared(int row, int other)
    {
        double squares = 0;
        foreach (HashSet<string>[] texts in _words)
        {
            int shared = texts[row].Count(texts[other].Contains);
            squares += texts[row].Count + texts[other].Count - (2 * shared);
        }

        foreach (ReadOnlyMemory<float>[] images in _images)
        {
            ReadOnlySpan<float> own = images[row].Span, there = images[other].Span;
            for (int i = 0; i < own.Length; i++)
            {
                double off = own[i] - there[i];
                squares = Math.FusedMultiplyAdd(off, off, squares);
            }
        }

        return squares;
    }

    private static HashSet<string> Words(string text) => [.. new TokenizedText(text).Words];
}
