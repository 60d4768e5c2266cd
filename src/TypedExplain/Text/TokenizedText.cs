using System.Collections.Immutable;
using TypedExplain.Text;

namespace TypedExplain.Media;

/// <summary>A text with its words as features, and the way back from features that are kept to a text. Immutable.</summary>
public sealed class TokenizedText
{
    /// <summary>What a removed word becomes where its position is the feature.</summary>
    public const string UsualPlaceholder = "UNKWORDZ";

    private readonly ImmutableArray<TokenSpan> _tokens;

    /// <summary>The feature of each token.</summary>
    private readonly int[] _features;

    /// <summary>The tokens in the order of their features, and where those of each feature begin.</summary>
    private readonly TokenSpan[] _occurrences;
    private readonly int[] _first;

    /// <summary>Divides a text.</summary>
    /// <param name="text">The text, which may be empty or have no word.</param>
    /// <param name="mode">What its features are.</param>
    /// <param name="tokenizer">What a word is; <see cref="WordTokenizer"/> by default.</param>
    /// <param name="placeholder">What a removed word becomes where its position is the feature.</param>
    /// <exception cref="InvalidOptionException">The tokenizer gave a token that is empty, overlaps another or is not in the text.</exception>
    public TokenizedText(string text, TextMode mode = TextMode.BagOfWords, ITokenizer? tokenizer = null, string placeholder = UsualPlaceholder)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(placeholder);
        if (mode is not (TextMode.BagOfWords or TextMode.Positional))
            throw new InvalidOptionException($"The mode of the text is {(int)mode}; it must be BagOfWords or Positional.");
        (Text, Mode, Placeholder, Tokenizer) = (text, mode, placeholder, tokenizer ?? new WordTokenizer());
        _tokens = Tokenizer.Tokenize(text);
        _features = new int[_tokens.Length];
        Words = mode == TextMode.Positional ? ByPosition() : ByWord();
        _first = new int[Words.Length + 1];
        _occurrences = new TokenSpan[_tokens.Length];
        Sort();
    }

    /// <summary>What was divided, as it was given.</summary>
    public string Text { get; }

    /// <summary>What its features are.</summary>
    public TextMode Mode { get; }

    /// <summary>What a removed word becomes where its position is the feature.</summary>
    public string Placeholder { get; }

    /// <summary>What a word is.</summary>
    public ITokenizer Tokenizer { get; }

    /// <summary>The word of each feature: the distinct words by their first occurrence, or the word at each position. Upper and lower case differ.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>How many features there are.</summary>
    public int Count => Words.Length;

    /// <summary>All words of the text, in order.</summary>
    public ImmutableArray<TokenSpan> Tokens => _tokens;

    /// <summary>The feature that a token belongs to.</summary>
    /// <param name="token">Position among <see cref="Tokens"/>.</param>
    public int FeatureOf(int token) => _features[token];

    /// <summary>Where the word of a feature stands: each of its occurrences, in order.</summary>
    /// <param name="feature">Position of the feature.</param>
    public ReadOnlySpan<TokenSpan> Spans(int feature) => _occurrences.AsSpan()[_first[feature].._first[feature + 1]];

    /// <summary>The text with some of its features only.</summary>
    /// <param name="kept">One number per feature: 0 where it is removed.</param>
    /// <exception cref="ArgumentException">There is not one number per feature.</exception>
    public string Keep(ReadOnlySpan<double> kept)
    {
        if (kept.Length != Count)
            throw new ArgumentException($"{kept.Length} numbers were given for a text of {Count} features.", nameof(kept));
        if (!kept.Contains(0))
            return Text;
        if (Mode == TextMode.BagOfWords)
            return KeptText.Of(Text, _tokens.AsSpan(), _features, kept);
        int length = Text.Length;
        for (int i = 0; i < _features.Length; i++)
        {
            if (kept[_features[i]] == 0)
                length = checked(length + Placeholder.Length - _tokens[i].Length);
        }

        return string.Create(length, new Rebuilding(this, kept), static (to, work) => work.Text.Write(work.Kept, to));
    }

    /// <summary>The text without some of its features.</summary>
    /// <param name="features">Positions of the features, in any order.</param>
    public string Without(params ReadOnlySpan<int> features)
    {
        double[] kept = new double[Count];
        kept.AsSpan().Fill(1);
        foreach (int feature in features)
            kept[feature] = 0;
        return Keep(kept);
    }

    /// <summary>The text.</summary>
    public override string ToString() => Text;

    private void Write(ReadOnlySpan<double> kept, Span<char> to)
    {
        int from = 0, at = 0;
        for (int i = 0; i < _features.Length; i++)
        {
            if (kept[_features[i]] != 0)
                continue;

            // Everything since the last removed word, separators and words alike, in one piece.
            ReadOnlySpan<char> piece = Text.AsSpan(from, _tokens[i].Start - from);
            piece.CopyTo(to[at..]);
            Placeholder.CopyTo(to[(at + piece.Length)..]);
            at += piece.Length + Placeholder.Length;
            from = _tokens[i].End;
        }

        Text.AsSpan(from).CopyTo(to[at..]);
    }

    private ImmutableArray<string> ByPosition()
    {
        for (int i = 0; i < _features.Length; i++)
            _features[i] = i;
        return [.. _tokens.Select(token => Text.Substring(token.Start, token.Length))];
    }

    private ImmutableArray<string> ByWord()
    {
        ImmutableArray<string>.Builder words = ImmutableArray.CreateBuilder<string>();
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int i = 0; i < _features.Length; i++)
        {
            ReadOnlySpan<char> word = _tokens[i].In(Text);
            if (!lookup.TryGetValue(word, out _features[i]))
            {
                _features[i] = words.Count;
                words.Add(word.ToString());
                known.Add(words[^1], _features[i]);
            }
        }

        return words.DrainToImmutable();
    }

    private void Sort()
    {
        foreach (int feature in _features)
            _first[feature + 1]++;
        for (int feature = 0; feature < Count; feature++)
            _first[feature + 1] += _first[feature];
        int[] next = [.. _first];
        for (int i = 0; i < _features.Length; i++)
            _occurrences[next[_features[i]]++] = _tokens[i];
    }

    private readonly ref struct Rebuilding(TokenizedText text, ReadOnlySpan<double> kept)
    {
        public TokenizedText Text { get; } = text;

        public ReadOnlySpan<double> Kept { get; } = kept;
    }
}
