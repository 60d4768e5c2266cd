namespace Papers;

/// <summary>The data sets, which are not in the repository.</summary>
public static class DataFolder
{
    private const string Variable = "TYPEDEXPLAIN_DATA";

    public static string Path { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : "../shared/data";

    /// <summary>The full path of a data file.</summary>
    public static string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Says which of the needed files are absent; none if all are there.</summary>
    public static string? Absent(IEnumerable<string> needs)
    {
        string[] absent = [.. needs.Where(name => !System.IO.File.Exists(File(name)))];
        return absent.Length == 0 ? null : $"{string.Join(", ", absent)} absent from {System.IO.Path.GetFullPath(Path)}: set {Variable} to the folder that has it; samples/Papers/README.md says where to get each set";
    }
}
