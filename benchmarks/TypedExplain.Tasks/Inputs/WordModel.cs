using System.Collections.Frozen;
using System.Text.Json;

namespace TypedExplain.Tasks.Inputs;

/// <summary>The given naive Bayes model as a black box of strings: splitting them into words is a part of it.</summary>
public sealed class WordModel
{
    private readonly FrozenDictionary<string, int> _vocabulary;
    private readonly double[] _idf;
    private readonly double[] _priors;
    private readonly double[] _difference;

    public WordModel(JsonElement model)
    {
        _vocabulary = model.GetProperty("vocabulary").EnumerateObject().ToFrozenDictionary(word => word.Name, word => word.Value.GetInt32(), StringComparer.Ordinal);
        _idf = DataFile.Numbers(model.GetProperty("idf"));
        _priors = DataFile.Numbers(model.GetProperty("class_log_prior"));
        double[][] logarithms = DataFile.Rows(model.GetProperty("feature_log_prob"));
        _difference = [.. logarithms[1].Select((value, i) => value - logarithms[0][i])];
    }

    /// <summary>The probability of the second class.</summary>
    public double Score(string text)
    {
        var lookup = _vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<int> known = stackalloc int[64];
        Span<int> counts = stackalloc int[64];
        int distinct = 0;
        foreach (Range part in text.AsSpan().Split(' '))
        {
            ReadOnlySpan<char> word = text.AsSpan(part);
            if (word.IsEmpty || !lookup.TryGetValue(word, out int index))
                continue;
            int at = known[..distinct].IndexOf(index);
            if (at < 0)
                (known[distinct], counts[distinct], at) = (index, 0, distinct++);
            counts[at]++;
        }

        double squares = 0, sum = 0;
        for (int i = 0; i < distinct; i++)
        {
            double weight = counts[i] * _idf[known[i]];
            squares += weight * weight;
            sum += weight * _difference[known[i]];
        }

        double log = _priors[1] - _priors[0] + (squares > 0 ? sum / Math.Sqrt(squares) : 0);
        return 1 / (1 + Math.Exp(-log));
    }
}
