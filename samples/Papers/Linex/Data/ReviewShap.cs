using TypedExplain.Media;

namespace Papers;

/// <summary>
/// KernelSHAP of sentences: a sentence's distinct words are there or not, as flags of a record, and a coalition is the sentence
/// with only its words. The words that a sentence does not have contribute nothing to it.
/// </summary>
/// <param name="model">The model's answer for a text.</param>
/// <param name="seed">The seed of the coalitions.</param>
public sealed class ReviewShap(Func<string, double> model, int seed)
{
    private readonly KernelShap<ReviewWords> _shap = new() { Background = new Dataset<ReviewWords>([Of(0)]), Seed = seed };

    /// <summary>The words of a sentence with their contributions, and the model's answer where no word is there.</summary>
    public (IReadOnlyDictionary<string, double> Contributions, double Base) Explain(string sentence, CancellationToken cancellation)
    {
        TokenizedText text = new(sentence);
        IModel<ReviewWords> ofWords = Model.From<ReviewWords>(words => model(text.Keep(words.There.AsSpan(0, text.Count))));
        ShapValues<ReviewWords> values = _shap.Values(ofWords, Of(text.Count), cancellation);
        return (text.Words.Select((word, i) => (word, values.Contributions[i])).ToDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal), values.BaseValue);
    }

    /// <summary>A sentence with its first so many words.</summary>
    private static ReviewWords Of(int count) => new([.. Enumerable.Range(0, ReviewWords.Most).Select(i => i < count ? 1.0 : 0)]);
}
