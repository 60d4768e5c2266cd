using TypedExplain.Generated;
using TypedExplain.Numerics;
using TypedExplain.Schema;

namespace TypedExplain.Media;

/// <summary>Which words of a text speak for the explained output, and which against it.</summary>
public sealed class TextAttribution : MediaAttribution
{
    private readonly TokenizedText _text;

    internal TextAttribution(TokenizedText text, double[] effects)
        : base(effects) => _text = text;

    /// <summary>The text that was explained.</summary>
    public string Text => _text.Text;

    /// <summary>The text with its parts.</summary>
    internal TokenizedText Tokenized => _text;

    /// <summary>How many parts it has.</summary>
    public int Count => _text.Count;

    /// <summary>One part: a word wherever it stands, or a word at one position.</summary>
    /// <param name="part">Its position, from 0.</param>
    public WordEffect this[int part] => new(_text.Words[part], [.. _text.Spans(part)], Effects[part]);

    /// <summary>The parts in the order of their first place in the text.</summary>
    public IEnumerable<WordEffect> Words => Enumerable.Range(0, Count).Select(part => this[part]);

    /// <summary>The parts by the size of their effect, the largest first; of equals the earlier one leads.</summary>
    public IEnumerable<WordEffect> Ranked()
    {
        int[] order = [.. Enumerable.Range(0, Count)];
        Ranking.Descending([.. order.Select(part => Math.Abs(Effects[part]))], order);
        return order.Select(part => this[part]);
    }

    /// <summary>The sum of the effects of a word's parts; 0 where it does not stand in the text.</summary>
    /// <param name="word">The word, exactly as it is written.</param>
    public double EffectOf(string word)
    {
        double sum = 0;
        for (int part = 0; part < Count; part++)
        {
            if (_text.Words[part] == word)
                sum += Effects[part];
        }

        return sum;
    }

    /// <summary>Words and effects, the strongest first; of a protected text only that they are withheld.</summary>
    public override string ToString() => IsProtected ? Protection.Withheld : string.Join(", ", Ranked().Where(word => word.Effect != 0));

    /// <summary>A word counts 1 where it stands in the other text.</summary>
    internal override double Predict(MediaValues record, int media)
    {
        string other = record.Text(media);
        HashSet<string> there = other == Text ? [.. _text.Words] : [.. new TokenizedText(other, tokenizer: _text.Tokenizer).Words];
        double sum = 0;
        for (int part = 0; part < Count; part++)
        {
            if (there.Contains(_text.Words[part]))
                sum += Effects[part];
        }

        return sum;
    }
}
