using System.Collections.Immutable;

namespace TypedExplain.Surrogates;

/// <summary>How many features MAPLE keeps: as few as predict validation rows best.</summary>
internal static class RetainedFeatures
{
    /// <summary>The root mean squared error over validation rows for every number of features.</summary>
    /// <param name="answers">For each validation row in turn: the answers of the fits on 1, 2, … features.</param>
    /// <param name="responses">What each should have been.</param>
    public static ImmutableArray<double> Errors(ReadOnlySpan<double> answers, ReadOnlySpan<double> responses)
    {
        int features = answers.Length / responses.Length;
        double[] errors = new double[features];
        for (int i = 0; i < answers.Length; i++)
        {
            double off = answers[i] - responses[i / features];
            errors[i % features] += off * off;
        }

        foreach (ref double error in errors.AsSpan())
            error = Math.Sqrt(error / responses.Length);
        return [.. errors];
    }

    /// <summary>The smallest number of features with the least error.</summary>
    public static int Count(ImmutableArray<double> errors) => errors.IndexOf(errors.Min()) + 1;
}
