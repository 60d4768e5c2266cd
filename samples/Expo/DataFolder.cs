namespace Expo;

/// <summary>The data sets, which are not in the repository.</summary>
public static class DataFolder
{
    private const string Variable = "TYPEDEXPLAIN_DATA";

    public static string Path { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : "../shared/data";

    /// <summary>A file of a data set, or null after saying that it is absent.</summary>
    public static string? Find(string file)
    {
        string path = System.IO.Path.Combine(Path, file);
        if (File.Exists(path))
            return path;
        Console.Error.WriteLine($"{file} is absent from {System.IO.Path.GetFullPath(Path)}. Set {Variable} to the folder that has it.");
        return null;
    }
}
