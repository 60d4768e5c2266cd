using System.Collections.Immutable;
using System.Text;
using TypedExplain.Errors;
using TypedExplain.Text;

namespace TypedExplain.Media;

/// <summary>
/// MeLIME's neighbors of a text: words are replaced by words of similar meaning, so that every neighbor is about a text
/// that could have been written. The parts are positions, and count 1 where the word there is unchanged.
/// </summary>
/// <remarks>
/// By default a neighbor has from one to all of its words replaced, each number as likely, by any of the words within
/// <see cref="Radius"/>, each as likely. A word without a vector stays, and has no effect.
/// </remarks>
public sealed record Word2VecNeighborhood : ITextNeighborhood
{
    /// <summary>How many words are looked at where none is within the radius.</summary>
    private const int Fewest = 10;

    /// <summary>The words and their vectors.</summary>
    public required Word2Vec Words { get; init; }

    /// <summary>The largest cosine distance of a replacement, 1 − cosine, from 0 to 2; where no word is that near, the 10 nearest are taken.</summary>
    [OptionRange(AtLeast = 0, AtMost = 2)]
    public double Radius { get; init; } = 0.5;

    /// <summary>
    /// Whether the words are replaced as MeLIME's code does: one per neighbor, position after position, first by the most
    /// similar words, then by the next, whatever the radius.
    /// </summary>
    public bool Ranked { get; init; }

    /// <summary>What a word is; what stands between blanks by default.</summary>
    public ITokenizer Tokenizer { get; init; } = new WhitespaceTokenizer();

    /// <summary>The kernel of the number of words replaced.</summary>
    public IKernel Kernel { get; init; } = new ExponentialKernel();

    Description IDescribed.Describe() => Description.OfLibrary(nameof(Word2VecNeighborhood))
        .With("words", Words)
        .With("radius", Radius)
        .With("ranked", Ranked)
        .With("tokenizer", Tokenizer)
        .With("kernel", Kernel);

    /// <inheritdoc/>
    public TextNeighbors Around(string text, RandomStream stream, CancellationToken cancellation = default)
    {
        if (Words is null)
            throw new InvalidOptionException("Words of the word2vec neighborhood is not given; train them with a Word2VecTrainer or load them.");
        TokenizedText tokens = new(text, TextMode.Positional, Tokenizer.Given(nameof(Tokenizer), "the word2vec neighborhood"));
        _ = Kernel.Given(nameof(Kernel), "the word2vec neighborhood");
        Dictionary<string, ImmutableArray<SimilarWord>> similar = new(StringComparer.Ordinal);
        foreach (string word in tokens.Words)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!similar.ContainsKey(word))
                similar.Add(word, Ranked ? Words.MostSimilar(word, Words.Words.Length) : Near(word));
        }

        return new Neighbors(tokens, [.. tokens.Words.Select(word => similar[word])], this, stream);
    }

    private ImmutableArray<SimilarWord> Near(string word) => Words.Within(word, Radius) is { IsEmpty: false } near ? near : Words.MostSimilar(word, Fewest);

    private sealed class Neighbors(TokenizedText text, ImmutableArray<SimilarWord>[] similar, Word2VecNeighborhood options, RandomStream stream) : TextNeighbors(text)
    {
        private readonly RandomStream _choices = stream.For(-1);

        public override void Draw(Span<double> values)
        {
            if (Parts == 0)
                return;
            if (options.Ranked)
                DrawRanked(values);
            else
                WordMasks.Fill(stream, 0, Parts, values);
            for (int i = 0; i < values.Length; i++)
            {
                if (similar[i % Parts].IsEmpty)
                    values[i] = 1;
            }
        }

        public override void Weigh(ReadOnlySpan<double> values, Span<double> weights) => WeighBy(options.Kernel, values, weights);

        public override string Neighbor(int neighbor, ReadOnlySpan<double> values)
        {
            if (!values.Contains(0))
                return Text.Text;
            RandomStream choices = _choices.For(neighbor);
            StringBuilder built = new(Text.Text.Length);
            int from = 0;
            for (int i = 0; i < values.Length; i++)
            {
                TokenSpan token = Text.Tokens[i];
                built.Append(Text.Text, from, token.Start - from);
                if (values[i] != 0)
                    built.Append(Text.Text, token.Start, token.Length);
                else
                    built.Append(similar[i][options.Ranked ? neighbor / Parts : choices.Choose(i, similar[i].Length)].Word);
                from = token.End;
            }

            return built.Append(Text.Text, from, Text.Text.Length - from).ToString();
        }

        private void DrawRanked(Span<double> values)
        {
            values.Fill(1);
            for (int neighbor = 0; neighbor < values.Length / Parts; neighbor++)
            {
                int position = neighbor % Parts;
                if (neighbor / Parts < similar[position].Length)
                    values[(neighbor * Parts) + position] = 0;
            }
        }
    }
}
