using System.Diagnostics;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Text.Vectors;

namespace TypedExplain.Media;

/// <summary>Learns vectors of words from texts by negative sampling (Mikolov et al., 2013).</summary>
/// <remarks>
/// Stochastic gradient descent over positions in steps of 256, divided into eight shards that are added in a fixed order: the
/// same texts, options and seed give the same vectors, bit for bit, on any number of threads and any machine. The window
/// around each position is drawn from 1 to its width, so near words count more.
/// </remarks>
public sealed record Word2VecTrainer
{
    /// <summary>The most words around a position, and drawn against one.</summary>
    private const int Most = 10_000;

    /// <summary>Numbers per vector; at least 1.</summary>
    [OptionRange(AtLeast = 1)]
    public int Dimensions { get; init; } = 100;

    /// <summary>The most words to each side that count as context; from 1 to 10,000.</summary>
    [OptionRange(AtLeast = 1, AtMost = Most)]
    public int Window { get; init; } = 5;

    /// <summary>Words per prediction that are told apart from the right one, drawn by their frequency to the power ¾; from 1 to 10,000.</summary>
    [OptionRange(AtLeast = 1, AtMost = Most)]
    public int Negatives { get; init; } = 5;

    /// <summary>How often a word must be there to get a vector; at least 1. Rarer words are taken out of the texts.</summary>
    [OptionRange(AtLeast = 1)]
    public int MinimumCount { get; init; } = 1;

    /// <summary>How often all positions are gone through; at least 1.</summary>
    [OptionRange(AtLeast = 1)]
    public int Epochs { get; init; } = 30;

    /// <summary>The size of the first steps, above 0; it falls in proportion to what is left.</summary>
    [OptionRange(Above = 0, Below = double.PositiveInfinity)]
    public double LearningRate { get; init; } = 0.025;

    /// <summary>What is predicted from what.</summary>
    public WordArchitecture Architecture { get; init; }

    /// <summary>What a word is.</summary>
    public ITokenizer Tokenizer { get; init; } = new WhitespaceTokenizer();

    /// <summary>Seed of the first vectors, the order of texts, the windows and the negatives.</summary>
    public int Seed { get; init; }

    /// <summary>The most threads, at least 1, of which no more than eight find work; null for one per processor. The vectors are the same with any.</summary>
    [OptionRange(AtLeast = 1)]
    public int? MaxThreads { get; init; }

    /// <summary>Learns vectors.</summary>
    /// <param name="texts">The texts, usually a sentence each; no context reaches from one into another.</param>
    /// <param name="progress">Told after each epoch.</param>
    /// <param name="cancellation">Ends training after a step; the vectors as they are then are given, if an epoch was done.</param>
    /// <exception cref="InvalidDatasetException">No text has two words, or no word is there often enough.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    /// <exception cref="OperationCanceledException">The cancellation was asked for before an epoch was done.</exception>
    /// <exception cref="InvalidModelException">The loss became NaN or infinite.</exception>
    public Word2Vec Train(IReadOnlyList<string> texts, IProgress<Word2VecProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        Check();
        WordCorpus corpus = new(texts, Tokenizer, MinimumCount);
        if (corpus.Words.IsEmpty)
            throw new InvalidDatasetException($"None of {texts.Count} texts has a word that is there {MinimumCount} times, as MinimumCount asks; there is nothing to learn.");
        if (!Enumerable.Range(0, corpus.Sentences).Any(sentence => corpus[sentence].Length > 1))
            throw new InvalidDatasetException($"None of {texts.Count} texts has two words of the vocabulary; vectors are learned from words that stand together.");
        if (corpus.Words.Length * (Dimensions + 15L) > MemoryLimit.Numbers)
            throw new InvalidOptionException($"Dimensions is {Dimensions}; with {corpus.Words.Length} words it must be at most {(MemoryLimit.Numbers / corpus.Words.Length) - 15}.");

        WordTraining training = new(this, corpus);
        long started = Stopwatch.GetTimestamp();
        List<double> losses = [];
        while (losses.Count < Epochs && training.Run(losses.Count, MaxThreads ?? Environment.ProcessorCount, cancellation) is { } loss)
        {
            losses.Add(loss);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
            progress?.Report(new(losses.Count, Epochs, loss, elapsed, elapsed / losses.Count * (Epochs - losses.Count)));
        }

        if (losses.Count == 0)
            throw new OperationCanceledException("Training was canceled before its first epoch was done, so there are no vectors yet.", cancellation);
        return new(corpus.Words, training.Inputs, Dimensions, [.. losses]);
    }

    private void Check()
    {
        foreach ((string name, int value) in new[] { (nameof(Dimensions), Dimensions), (nameof(Window), Window), (nameof(Negatives), Negatives), (nameof(MinimumCount), MinimumCount), (nameof(Epochs), Epochs), (nameof(MaxThreads), MaxThreads ?? 1) })
        {
            if (value < 1)
                throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be at least 1."));
        }

        if (Window > Most || Negatives > Most)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"{(Window > Most ? nameof(Window) : nameof(Negatives))} is {(Window > Most ? Window : Negatives)}; it must be at most {Most}."));
        if (!(LearningRate > 0 && double.IsFinite(LearningRate)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"LearningRate is {LearningRate}; it must be above 0."));
        if (Architecture is not (WordArchitecture.Cbow or WordArchitecture.SkipGram))
            throw new InvalidOptionException($"Architecture is {(int)Architecture}; it must be Cbow or SkipGram.");
        if (Tokenizer is null)
            throw new InvalidOptionException("Tokenizer is not given; it must say what a word is.");
    }
}
