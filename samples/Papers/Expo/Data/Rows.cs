using System.Globalization;

namespace Papers.Expo;

/// <summary>Files of numbers as ExpO's authors read them: every column but the target is a feature, the number of the row the first one.</summary>
/// <remarks>
/// The authors' copies begin with a column that numbers the rows, and their program takes it for a feature. The files here
/// lack it; their rows are in the order of the copies, so the position of a row stands in for it.
/// </remarks>
public static class Rows
{
    public static Dataset<T> Load<T>(string file, string target, bool hasRowNumbers = true)
        where T : IFeatureRecord<T>
    {
        (string[] names, string[][] cells) = Cells(file);
        int at = Array.IndexOf(names, target);
        if (at < 0)
            throw new InvalidDataException($"{file} has no column {target}.");
        double[][] numbers = [.. cells.Select(row => row.Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];

        // A column that does not vary tells nothing: networks and explainers leave it alone.
        return new Dataset<T>(numbers.Select((row, i) => T.Decode([hasRowNumbers ? i : 0, .. row[..at], .. row[(at + 1)..]])))
            .WithTarget(numbers.Select(row => row[at]));
    }

    /// <summary>The names of a file's columns, and its cells row by row.</summary>
    public static (string[] Names, string[][] Cells) Cells(string file)
    {
        string[][] lines = [.. File.ReadLines(DataFolder.File(file)).Select(line => line.Split(','))];
        return (lines[0], lines[1..]);
    }
}
