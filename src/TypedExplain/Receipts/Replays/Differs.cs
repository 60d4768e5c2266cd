using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace TypedExplain;

/// <summary>The result came out otherwise, or what it was made from is not what it was.</summary>
public sealed class Differs : ReplayOutcome
{
    private const int Shown = 10;

    private readonly bool _isSame;

    internal Differs(bool isSame, ImmutableArray<ReplayDifference> differences, ImmutableArray<ReplayReason> reasons) => (_isSame, Differences, Reasons) = (isSame, differences, reasons);

    /// <summary>
    /// What came out otherwise, in the order of the result; empty where every bit is the same although the model or a background is
    /// another one, and where only what a receipt without the instance leaves out is otherwise.
    /// </summary>
    public ImmutableArray<ReplayDifference> Differences { get; }

    /// <summary>Why, as far as it can be told; the likeliest reason first.</summary>
    public ImmutableArray<ReplayReason> Reasons { get; }

    /// <summary>The reasons, then the first differences.</summary>
    public override string ToString()
    {
        StringBuilder text = new("differs: ");
        text.AppendJoin("; ", Reasons.Select(reason => reason.Text));
        if (Differences.IsEmpty)
            return text.Append(_isSame ? "\nevery number came out the same" : "\nwhat came out otherwise is a part of the result that the receipt does not hold").ToString();
        foreach (ReplayDifference difference in Differences.Take(Shown))
            text.Append('\n').Append(difference);
        if (Differences.Length > Shown)
            text.Append(CultureInfo.InvariantCulture, $"\nand {Differences.Length - Shown} more");
        return text.ToString();
    }
}
