using TypedExplain.Media;

namespace TypedExplain.Text;

/// <summary>A vocabulary, how many texts have each word, and the words of a text by tf-idf.</summary>
internal sealed class WordCounts(ITokenizer tokenizer, bool ignoresCase)
{
    private readonly Dictionary<string, int> _index = new(ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
    private readonly List<int> _lastText = [];
    private int _texts;

    /// <summary>The words, by their first occurrence.</summary>
    public List<string> Words { get; } = [];

    /// <summary>How many texts have each.</summary>
    public List<int> Texts { get; } = [];

    /// <summary>Writes what texts are divided by, and the words.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(tokenizer.Describe().ToString());
        writer.Write(ignoresCase);
        writer.Write(Words.Count);
        foreach (string word in Words)
            writer.Write(word);
    }

    /// <summary>Takes up the words of a text.</summary>
    public void Learn(string text)
    {
        _texts++;
        var lookup = _index.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int at = 0; TokenizerExtensions.Next(tokenizer, text, ref at) is { Length: > 0 } span;)
        {
            if (!lookup.TryGetValue(span.In(text), out int word))
            {
                word = Words.Count;
                Words.Add(span.In(text).ToString());
                _index.Add(Words[^1], word);
                Texts.Add(0);
                _lastText.Add(0);
            }

            Texts[word] += _lastText[word] == _texts ? 0 : 1;
            _lastText[word] = _texts;
        }
    }

    /// <summary>The known words of a text with count·idf, divided by the Euclidean norm of all; in the order of the vocabulary, so that the order of the words cannot matter.</summary>
    public void Weigh(ReadOnlySpan<char> text, ReadOnlySpan<double> idf, List<WordWeight> weights)
    {
        weights.Clear();
        var lookup = _index.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int at = 0; TokenizerExtensions.Next(tokenizer, text, ref at) is { Length: > 0 } span;)
        {
            if (lookup.TryGetValue(span.In(text), out int word))
                weights.Add(new(word, 1));
        }

        weights.Sort(static (left, right) => left.Word.CompareTo(right.Word));
        int distinct = 0;
        double squares = 0;
        for (int i = 0; i < weights.Count;)
        {
            int first = i, word = weights[i].Word;
            while (i < weights.Count && weights[i].Word == word)
                i++;
            double weight = (i - first) * idf[word];
            squares = Math.FusedMultiplyAdd(weight, weight, squares);
            weights[distinct++] = new(word, weight);
        }

        weights.RemoveRange(distinct, weights.Count - distinct);
        double norm = Math.Sqrt(squares);
        for (int i = 0; i < distinct; i++)
            weights[i] = weights[i] with { Weight = weights[i].Weight / norm };
    }
}
