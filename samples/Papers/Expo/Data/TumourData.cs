using System.Globalization;

namespace Papers.Expo;

/// <summary>The breast cancers of Wisconsin, as ExpO's authors divided and standardized them.</summary>
public static class TumourData
{
    public const string File = "breast-cancer/breast-cancer.csv";

    /// <summary>For a network of ExpO: standardized (÷ n) by all rows, a fifth to test, a tenth of the rest to stop by.</summary>
    public static Division<Tumour> ForExpo(int seed)
    {
        Dataset<Tumour> data = Load();
        (Dataset<Tumour> rest, Dataset<Tumour> test) = Division<Tumour>.Standardized(data, data, isUnbiased: false).Split(0.2, seed);
        (Dataset<Tumour> train, Dataset<Tumour> validation) = rest.Split(0.1, seed);
        return new(train, validation, test);
    }

    /// <summary>For a self-explaining network: 75, 12.5 and 12.5 %.</summary>
    /// <param name="seed">The seed of the division.</param>
    /// <param name="isApart">Whether each part is standardized by itself, as the published run did, or all by the first.</param>
    public static Division<Tumour> ForSenn(int seed, bool isApart)
    {
        (Dataset<Tumour> train, Dataset<Tumour> rest) = Load().Split(0.25, seed);
        (Dataset<Tumour> validation, Dataset<Tumour> test) = rest.Split(0.5, seed);
        return isApart ? new(Own(train), Own(validation), Own(test)) : new Division<Tumour>(train, validation, test).StandardizedBy(train, isUnbiased: false);

        static Dataset<Tumour> Own(Dataset<Tumour> part) => Division<Tumour>.Standardized(part, part, isUnbiased: false);
    }

    private static Dataset<Tumour> Load()
    {
        (string[] names, string[][] cells) = Rows.Cells(File);
        int diagnosis = Array.IndexOf(names, "diagnosis");
        return new Dataset<Tumour>(cells.Select(row => new Tumour([.. row.Where((_, i) => i != diagnosis).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))])))
            .WithLabels(cells.Select(row => row[diagnosis] == "M" ? Diagnosis.Malignant : Diagnosis.Benign));
    }
}
