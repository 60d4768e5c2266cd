using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Numerics;
using TypedExplain.Files;
using TypedExplain.Text.Vectors;

namespace TypedExplain.Media;

/// <summary>Words as vectors (Mikolov et al., 2013): words that stand among the same words have vectors of the same direction.</summary>
/// <remarks>Immutable, so safe to share between threads. Words are compared by their UTF-16 units: upper and lower case differ.</remarks>
public sealed partial class Word2Vec : IDescribed
{
    private readonly WordVectors<float> _vectors;
    private readonly Dictionary<string, int> _index;
    private readonly Lazy<string> _sha256;

    /// <summary>Vectors that come from elsewhere.</summary>
    /// <param name="words">The words, all different.</param>
    /// <param name="vectors">One vector per word, one after the other; finite numbers.</param>
    /// <exception cref="InvalidModelException">A word is there twice or empty, the counts do not fit, or a number is not finite.</exception>
    public Word2Vec(ImmutableArray<string> words, ReadOnlySpan<float> vectors)
        : this(words, Padded(words, vectors, out int dimensions), dimensions, [])
    {
    }

    internal Word2Vec(ImmutableArray<string> words, float[] rows, int dimensions, ImmutableArray<double> losses)
    {
        Words = words;
        Losses = losses;
        _sha256 = new(() => ContentDigest.Of(Save));
        _vectors = new(dimensions, rows);
        _index = new(words.Length, StringComparer.Ordinal);
        for (int i = 0; i < words.Length; i++)
        {
            if (string.IsNullOrEmpty(words[i]))
                throw new InvalidModelException($"Word {i + 1} of the vectors is empty.");
            if (!_index.TryAdd(words[i], i))
                throw new InvalidModelException($"The word \"{words[i]}\" has two vectors, number {_index[words[i]] + 1} and number {i + 1}.");
        }
    }

    /// <summary>The words, as they were given; after training the most frequent first.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>Numbers per vector.</summary>
    public int Dimensions => _vectors.Dimensions;

    /// <summary>The mean loss of each epoch of training; empty for vectors that were loaded or given.</summary>
    public ImmutableArray<double> Losses { get; }

    /// <summary>The SHA-256 of what <see cref="Save(Stream)"/> writes: 64 hexadecimal digits.</summary>
    public string Sha256 => _sha256.Value;

    Description IDescribed.Describe() => Description.OfLibrary(nameof(Word2Vec)).With("words", Words.Length).With("dimensions", Dimensions).With("sha256", Sha256);

    /// <summary>Whether a word has a vector.</summary>
    /// <param name="word">The word.</param>
    public bool Contains(ReadOnlySpan<char> word) => IndexOf(word) >= 0;

    /// <summary>Position of a word among <see cref="Words"/>; −1 where it has no vector.</summary>
    /// <param name="word">The word.</param>
    public int IndexOf(ReadOnlySpan<char> word) =>
        _index.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out int index) ? index : -1;

    /// <summary>The vector of a word; empty where it has none.</summary>
    /// <param name="word">The word.</param>
    public ReadOnlySpan<float> Vector(ReadOnlySpan<char> word) => IndexOf(word) is >= 0 and int index ? _vectors[index] : default;

    /// <summary>The cosine of the vectors of two words, from −1 to 1; null where one of them has none.</summary>
    /// <param name="left">A word.</param>
    /// <param name="right">Another word.</param>
    public double? Similarity(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        (IndexOf(left), IndexOf(right)) is ( >= 0 and int one, >= 0 and int other) ? _vectors.Similarity(one, other) : null;

    /// <summary>The words most similar to a word, the most similar first; none where the word has no vector.</summary>
    /// <param name="word">The word, which is not among the answers.</param>
    /// <param name="count">How many are wanted, 0 or more; fewer are given where there are no more.</param>
    public ImmutableArray<SimilarWord> MostSimilar(ReadOnlySpan<char> word, [OptionRange(AtLeast = 0)] int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Ranked(word, (similarities, own) => SimilarityRanking.First(similarities, own, count));
    }

    /// <summary>The words within a distance of a word, the most similar first; none where the word has no vector.</summary>
    /// <param name="word">The word, which is not among the answers.</param>
    /// <param name="distance">The largest cosine distance, 1 − cosine: from 0 to 2.</param>
    /// <exception cref="InvalidOptionException">The distance is not from 0 to 2.</exception>
    public ImmutableArray<SimilarWord> Within(ReadOnlySpan<char> word, [OptionRange(AtLeast = 0, AtMost = 2)] double distance)
    {
        if (!(distance is >= 0 and <= 2))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"The distance of similar words is {distance}; it must be from 0 to 2, as 1 − cosine is."));
        return Ranked(word, (similarities, own) => SimilarityRanking.AtLeast(similarities, own, 1 - distance));
    }

    /// <summary>How many words of how many numbers.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Word2Vec of {Words.Length} words in {Dimensions} dimensions");

    /// <summary>The vector of the word at a position.</summary>
    internal ReadOnlySpan<float> Vector(int index) => _vectors[index];

    private ImmutableArray<SimilarWord> Ranked(ReadOnlySpan<char> word, RankedRows rank)
    {
        int own = IndexOf(word);
        if (own < 0)
            return [];
        using Pooled memory = new(Words.Length);
        Span<double> similarities = memory.Span;
        for (int i = 0; i < similarities.Length; i++)
            similarities[i] = _vectors.Similarity(own, i);
        int[] rows = rank(similarities, own);
        ImmutableArray<SimilarWord>.Builder found = ImmutableArray.CreateBuilder<SimilarWord>(rows.Length);
        foreach (int row in rows)
            found.Add(new(Words[row], similarities[row]));
        return found.MoveToImmutable();
    }

    private static float[] Padded(ImmutableArray<string> words, ReadOnlySpan<float> vectors, out int dimensions)
    {
        if (words.IsDefaultOrEmpty || vectors.IsEmpty || vectors.Length % words.Length != 0)
            throw new InvalidModelException($"{vectors.Length} numbers are not vectors of {(words.IsDefault ? 0 : words.Length)} words with as many numbers for each; there must be at least 1.");
        dimensions = vectors.Length / words.Length;
        int stride = NumberOps.Stride<float>(dimensions);
        float[] rows = new float[checked(words.Length * stride)];
        for (int i = 0; i < words.Length; i++)
        {
            ReadOnlySpan<float> own = vectors.Slice(i * dimensions, dimensions);
            foreach (float value in own)
            {
                if (!float.IsFinite(value))
                    throw new InvalidModelException(string.Create(CultureInfo.InvariantCulture, $"The vector of \"{words[i]}\" holds {value}; its numbers must be finite."));
            }

            own.CopyTo(rows.AsSpan(i * stride));
        }

        return rows;
    }

    private delegate int[] RankedRows(ReadOnlySpan<double> similarities, int own);
}
