using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Numerics;
using TypedExplain.Text;

namespace TypedExplain.Media;

/// <summary>Trains multinomial naive Bayes on texts, over word counts weighed by tf-idf.</summary>
/// <remarks>
/// A word's count is multiplied by idf = ln((1 + n)/(1 + texts with the word)) + 1, and each text divided by its Euclidean
/// norm. The probability of a word in a class is (its sum there + α) ÷ (the sum of all + α·words).
/// </remarks>
public sealed record NaiveBayesTrainer
{
    /// <summary>α, what every word counts in every class before any text is seen; above 0.</summary>
    [OptionRange(Above = 0, Below = double.PositiveInfinity)]
    public double Smoothing { get; init; } = 1;

    /// <summary>What a word is.</summary>
    public ITokenizer Tokenizer { get; init; } = new WordTokenizer();

    /// <summary>Whether upper and lower case are the same.</summary>
    public bool IgnoresCase { get; init; } = true;

    /// <summary>Trains a model.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="labels">The class of each; classes are ordered by their UTF-16 units.</param>
    /// <exception cref="InvalidDatasetException">There is not one label per text, no second class, or no word.</exception>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public NaiveBayes Train(IReadOnlyList<string> texts, IReadOnlyList<string> labels)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(labels);
        if (!(Smoothing > 0 && double.IsFinite(Smoothing)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Smoothing is {Smoothing}; it must be above 0."));
        if (Tokenizer is null)
            throw new InvalidOptionException("Tokenizer is not given; it must say what a word is.");
        if (texts.Count != labels.Count)
            throw new InvalidDatasetException($"{labels.Count} labels were given for {texts.Count} texts; each text needs one.");
        ImmutableArray<string> classes = [.. labels.Distinct().Order(StringComparer.Ordinal)];
        if (classes.Length < 2)
            throw new InvalidDatasetException($"All {texts.Count} texts are of {(classes.IsEmpty ? "no class" : $"the class {classes[0]}")}; there is nothing to tell apart.");

        WordCounts counts = new(Tokenizer, IgnoresCase);
        foreach (string text in texts)
            counts.Learn(text ?? throw new InvalidDatasetException("A text is null."));
        if (counts.Words.Count == 0)
            throw new InvalidDatasetException($"None of {texts.Count} texts has a word.");
        return Fit(counts, texts, [.. labels.Select(label => classes.BinarySearch(label, StringComparer.Ordinal))], classes);
    }

    private NaiveBayes Fit(WordCounts counts, IReadOnlyList<string> texts, int[] labels, ImmutableArray<string> classes)
    {
        int words = counts.Words.Count;
        double[] idf = [.. counts.Texts.Select(with => VectorMath.Log((1.0 + texts.Count) / (1 + with)) + 1)];
        double[] sums = new double[words * classes.Length], priors = new double[classes.Length];
        List<WordWeight> own = [];
        for (int i = 0; i < texts.Count; i++)
        {
            counts.Weigh(texts[i], idf, own);
            foreach (WordWeight word in own)
                sums[(word.Word * classes.Length) + labels[i]] += word.Weight;
            priors[labels[i]]++;
        }

        for (int label = 0; label < classes.Length; label++)
        {
            double total = Smoothing * words;
            for (int word = 0; word < words; word++)
                total += sums[(word * classes.Length) + label];
            for (int word = 0; word < words; word++)
                sums[(word * classes.Length) + label] = VectorMath.Log((sums[(word * classes.Length) + label] + Smoothing) / total);
            priors[label] = VectorMath.Log(priors[label] / texts.Count);
        }

        return new(counts, classes, idf, priors, sums);
    }
}
