using System.Globalization;
using TypedExplain.Media;

namespace TypedExplain.Text.Vectors;

/// <summary>Words and vectors of a file as they are read, held against the counts of its first line.</summary>
internal sealed class VectorList
{
    private readonly List<string> _words = [];
    private readonly List<float> _numbers = [];

    /// <param name="header">The first line: two whole numbers.</param>
    public VectorList(string header)
    {
        string[] parts = header.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || !TryCount(parts[0], out int words) || !TryCount(parts[1], out int dimensions))
            throw new InvalidModelException($"The first line of a file of word vectors must be the number of words and the number of dimensions, each at least 1; it is \"{Short(header)}\".");
        if ((long)words * dimensions > Array.MaxLength)
            throw new InvalidModelException(string.Create(CultureInfo.InvariantCulture, $"The file of word vectors says that it holds {words} words of {dimensions} dimensions; more than {Array.MaxLength} numbers cannot be read."));
        (Words, Dimensions) = (words, dimensions);
    }

    /// <summary>How many words the first line promises.</summary>
    public int Words { get; }

    /// <summary>How many numbers it promises for each.</summary>
    public int Dimensions { get; }

    /// <summary>How many words were read.</summary>
    public int Count => _words.Count;

    public void AddLine(string line)
    {
        string[] parts = line.Split((char[])[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != Dimensions + 1)
            throw new InvalidModelException(string.Create(CultureInfo.InvariantCulture, $"Line {Count + 2} of the word vectors, \"{Short(line)}\", has {Math.Max(parts.Length - 1, 0)} numbers after its word; the first line promises {Dimensions}."));
        AddWord(parts[0]);
        foreach (string part in parts.AsSpan(1))
        {
            if (!float.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out float value))
                throw new InvalidModelException($"\"{Short(part)}\" in line {Count + 1} of the word vectors, that of \"{Short(_words[^1])}\", is not a number.");
            AddNumber(value);
        }
    }

    public void AddWord(string word) => _words.Add(word);

    public void AddNumber(float value)
    {
        if (!float.IsFinite(value))
            throw new InvalidModelException(string.Create(CultureInfo.InvariantCulture, $"The vector of \"{Short(_words[^1])}\", word {Count}, holds {value}; its numbers must be finite."));
        _numbers.Add(value);
    }

    public InvalidModelException CutOff() =>
        new(string.Create(CultureInfo.InvariantCulture, $"The file of word vectors is cut off: its first line promises {Words} words of {Dimensions} numbers, and it ends after {_numbers.Count / Dimensions} of them."));

    public InvalidModelException TooLong() =>
        new(string.Create(CultureInfo.InvariantCulture, $"The file of word vectors goes on after the {Words} words of {Dimensions} numbers that its first line promises."));

    public Word2Vec Build() => new([.. _words], System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_numbers));

    private static bool TryCount(string text, out int count) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count >= 1;

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
