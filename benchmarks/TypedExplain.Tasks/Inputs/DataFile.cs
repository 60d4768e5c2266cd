using System.Text.Json;

namespace TypedExplain.Tasks.Inputs;

/// <summary>The fitted models and rows that all programs share: files of the folder in TYPEDEXPLAIN_BENCH.</summary>
public static class DataFile
{
    private const string Variable = "TYPEDEXPLAIN_BENCH";

    public static JsonElement Read(string name)
    {
        string folder = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : Path.Combine("..", "shared", "bench", "data");
        string path = Path.Combine(folder, name);
        if (!File.Exists(path))
            throw new FileNotFoundException($"{name} is absent from {Path.GetFullPath(folder)}. Set {Variable} to the folder that has it.", path);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
        return document.RootElement.Clone();
    }

    public static double[][] Rows(JsonElement element) => [.. element.EnumerateArray().Select(Numbers)];

    public static double[] Numbers(JsonElement element) => [.. element.EnumerateArray().Select(value => value.GetDouble())];
}
