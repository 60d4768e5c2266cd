using System.Globalization;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Tables;

/// <summary>Real files, read as annotated records.</summary>
public class CsvDataTests
{
    private static readonly CsvOptions s_species = new CsvOptions { Target = "species" }.Labels<Species>();
    private static readonly CsvOptions s_mpg = new() { Target = "mpg" };

    [DataFact]
    public void Iris()
    {
        CsvResult<Flower> result = Csv.Read<Flower>(Path.Combine(TestData.Folder, "iris", "iris.csv"), s_species);
        Assert.Empty(result.IgnoredColumns);
        Assert.Equal(new Flower(5.1, 3.5, 1.4, 0.2), result.Rows[0]);

        Dataset<Flower> flowers = result.ToDataset();
        Assert.Equal(150, flowers.Count);
        Assert.Equal(["Setosa", "Versicolor", "Virginica"], flowers.Target!.Classes.ToArray());
        Assert.Equal([50, 50, 50], flowers.Target.Values.GroupBy(species => species).Select(group => group.Count()));
        Assert.Equal(3.758, flowers.Statistics.Mean.PetalLength, 3);
    }

    [DataFact]
    public void AutoMpg()
    {
        CsvResult<Car> result = Csv.Read<Car>(Path.Combine(TestData.Folder, "autompgs", "autompgs.csv"), s_mpg);
        Assert.Equal(new Car(4, 97, 88, 2100, 16.5f, 72, 3), result.Rows[0]);

        Dataset<Car> cars = result.ToDataset();
        Assert.Equal(392, cars.Count);
        double[] mpg = [.. TestData.Rows("autompgs/autompgs.csv").Select(row => double.Parse(row[7], CultureInfo.InvariantCulture))];
        Assert.Equal(mpg, cars.Target!.Values);

        Assert.Equal(["cylinders"], Csv.Read<Light>(Path.Combine(TestData.Folder, "autompgs", "autompgs.csv"), s_mpg).IgnoredColumns.Take(1));
    }

    [DataFact]
    public void WrittenAndReadAgain()
    {
        Dataset<Car> cars = Csv.Read<Car>(Path.Combine(TestData.Folder, "autompgs", "autompgs.csv"), s_mpg).ToDataset();
        Dataset<Car> again = CsvText.Read<Car>(CsvText.Write(cars, s_mpg), s_mpg).ToDataset();
        Assert.Equal(cars.Rows.ToArray(), again.Rows.ToArray());
        Assert.Equal(cars.Target!.Values.ToArray(), again.Target!.Values.ToArray());
    }

    /// <summary>Every third row gets one bad cell, in each column in turn: all are reported, and nothing else.</summary>
    [DataFact]
    public void CorruptedCopy()
    {
        string[] names = ["Cylinders", "Displacement", "Horsepower", "Weight", "Acceleration", "ModelYear", "Origin", "mpg"];
        string[] bad = ["", "NA", "1,5", "1e9", "NaN", "72.5", "4", "?"];
        string[][] rows = TestData.Rows("autompgs/autompgs.csv");
        List<(int Row, string Column, string Text)> expected = [];
        for (int row = 0; row < rows.Length; row += 3)
        {
            int column = row / 3 % names.Length;
            rows[row][column] = bad[column].Contains(',') ? $"\"{bad[column]}\"" : bad[column];
            expected.Add((row + 1, names[column], bad[column]));
        }

        string text = string.Join('\n', [string.Join(',', names), .. rows.Select(row => string.Join(',', row))]);
        CsvResult<Car> result = CsvText.Read<Car>(text, s_mpg with { CollectErrors = true });
        Assert.Equal(expected, result.Errors.Select(error => (error.Row, error.Column, error.Text)));
        Assert.All(result.Errors, error => Assert.Equal(error.Row + 1, error.Line));
        Assert.Equal(392 - 131, result.Rows.Length);
        Assert.Equal(result.Rows.Length, result.ToDataset().Target!.Values.Length);
        Assert.Equal(131, Assert.Throws<InvalidCsvException>(() => CsvText.Read<Car>(text, s_mpg)).ErrorCount);
    }
}
