using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TypedExplain.Decisions;

/// <summary>The answers of a model that are wanted: all from one number to another, both included.</summary>
/// <param name="Minimum">The least; negative infinity where there is none.</param>
/// <param name="Maximum">The largest; positive infinity where there is none.</param>
[SuppressMessage("Style", "IDE0060", Justification = "Both sides of && are looked at, whatever the left one is.")]
public readonly record struct WantedAnswers(double Minimum, double Maximum)
{
    /// <summary>Answers of at least a number.</summary>
    /// <param name="least">The number.</param>
    public static WantedAnswers AtLeast(double least) => new(least, double.IsNaN(least) ? double.NaN : double.PositiveInfinity);

    /// <summary>Answers of at most a number.</summary>
    /// <param name="most">The number.</param>
    public static WantedAnswers AtMost(double most) => new(double.IsNaN(most) ? double.NaN : double.NegativeInfinity, most);

    /// <summary>Whether no answer is wanted, because nothing lies between the ends or an end is not a number.</summary>
    public bool IsEmpty => !(Minimum <= Maximum);

    /// <summary>Whether an answer is wanted.</summary>
    /// <param name="answer">The answer.</param>
    public bool Contains(double answer) => answer >= Minimum && answer <= Maximum;

    /// <summary>Whether a wanted answer may lie between two numbers.</summary>
    internal bool Meets(double least, double most) => most >= Minimum && least <= Maximum;

    /// <summary>How far an answer is from being wanted; 0 where it is.</summary>
    internal double Distance(double answer) => Math.Max(0, Math.Max(Minimum - answer, answer - Maximum));

    /// <summary>The answers that two conditions both want.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static WantedAnswers operator &(WantedAnswers left, WantedAnswers right) => left.BitwiseAnd(right);

    /// <summary>For <c>&amp;&amp;</c>: both sides are always looked at.</summary>
    /// <param name="answers">The condition on the left.</param>
    public static bool operator true(WantedAnswers answers) => answers.IsTrue;

    /// <summary>For <c>&amp;&amp;</c>: both sides are always looked at.</summary>
    /// <param name="answers">The condition on the left.</param>
    public static bool operator false(WantedAnswers answers) => false;

    /// <summary>Whether any answer is wanted.</summary>
    public bool IsTrue => !IsEmpty;

    /// <summary>The answers that this and another condition both want.</summary>
    /// <param name="other">The other.</param>
    public WantedAnswers BitwiseAnd(WantedAnswers other) => new(Math.Max(Minimum, other.Minimum), Math.Min(Maximum, other.Maximum));

    /// <summary>The condition in words, such as "at least 0.62".</summary>
    public override string ToString() => (double.IsInfinity(Minimum), double.IsInfinity(Maximum)) switch
    {
        _ when IsEmpty => "no answer",
        (true, true) => "any answer",
        (false, true) => string.Create(CultureInfo.InvariantCulture, $"at least {Minimum}"),
        (true, false) => string.Create(CultureInfo.InvariantCulture, $"at most {Maximum}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Minimum} to {Maximum}"),
    };
}
