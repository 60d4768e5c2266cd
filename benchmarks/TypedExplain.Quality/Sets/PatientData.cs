namespace TypedExplain.Quality.Sets;

/// <summary>The SUPPORT study; gaps are filled with the value that its authors hold for normal, or with the median.</summary>
public static class PatientData
{
    public const int Numbers = 20;

    private static readonly string[] s_numbers = ["num.co", "hday", "meanbp", "wblc", "hrt", "resp", "temp", "pafi", "alb", "bili", "crea", "sod", "ph", "glucose", "bun", "urine", "adlp", "adls", "adlsc", "avtisst"];

    private static readonly string[] s_diseases = ["ARF/MOSF w/Sepsis", "CHF", "COPD", "Lung Cancer", "MOSF w/Malig", "Coma", "Colon Cancer", "Cirrhosis"];

    private static readonly string[] s_cancers = ["no", "yes", "metastatic"];

    private static readonly Dictionary<string, double> s_normal = new() { ["alb"] = 3.5, ["bili"] = 1.01, ["bun"] = 6.51, ["crea"] = 1.01, ["pafi"] = 333.3, ["wblc"] = 9, ["urine"] = 2502 };

    public static Dataset<Patient> Load(string path)
    {
        (string[] names, string[][] rows) = DataFolder.Read(path);
        double[][] columns = [.. s_numbers.Select(name => Filled(name, rows.Select(row => row[Column(name)])))];
        return new Dataset<Patient>(rows.Select((row, i) => new Patient(
            DataFolder.Number(row[Column("age")]),
            row[Column("sex")] == "female",
            (Disease)Array.IndexOf(s_diseases, row[Column("dzgroup")]),
            (Cancer)Array.IndexOf(s_cancers, row[Column("ca")]),
            row[Column("diabetes")] == "1",
            row[Column("dementia")] == "1",
            [.. columns.Select(column => column[i])])))
            .WithLabels(rows.Select(row => row[Column("death")] == "1" ? Ending.Died : Ending.Survived));

        int Column(string name) => Array.IndexOf(names, name);
    }

    private static double[] Filled(string name, IEnumerable<string> cells)
    {
        double?[] values = [.. cells.Select(cell => cell.Length == 0 ? (double?)null : DataFolder.Number(cell))];
        double[] known = [.. values.OfType<double>().Order()];
        double fill = s_normal.TryGetValue(name, out double normal) ? normal : known[known.Length / 2];
        return [.. values.Select(value => value ?? fill)];
    }
}
