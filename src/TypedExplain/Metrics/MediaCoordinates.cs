using TypedExplain.Media;

namespace TypedExplain.Metrics;

/// <summary>
/// Explanations of records with texts and images as vectors of one length, so that they can be compared: the features of the
/// table, then for each text one number per word of all texts explained, for each image one per number of the image.
/// </summary>
internal sealed class MediaCoordinates<T>
    where T : IFeatureRecord<T>
{
    private readonly double[][] _effects;
    private readonly double[][] _inputs;

    /// <summary>Takes the coordinates of explained rows.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="explanations">One explanation per row.</param>
    /// <param name="tableInputs">The inputs of a row's table.</param>
    public MediaCoordinates(Dataset<T> data, IReadOnlyList<Explanation<T>> explanations, Func<int, double[]> tableInputs)
    {
        Dictionary<string, int>?[] words = [.. T.Schema.Media.Select(media => media.IsText ? Vocabulary(explanations, media.Index) : null)];
        int[] first = new int[words.Length + 1];
        first[0] = T.Schema.Features.Length;
        for (int i = 0; i < words.Length; i++)
            first[i + 1] = first[i] + (words[i]?.Count ?? T.Schema.Media[i].Shape!.Value.Length);
        _effects = new double[data.Count][];
        _inputs = new double[data.Count][];
        for (int row = 0; row < data.Count; row++)
        {
            _effects[row] = new double[first[^1]];
            _inputs[row] = new double[first[^1]];
            Attribution<T> attribution = explanations[row].Attribution;
            attribution.AsSpan().CopyTo(_effects[row]);
            tableInputs(row).CopyTo(_inputs[row], 0);
            for (int i = 0; i < attribution.Media.Length; i++)
            {
                int length = first[i + 1] - first[i];
                if (attribution.Media[i] is TextAttribution text)
                    Write(text, words[i]!, _effects[row].AsSpan(first[i], length), _inputs[row].AsSpan(first[i], length));
                else
                    Write((ImageAttribution)attribution.Media[i], _effects[row].AsSpan(first[i], length), _inputs[row].AsSpan(first[i], length));
            }
        }
    }

    /// <summary>The effects of a row.</summary>
    public ReadOnlySpan<double> Effects(int row) => _effects[row];

    /// <summary>The inputs of a row: its table, 1 for the words that its texts have, the numbers of its images.</summary>
    public ReadOnlySpan<double> Inputs(int row) => _inputs[row];

    private static Dictionary<string, int> Vocabulary(IReadOnlyList<Explanation<T>> explanations, int media)
    {
        Dictionary<string, int> words = new(StringComparer.Ordinal);
        foreach (Explanation<T> explanation in explanations)
        {
            if (explanation.Attribution.Media.IsEmpty)
                continue;
            foreach (WordEffect word in ((TextAttribution)explanation.Attribution.Media[media]).Words)
                words.TryAdd(word.Word, words.Count);
        }

        return words;
    }

    private static void Write(TextAttribution text, Dictionary<string, int> words, Span<double> effects, Span<double> inputs)
    {
        foreach (WordEffect word in text.Words)
        {
            effects[words[word.Word]] += word.Effect;
            inputs[words[word.Word]] = 1;
        }
    }

    private static void Write(ImageAttribution image, Span<double> effects, Span<double> inputs)
    {
        ReadOnlySpan<float> pixels = image.Image.Span;
        for (int i = 0; i < effects.Length; i++)
        {
            effects[i] = image.Segments is { } segments ? image.Effects[segments.Labels[i / image.Shape.Channels]] : image.Effects[i];
            inputs[i] = pixels[i];
        }
    }
}
