namespace Quickstart;

/// <summary>The share of rows for which a forest's most likely class is the right one.</summary>
public static class Accuracy
{
    public static double Of(Forest<Iris> forest, Dataset<Iris> test)
    {
        int classes = forest.Outputs.Length;
        double[] scores = new double[test.Count * classes];
        forest.Score(test.Encoded, scores);
        return Enumerable.Range(0, test.Count).Average(row =>
            Best(scores.AsSpan(row * classes, classes)) == test.Target!.Values[row] ? 1.0 : 0.0);
    }

    private static int Best(ReadOnlySpan<double> scores)
    {
        int best = 0;
        for (int i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
                best = i;
        }

        return best;
    }
}
