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
        List<(long Row, string Column, string Text)> expected = [];
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

    /// <summary>Missing values, categories with signs in them, columns that the record leaves out.</summary>
    [DataFact]
    public void Support()
    {
        CsvOptions options = new() { Target = "death" };
        CsvResult<Patient> result = Csv.Read<Patient>(Path.Combine(TestData.Folder, "support2", "support2.csv"), options);
        Assert.Equal(7739, result.Rows.Length);
        Assert.Equal(5282, result.Targets.Count(death => death == 1));
        Assert.Equal(["hospdead", "d.time", "dzclass"], result.IgnoredColumns.Take(3));
        Patient first = result.Rows[0];
        Assert.Equal(("Lung Cancer", 0, "$11-$25k", Cancer.Metastatic, null), (first.Dzgroup, first.NumCo, first.Income, first.Ca, first.Glucose));

        // The counts of the data's own description.
        Assert.Equal((2535, 35, 3841, 4152, 2420, 1), (
            result.Rows.Count(row => row.Income is null),
            result.Rows.Count(row => row.Race is null),
            result.Rows.Count(row => row.Glucose is null),
            result.Rows.Count(row => row.Urine is null),
            result.Rows.Count(row => row.Adls is null),
            result.Rows.Count(row => row.Scoma is null)));
        Assert.Equal(3841 / 7739.0, result.ToDataset().Statistics.Frequencies(PatientFeatures.GlucoseIsMissing)[0], 1e-12);
        Assert.Equal(result.Rows.ToArray(), CsvText.Read<Patient>(CsvText.Write(result.Rows)).Rows.ToArray());
    }

    /// <summary>Codes for categories, and codes for questions that were not asked.</summary>
    [DataFact]
    public void Meps()
    {
        CsvOptions options = new() { Target = "UTILIZATION", MissingCells = ["-1", "-1.0", "-9", "-9.0"] };
        string path = Path.Combine(TestData.Folder, "meps19", "meps19.csv");
        CsvResult<Respondent> result = Csv.Read<Respondent>(path, options);
        Assert.Equal((16_080, 11_358), (result.Rows.Length, result.Targets.Count(visits => visits > 0)));
        Assert.Equal(["PERWT15F"], result.IgnoredColumns.ToArray());
        Assert.Equal(4497, result.Rows.Count(row => row.Diabdx is null));
        Assert.Equal((7696, 3308, 934), (
            result.Rows.Count(row => row.Sex == Sex.Male),
            result.Rows.Count(row => row.Racethx == Ethnicity.Black),
            result.Rows.Count(row => row.Edrecode == Schooling.Sixth)));
        Assert.Equal(result.Rows.ToArray(), CsvText.Read<Respondent>(CsvText.Write(result.Rows)).Rows.ToArray());

        // Without a word on what is missing, every such cell is reported, and no other.
        CsvResult<Respondent> strict = Csv.Read<Respondent>(path, options with { MissingCells = [], CollectErrors = true });
        string[] lines = File.ReadAllLines(path);
        string[] header = lines[0].Split(',');
        int[] nullable = [.. RespondentColumns(header)];
        Assert.Equal(
            lines.Skip(1).Select(line => line.Split(',')).Sum(cells => nullable.Count(column => cells[column].StartsWith('-'))),
            strict.Errors.Length);
    }

    /// <summary>A patient's missing values are measured as such: an explanation over real rows with most of them.</summary>
    [DataFact]
    public void ExplainsAPatient()
    {
        Dataset<Patient> patients = Csv.Read<Patient>(Path.Combine(TestData.Folder, "support2", "support2.csv"), new CsvOptions { Target = "death" }).ToDataset();
        IModel<Patient> model = Model.From<Patient>(patient => (patient.Glucose is null ? 0.3 : 0.0) + (patient.Age / 200) + (patient.Ca == Cancer.Metastatic ? 0.2 : 0));
        Explanation<Patient> explanation = new Linex<Patient>
        {
            Neighborhood = new GaussianNeighborhood<Patient> { Background = patients, Samples = 2000 },
            Ridge = 1e-3,
            Seed = 3,
        }.Explain(model, patients[0]);

        Assert.Equal(0.3, explanation.Attribution.GlucoseIsMissing, 0.02);
        Assert.Equal(1 / 200.0, explanation.Attribution.Age, 1e-4);
        Assert.Equal(0, explanation.Attribution.Glucose, 1e-3);
        Assert.Contains(explanation.Attribution.Ranked(), ranked => ranked.Feature == PatientFeatures.RaceIsMissing && double.IsNaN(ranked.Effect));
        Assert.Matches(@"Glucose +missing", explanation.ToString());
    }

    private static IEnumerable<int> RespondentColumns(string[] header) => FeatureSchema.Of<Respondent>().Features
        .Where(feature => feature.Kind != FeatureKind.Missing && FeatureSchema.Of<Respondent>().IsNullable(feature))
        .Select(feature => Array.FindIndex(header, column => column.Equals(feature.Name, StringComparison.OrdinalIgnoreCase)));
}
