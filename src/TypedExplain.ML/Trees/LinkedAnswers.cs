using TypedExplain.Models;
using TypedExplain.Numerics;

namespace TypedExplain.ML.Trees;

/// <summary>Makes answers of sums of trees.</summary>
internal static class LinkedAnswers
{
    /// <summary>Replaces the sums of one row by its answers.</summary>
    public static void Put(ForestLink link, Span<double> sums)
    {
        double most = double.NegativeInfinity, all = 0;
        if (link == ForestLink.Softmax)
        {
            foreach (double sum in sums)
                most = Math.Max(most, sum);
            foreach (double sum in sums)
                all += VectorMath.Exp(sum - most);
        }

        foreach (ref double sum in sums)
        {
            sum = link switch
            {
                ForestLink.Sigmoid or ForestLink.NormalizedSigmoid => AnswerScale.Probability(sum),
                ForestLink.Softmax => VectorMath.Exp(sum - most) / all,
                ForestLink.Exponential => VectorMath.Exp(sum),
                ForestLink.Softplus => Softplus(sum),
                ForestLink.SignedSquare => Math.Abs(sum) * sum,
                ForestLink.Step => sum > 0 ? 1 : 0,
                _ => sum,
            };
            all += link == ForestLink.NormalizedSigmoid ? sum : 0;
        }

        foreach (ref double sum in link == ForestLink.NormalizedSigmoid ? sums : [])
            sum /= all;
    }

    // log(1 + e) by the trick that keeps the digits of a small e: log(1 + e) · e / ((1 + e) − 1).
    private static double Softplus(double sum)
    {
        double small = VectorMath.Exp(-Math.Abs(sum)), more = 1 + small;
        double tail = more == 1 ? small : VectorMath.Log(more) * small / (more - 1);
        return Math.Max(sum, 0) + tail;
    }
}
