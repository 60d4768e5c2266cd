using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain.Media;

/// <summary>A word of a text and what it does to the explained output.</summary>
/// <param name="Word">The word, as it is written.</param>
/// <param name="Spans">Where it stands in the text, in UTF-16 units: once, or wherever it stands where parts are distinct words.</param>
/// <param name="Effect">The output with the word less the output without it, as the surrogate has it.</param>
public sealed record WordEffect(string Word, ImmutableArray<TokenSpan> Spans, double Effect)
{
    /// <summary>Word and effect.</summary>
    public override string ToString() => ToString(CultureInfo.InvariantCulture);

    /// <summary>The same, with numbers as a culture writes them.</summary>
    internal string ToString(IFormatProvider provider) => string.Create(provider, $"{VisibleText.Name(Word)} {Effect:+0.000;-0.000;0.000}");
}
