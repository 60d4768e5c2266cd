namespace TypedExplain.Quality.Sets;

/// <summary>The breast cancers of Wisconsin.</summary>
public static class TumorData
{
    public static Dataset<Tumor> Load(string path)
    {
        // The first column is the diagnosis.
        string[][] cells = DataFolder.Read(path).Cells;
        return new Dataset<Tumor>(cells.Select(row => new Tumor([.. row.Skip(1).Select(DataFolder.Number)])))
            .WithLabels(cells.Select(row => row[0] == "M" ? Diagnosis.Malignant : Diagnosis.Benign));
    }
}
