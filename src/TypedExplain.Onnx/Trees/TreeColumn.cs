using System.Collections.Immutable;
using TypedExplain.Models.Forests.Trees;
using TypedExplain.Onnx.Files;
using TypedExplain.Onnx.Trees.Tracing;

namespace TypedExplain.Onnx.Trees;

/// <summary>A column that trees ask about, as the column of an encoded row that it comes from.</summary>
/// <param name="column">The column of an encoded row; −1 where the number is always 0.</param>
/// <param name="least">The smallest number that it may hold.</param>
/// <param name="types">The element types that the number has on its way to the trees.</param>
/// <param name="flags">The columns of which one is 1 where the model sees NaN in its place.</param>
internal sealed class TreeColumn(int column, double least, ImmutableArray<int> types, ImmutableArray<int> flags)
{
    // Where a number becomes true or false it is 0 or 1 from there on. Before, it never falls while the column rises.
    private readonly int _truth = types.IndexOf(OnnxTensor.BoolType);

    /// <summary>The column of an encoded row.</summary>
    public int Column => column;

    /// <summary>The columns of which one is 1 where the value is missing and the model sees NaN.</summary>
    public ImmutableArray<int> Flags => flags;

    /// <summary>A question about the number, as one about the column.</summary>
    public Branch Ask(string mode, double threshold)
    {
        if (column < 0)
            return Branch.Always(Branch.Answers(mode, 0, threshold));
        Branch branch = _truth < 0 ? Branch.Of(mode, Cut(threshold, isStrict: true), Cut(threshold, isStrict: false)) : AskTruth(mode, threshold);
        return branch.Low < least ? branch with { Low = double.NegativeInfinity } : branch;
    }

    /// <summary>The answer where the value is missing.</summary>
    /// <param name="mode">The comparison.</param>
    /// <param name="threshold">The threshold.</param>
    /// <param name="tracksTrue">Whether the node says that a missing value goes the way of true.</param>
    public bool AnswersMissing(string mode, double threshold, bool tracksTrue) =>
        _truth < 0 ? tracksTrue || mode == "BRANCH_NEQ" : Branch.Answers(mode, 1, threshold);

    private Branch AskTruth(string mode, double threshold)
    {
        bool ofZero = Branch.Answers(mode, 0, threshold), ofOne = Branch.Answers(mode, 1, threshold);
        return ofZero == ofOne ? Branch.Always(ofZero) : new(Cut(0, isStrict: true), Cut(0, isStrict: false), ofZero);
    }

    /// <summary>The largest number whose image is at most a threshold, or below it.</summary>
    private double Cut(double threshold, bool isStrict)
    {
        ReadOnlySpan<int> steps = types.AsSpan()[..(_truth < 0 ? types.Length : _truth)];
        if (!steps.ContainsAny(OnnxTensor.LongType, OnnxTensor.IntType))
            return Thresholds.Of(threshold, isStrict, steps.Contains(OnnxTensor.SingleType));

        // All doubles in their order; the images are too.
        long low = Key(double.MinValue), high = Key(double.MaxValue);
        if (!Holds(Of(low), steps, threshold, isStrict))
            return double.NegativeInfinity;
        if (Holds(Of(high), steps, threshold, isStrict))
            return double.PositiveInfinity;
        while (low + 1 < high)
        {
            long middle = (low >> 1) + (high >> 1) + (low & high & 1);
            if (Holds(Of(middle), steps, threshold, isStrict))
                low = middle;
            else
                high = middle;
        }

        return Of(low);
    }

    private static bool Holds(double number, ReadOnlySpan<int> steps, double threshold, bool isStrict)
    {
        foreach (int type in steps)
        {
            number = type switch
            {
                OnnxTensor.SingleType => (float)number,
                OnnxTensor.LongType => (long)number,
                OnnxTensor.IntType => (int)number,
                _ => number,
            };
        }

        return isStrict ? number < threshold : number <= threshold;
    }

    private static long Key(double number) => BitConverter.DoubleToInt64Bits(number) is >= 0 and var bits ? bits : -(BitConverter.DoubleToInt64Bits(number) & long.MaxValue);

    private static double Of(long key) => key >= 0 ? BitConverter.Int64BitsToDouble(key) : -BitConverter.Int64BitsToDouble(-key);
}
