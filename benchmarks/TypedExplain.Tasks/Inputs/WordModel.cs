using System.Text.Json;

namespace TypedExplain.Tasks.Inputs;

/// <summary>The given naive Bayes model as a black box of strings: splitting them into words is a part of it.</summary>
public sealed class WordModel
{
    private readonly WordTable _vocabulary;
    private readonly double[] _idf;
    private readonly double[] _priors;
    private readonly double[] _difference;

    public WordModel(JsonElement model)
    {
        _vocabulary = new(model.GetProperty("vocabulary").EnumerateObject().Select(word => KeyValuePair.Create(word.Name, word.Value.GetInt32())));
        _idf = DataFile.Numbers(model.GetProperty("idf"));
        _priors = DataFile.Numbers(model.GetProperty("class_log_prior"));
        double[][] logarithms = DataFile.Rows(model.GetProperty("feature_log_prob"));
        _difference = [.. logarithms[1].Select((value, i) => value - logarithms[0][i])];
    }

    /// <summary>The probability of the second class.</summary>
    public double Score(string text)
    {
        Span<int> known = stackalloc int[64];
        Span<int> counts = stackalloc int[64];
        int distinct = 0;
        for (int end = 0; end < text.Length; end++)
        {
            int start = end;
            uint hash = 0;
            for (; end < text.Length && text[end] != ' '; end++)
                hash = WordTable.Add(hash, text[end]);
            int index = _vocabulary.Find(text.AsSpan(start, end - start), hash);
            if (index < 0)
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
