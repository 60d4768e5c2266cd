using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain;

/// <summary>Answers of a model that have no log odds, and what they counted as: the size of effects rests on that number.</summary>
/// <param name="Count">How many answers were 0 or 1, or nearer to them than <paramref name="Least"/>.</param>
/// <param name="Samples">Of how many.</param>
/// <param name="Least">What 0 counted as; 1 counted as 1 less this.</param>
public readonly record struct ClippedAnswers(int Count, int Samples, double Least)
{
    /// <summary>How many, and what they counted as.</summary>
    public override string ToString() => ToString(CultureInfo.InvariantCulture);

    /// <summary>The same, with numbers as a culture writes them.</summary>
    internal string ToString(IFormatProvider provider) => string.Create(
        provider,
        $"{Count} of {Samples} {Noun.Of(Samples, "answer")} {Noun.Of(Count, "is 0 or 1, or nearly so, and has no log odds; it counts", "are 0 or 1, or nearly so, and have no log odds; they count")} as {Least:G3} away from it, and the size of effects depends on that. Draw nearer (Radius), or explain the probability itself (LinkFunction.Identity)");
}
