using System.Collections.Concurrent;
using System.Collections.Immutable;
using TypedExplain.Errors;
using TypedExplain.Files;
using TypedExplain.Numerics;
using TypedExplain.Text;

namespace TypedExplain.Media;

/// <summary>A trained classifier of texts: multinomial naive Bayes over word counts weighed by tf-idf.</summary>
/// <remarks>
/// Immutable but for memory that threads lend each other, so safe to share. Words that training did not see are passed over; a
/// text without any other gets the shares of the classes in training.
/// </remarks>
public sealed class NaiveBayes
{
    private readonly WordCounts _counts;
    private readonly double[] _idf, _priors, _logarithms;
    private readonly ConcurrentBag<List<WordWeight>> _workers = [];
    private readonly Lazy<string> _sha256;

    /// <param name="counts">The vocabulary.</param>
    /// <param name="classes">The names of the classes.</param>
    /// <param name="idf">Per word.</param>
    /// <param name="priors">The logarithm of each class's share.</param>
    /// <param name="logarithms">Per word, and in it per class: the logarithm of the word's probability there.</param>
    internal NaiveBayes(WordCounts counts, ImmutableArray<string> classes, double[] idf, double[] priors, double[] logarithms)
    {
        _counts = counts;
        Classes = classes;
        (_idf, _priors, _logarithms) = (idf, priors, logarithms);
        _sha256 = new(Digest);
    }

    /// <summary>The names of the classes, in order.</summary>
    public ImmutableArray<string> Classes { get; }

    /// <summary>How many words it knows.</summary>
    public int Vocabulary => _counts.Words.Count;

    /// <summary>The SHA-256 of its classes, words and numbers: 64 hexadecimal digits. A model of a function that asks it can be identified by it.</summary>
    public string Sha256 => _sha256.Value;

    /// <summary>The probability of each class for a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="probabilities">Where they go: one number per class.</param>
    /// <exception cref="ArgumentException">There is not room for one number per class.</exception>
    public void Score(ReadOnlySpan<char> text, Span<double> probabilities)
    {
        if (probabilities.Length != Classes.Length)
            throw new ArgumentException($"There is room for {probabilities.Length} probabilities, and there are {Classes.Length} classes.", nameof(probabilities));
        List<WordWeight> words = _workers.TryTake(out List<WordWeight>? idle) ? idle : [];
        _counts.Weigh(text, _idf, words);
        _priors.CopyTo(probabilities);
        foreach (WordWeight word in words)
        {
            for (int label = 0; label < probabilities.Length; label++)
                probabilities[label] = Math.FusedMultiplyAdd(word.Weight, _logarithms[(word.Word * probabilities.Length) + label], probabilities[label]);
        }

        _workers.Add(words);
        Normalize(probabilities);
    }

    /// <summary>The probability of each class for a text, in the order of <see cref="Classes"/>.</summary>
    /// <param name="text">The text.</param>
    public double[] Probabilities(ReadOnlySpan<char> text)
    {
        double[] probabilities = new double[Classes.Length];
        Score(text, probabilities);
        return probabilities;
    }

    /// <summary>The most probable class of a text; of equals the first.</summary>
    /// <param name="text">The text.</param>
    public string Classify(ReadOnlySpan<char> text)
    {
        double[] probabilities = Probabilities(text);
        return Classes[probabilities.AsSpan().IndexOf(probabilities.Max())];
    }

    /// <summary>How many words and classes it knows.</summary>
    public override string ToString() => $"Naive Bayes of {Vocabulary} words for {NameList.Names(Classes)}";

    private string Digest() => ContentDigest.OfValues(writer =>
    {
        writer.Write(Classes.Length);
        foreach (string name in Classes)
            writer.Write(name);
        _counts.Write(writer);
        foreach (double[] numbers in (double[][])[_idf, _priors, _logarithms])
        {
            writer.Write(numbers.Length);
            foreach (double number in numbers)
                writer.Write(number);
        }
    });

    /// <summary>From logarithms that lack a common summand to probabilities.</summary>
    private static void Normalize(Span<double> values)
    {
        double largest = double.NegativeInfinity, sum = 0;
        foreach (double value in values)
            largest = Math.Max(largest, value);
        foreach (ref double value in values)
        {
            value = VectorMath.Exp(value - largest);
            sum += value;
        }

        foreach (ref double value in values)
            value /= sum;
    }
}
