using System.Collections.Immutable;
using TypedExplain.Media;

namespace TypedExplain.Text.Vectors;

/// <summary>Sentences as positions in a vocabulary, the most frequent word first; of equals the one that comes first.</summary>
internal sealed class WordCorpus
{
    private readonly int[] _tokens;

    /// <summary>Where each sentence begins; the end of the last one behind.</summary>
    private readonly int[] _starts;

    public WordCorpus(IReadOnlyList<string> texts, ITokenizer tokenizer, int minimumCount)
    {
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        List<string> words = [];
        List<int> counts = [], tokens = [], starts = [0];
        foreach (string text in texts)
        {
            if (text is null)
                throw new InvalidDatasetException($"Text {starts.Count} is null.");
            for (int at = 0; TokenizerExtensions.Next(tokenizer, text, ref at) is { Length: > 0 } span;)
            {
                if (!lookup.TryGetValue(span.In(text), out int word))
                {
                    word = words.Count;
                    words.Add(span.In(text).ToString());
                    known.Add(words[^1], word);
                    counts.Add(0);
                }

                counts[word]++;
                tokens.Add(word);
            }

            starts.Add(tokens.Count);
        }

        // OrderByDescending keeps the order of equals, that of their first occurrence.
        int[] kept = [.. Enumerable.Range(0, words.Count).Where(word => counts[word] >= minimumCount).OrderByDescending(word => counts[word])];
        Words = [.. kept.Select(word => words[word])];
        Counts = [.. kept.Select(word => counts[word])];
        int[] places = new int[words.Count];
        places.AsSpan().Fill(-1);
        for (int i = 0; i < kept.Length; i++)
            places[kept[i]] = i;
        (_tokens, _starts) = Renumber(tokens, starts, places);
    }

    public ImmutableArray<string> Words { get; }

    public ImmutableArray<int> Counts { get; }

    /// <summary>How many words all sentences have together, those of the vocabulary only.</summary>
    public int Count => _tokens.Length;

    public int Sentences => _starts.Length - 1;

    /// <summary>The words of a sentence.</summary>
    public ReadOnlySpan<int> this[int sentence] => _tokens.AsSpan()[_starts[sentence].._starts[sentence + 1]];

    /// <summary>The position of a sentence's first word among all.</summary>
    public int Start(int sentence) => _starts[sentence];

    /// <summary>Takes out the words that are too rare, so that the others move together.</summary>
    private static (int[] Tokens, int[] Starts) Renumber(List<int> tokens, List<int> starts, int[] places)
    {
        List<int> kept = new(tokens.Count);
        int[] begins = new int[starts.Count];
        for (int sentence = 0; sentence < begins.Length - 1; sentence++)
        {
            for (int i = starts[sentence]; i < starts[sentence + 1]; i++)
            {
                if (places[tokens[i]] >= 0)
                    kept.Add(places[tokens[i]]);
            }

            begins[sentence + 1] = kept.Count;
        }

        return ([.. kept], begins);
    }
}
