using TypedExplain.Global.Importances;

namespace TypedExplain.Tests.Global;

/// <summary>What the standard error of an importance is made of.</summary>
public class PermutedLossTests
{
    private const int Rows = 2_000;

    /// <summary>Where the effects of the row that is changed and of the row that gives just add up, the error is that of their sum over rows, however many repeats there are: neither more nor less.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    public void The_draw_of_givers_adds_nothing_to_what_rows_decide(int repeats)
    {
        RandomStream stream = new(7, "permuted loss");
        double[] changed = [.. Enumerable.Range(0, Rows).Select(row => stream.Uniform(row))], given = [.. Enumerable.Range(0, Rows).Select(row => stream.Uniform(Rows + row))];
        PermutedLoss loss = new(Rows, repeats);
        for (int repeat = 0; repeat < repeats; repeat++)
        {
            int[] givers = Cycle.Of(Rows, stream.For(repeat));
            for (int row = 0; row < Rows; row++)
                loss.Add(row, givers[row], changed[row] + given[givers[row]]);
        }

        double[] sums = [.. changed.Zip(given, (first, second) => first + second)];
        double mean = sums.Average(), variance = sums.Sum(sum => (sum - mean) * (sum - mean)) / (Rows - 1);
        (double increase, double error, _) = loss.Result();
        Assert.Equal(mean, increase, 1e-9);
        Assert.InRange(error * error * Rows / variance, 0.8, 1.25);
    }
}
