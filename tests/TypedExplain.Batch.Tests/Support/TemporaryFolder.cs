namespace TypedExplain.Batch.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("batch").FullName;

    public string Of(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(Of(name), text);
        return Of(name);
    }

    /// <summary>All files of a folder inside, by their names, as bytes in hexadecimal digits.</summary>
    public Dictionary<string, string> Files(string folder) =>
        Directory.GetFiles(Of(folder)).Order(StringComparer.Ordinal).ToDictionary(path => System.IO.Path.GetFileName(path)!, path => Convert.ToHexString(File.ReadAllBytes(path)));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
