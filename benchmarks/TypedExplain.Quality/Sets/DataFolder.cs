using System.Globalization;

namespace TypedExplain.Quality.Sets;

/// <summary>The real data sets, which are not in the repository.</summary>
public static class DataFolder
{
    private const string Variable = "TYPEDEXPLAIN_DATA";

    public static string Folder { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : Path.Combine("..", "shared", "data");

    /// <summary>The path of a file; null where it is absent, with a message.</summary>
    public static string? Find(string file)
    {
        string path = Path.Combine(Folder, file);
        if (File.Exists(path))
            return path;
        Console.Error.WriteLine($"{file} is absent from {Path.GetFullPath(Folder)}, so it is left out. Set {Variable} to the folder that has it.");
        return null;
    }

    /// <summary>The names of the columns and the cells of a file without quotes.</summary>
    public static (string[] Names, string[][] Cells) Read(string path)
    {
        string[][] lines = [.. File.ReadLines(path).Select(line => line.Split(','))];
        return (lines[0], lines[1..]);
    }

    public static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
