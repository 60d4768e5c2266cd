using TypedExplain.Training.Networks;

namespace TypedExplain.Training.Research;

/// <summary>How the agent of the user study chooses its next step from the coefficients of an explanation.</summary>
internal static class AgentChoice
{
    /// <summary>score_i = −λ·||c_i| − |y − t||: how well a step of 1 would do by the explanation.</summary>
    public static void Scores(double scale, double prediction, double target, ReadOnlySpan<double> coefficients, Span<double> scores)
    {
        double left = Math.Abs(prediction - target);
        for (int i = 0; i < scores.Length; i++)
            scores[i] = (-scale * Math.Abs(Math.Abs(coefficients[i]) - left)) + 0.0;
    }

    /// <summary>The softmax of scores, the largest taken off first, so that no scale overflows.</summary>
    public static void Probabilities(ReadOnlySpan<double> scores, Span<double> probabilities)
    {
        scores.CopyTo(probabilities);
        _ = DataLoss.Probabilities(probabilities);
    }

    /// <summary>+1 or −1: the way in which the coefficient says the prediction moves toward the target; a coefficient of 0 counts as positive.</summary>
    public static int Direction(double prediction, double target, double coefficient) =>
        (target >= prediction) == (coefficient >= 0) ? 1 : -1;

    /// <summary>Whether the prediction is as near as the task asks.</summary>
    public static bool IsDone(double prediction, double target, double tolerance) => Math.Abs(prediction - target) < tolerance;

    /// <summary>The choice that a uniform number falls on.</summary>
    public static int Choose(ReadOnlySpan<double> probabilities, double uniform)
    {
        double sum = 0;
        int last = 0;
        for (int i = 0; i < probabilities.Length; i++)
        {
            sum += probabilities[i];
            if (probabilities[i] > 0)
                last = i;
            if (uniform < sum)
                return i;
        }

        return last;
    }
}
