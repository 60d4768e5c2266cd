using System.Diagnostics.CodeAnalysis;

namespace TypedExplain.Decisions;

/// <summary>
/// The answer of a model in a condition such as <c>answer => answer >= 0.62</c>. Comparing it gives the answers that are wanted, as
/// data, so that a search knows which it may rule out.
/// </summary>
[SuppressMessage("Style", "IDE0060", Justification = "An answer stands for all answers; the number that it is compared with is what counts.")]
public readonly struct Answer
{
    /// <summary>Answers of at least a number.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="least">The number.</param>
    public static WantedAnswers operator >=(Answer answer, double least) => WantedAnswers.AtLeast(least);

    /// <summary>Answers of at most a number.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="most">The number.</param>
    public static WantedAnswers operator <=(Answer answer, double most) => WantedAnswers.AtMost(most);

    /// <summary>Answers above a number.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="least">The number.</param>
    public static WantedAnswers operator >(Answer answer, double least) => WantedAnswers.AtLeast(Math.BitIncrement(least));

    /// <summary>Answers below a number.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="most">The number.</param>
    public static WantedAnswers operator <(Answer answer, double most) => WantedAnswers.AtMost(Math.BitDecrement(most));

    /// <summary>Answers of at least a number; the same as <c>answer >= least</c>.</summary>
    /// <param name="least">The number.</param>
    public WantedAnswers AtLeast(double least) => this >= least;

    /// <summary>Answers of at most a number; the same as <c>answer &lt;= most</c>.</summary>
    /// <param name="most">The number.</param>
    public WantedAnswers AtMost(double most) => this <= most;
}
