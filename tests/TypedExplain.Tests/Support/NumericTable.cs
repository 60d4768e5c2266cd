using System.Globalization;
using TypedExplain.Numerics;

namespace TypedExplain.Tests.Support;

/// <summary>A data set as plain numbers: what check figures of reference implementations were taken on.</summary>
/// <param name="Rows">One row of inputs each.</param>
/// <param name="Target">One number per row; of classes their positions.</param>
internal sealed record NumericTable(double[][] Rows, double[] Target)
{
    /// <summary>Reads a file of the data folder: all columns but the target and those left out, every cell a number.</summary>
    public static NumericTable Read(string set, string target, params string[] without)
    {
        string[] header = File.ReadLines(Path.Combine(TestData.Folder, set, $"{set}.csv")).First().Split(',');
        int[] inputs = [.. Enumerable.Range(0, header.Length).Where(column => header[column] != target && !without.Contains(header[column]))];
        string[][] cells = TestData.Rows($"{set}/{set}.csv");
        return new([.. cells.Select(row => inputs.Select(column => Number(row[column])).ToArray())], [.. cells.Select(row => Number(row[Array.IndexOf(header, target)]))]);
    }

    /// <summary>The rows of which the target is as wanted, with a function of it.</summary>
    public NumericTable Where(Func<double, bool> wanted, Func<double, double> target)
    {
        int[] kept = [.. Enumerable.Range(0, Target.Length).Where(row => wanted(Target[row]))];
        return new([.. kept.Select(row => Rows[row])], [.. kept.Select(row => target(Target[row]))]);
    }

    /// <summary>A random division into training and test rows.</summary>
    public (NumericTable Train, NumericTable Test) Split(double testFraction, int seed)
    {
        int[] order = new Shuffle(new RandomStream(seed, "split")).Permutation(Rows.Length);
        int tests = (int)Math.Ceiling(Rows.Length * testFraction);
        return (Select(order[tests..]), Select(order[..tests]));

        NumericTable Select(int[] rows) => new([.. rows.Select(row => Rows[row])], [.. rows.Select(row => Target[row])]);
    }

    /// <summary>R² of answers for the rows.</summary>
    public double R2(IReadOnlyList<double> answers)
    {
        double mean = Target.Average();
        return 1 - (Target.Zip(answers, (a, b) => (a - b) * (a - b)).Sum() / Target.Sum(a => (a - mean) * (a - mean)));
    }

    /// <summary>A cell as a number.</summary>
    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
