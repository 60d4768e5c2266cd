using System.Globalization;
using TypedExplain.Forests;
using TypedExplain.Numerics;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Models.Forests;

/// <summary>Real data, random 80/20 splits: as accurate as scikit-learn's forests (the data folder's check figures).</summary>
public class ForestAccuracyTests
{
    [DataFact]
    public void Iris_is_classified_as_well_as_by_the_reference()
    {
        string[][] rows = TestData.Rows("iris/iris.csv");
        string[] species = [.. rows.Select(row => row[4]).Distinct()];
        Sample iris = new([.. rows.SelectMany(row => Numbers(row[..4]))], 4, [.. rows.Select(row => (double)Array.IndexOf(species, row[4]))], 3);

        double accuracy = Enumerable.Range(0, 20).Average(seed =>
        {
            (double[] truth, double[] scores) = TrainAndTest(iris, seed, new() { FeaturesPerSplit = 2, Seed = seed });
            return truth.Where((label, row) => scores[(row * 3) + (int)label] == scores.Skip(row * 3).Take(3).Max()).Count() / (double)truth.Length;
        });

        // Reference 0.953, standard deviation 0.037: two of the difference of two means over 20 seeds.
        Assert.Equal(0.953, accuracy, 2 * 0.037 * Math.Sqrt(2.0 / 20));
    }

    [DataFact]
    public void Fuel_consumption_is_predicted_as_well_as_by_the_reference()
    {
        string[][] rows = TestData.Rows("autompgs/autompgs.csv");
        Sample cars = new([.. rows.SelectMany(row => Numbers(row[..7]))], 7, [.. rows.SelectMany(row => Numbers(row[7..]))], 0);

        double fit = Enumerable.Range(0, 5).Average(seed =>
        {
            (double[] truth, double[] scores) = TrainAndTest(cars, seed, new() { Trees = 200, FeaturesPerSplit = 7, Seed = seed });
            double mean = truth.Average();
            return 1 - (truth.Zip(scores, (a, b) => (a - b) * (a - b)).Sum() / truth.Sum(a => (a - mean) * (a - mean)));
        });

        // Reference R² 0.869, standard deviation 0.017, 5 seeds.
        Assert.Equal(0.869, fit, 2 * 0.017 * Math.Sqrt(2.0 / 5));
    }

    private static (double[] Truth, double[] Scores) TrainAndTest(Sample all, int seed, ForestOptions options)
    {
        int[] order = new Shuffle(new RandomStream(seed, "split")).Permutation(all.Rows);
        int tests = (int)Math.Ceiling(all.Rows * 0.2);
        Sample test = Select(order[..tests]), train = Select(order[tests..]);
        double[] scores = new double[tests * Math.Max(1, all.Classes)];
        TreeGrowerTests.Grow(train, options).Score(test.Matrix, scores);
        return (test.Targets, scores);

        Sample Select(int[] rows) => all with
        {
            Matrix = [.. rows.SelectMany(row => all.Matrix.Skip(row * all.Columns).Take(all.Columns))],
            Targets = [.. rows.Select(row => all.Targets[row])],
        };
    }

    private static IEnumerable<double> Numbers(string[] texts) => texts.Select(text => double.Parse(text, CultureInfo.InvariantCulture));
}
