using System.Globalization;

namespace Papers.Expo;

/// <summary>The SUPPORT study as ExpO's authors prepared it: numbers from 0 to 1 before gaps are filled, text in one column per word.</summary>
public static class PatientData
{
    public const int Columns = 51;
    public const string File = "support2/support2.csv";

    private static readonly string[] s_left = ["death", "d.time", "aps", "sps", "surv2m", "surv6m", "prg2m", "prg6m", "dnr", "dnrday", "hospdead", "dzclass", "edu", "scoma", "totmcst", "charges", "totcst"];
    private static readonly string[] s_words = ["sex", "dzgroup", "income", "race", "ca", "sfdm2"];

    // The authors fill gaps of the scaled columns with values in the columns' own units; all others with −1.
    private static readonly Dictionary<string, double> s_fills = new() { ["alb"] = 3.5, ["bili"] = 1.01, ["bun"] = 6.51, ["crea"] = 1.01, ["pafi"] = 333.3, ["wblc"] = 9, ["urine"] = 2502 };

    public static Dataset<Patient> Load()
    {
        (string[] names, string[][] rows) = Rows.Cells(File);
        List<double[]> columns = [];
        foreach (string name in names.Except(s_left))
        {
            string[] cells = [.. rows.Select(row => row[Array.IndexOf(names, name)])];
            if (s_words.Contains(name))
                columns.AddRange(cells.Where(cell => cell.Length > 0).Distinct().Order(StringComparer.Ordinal).Select(word => cells.Select(cell => cell == word ? 1.0 : 0.0).ToArray()));
            else
                columns.Add(Scaled(cells, s_fills.GetValueOrDefault(name, -1)));
        }

        if (columns.Count != Columns)
            throw new InvalidDataException($"{File} gives {columns.Count} columns; the experiment has {Columns}.");
        int death = Array.IndexOf(names, "death");
        return new Dataset<Patient>(Enumerable.Range(0, rows.Length).Select(row => new Patient([.. columns.Select(column => column[row])])))
            .WithLabels(rows.Select(row => row[death] == "1" ? Survival.Died : Survival.Survived));
    }

    private static double[] Scaled(string[] cells, double fill)
    {
        double?[] values = [.. cells.Select(cell => cell.Length == 0 ? (double?)null : double.Parse(cell, CultureInfo.InvariantCulture))];
        double least = values.Min()!.Value, most = values.Max()!.Value;
        return [.. values.Select(value => value is { } own ? (own - least) / (most - least) : fill)];
    }
}
