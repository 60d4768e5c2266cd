using System.Text.Json;

namespace Papers;

/// <summary>The finished cells of one version of a study as a file, a line of JSON for each, so that a run can be broken off and resumed.</summary>
public sealed class KeptCells
{
    private static readonly JsonSerializerOptions s_json = new() { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private readonly Dictionary<string, double[]> _finished = [];
    private readonly Lock _writing = new();
    private readonly string _file;

    public KeptCells(string folder, IStudy study)
    {
        Directory.CreateDirectory(folder);
        _file = Path.Combine(folder, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{study.Name}-v{study.Version}.jsonl"));
        if (!File.Exists(_file))
            return;
        foreach (string line in File.ReadLines(_file))
        {
            // A run that was killed may have left half a line.
            if (line.EndsWith('}') && JsonSerializer.Deserialize<Line>(line, s_json) is { } kept)
                _finished[kept.Key] = kept.Numbers;
        }
    }

    /// <summary>The numbers of the finished cells, by their keys.</summary>
    public IReadOnlyDictionary<string, double[]> Finished => _finished;

    /// <summary>Keeps the numbers of a cell.</summary>
    public void Add(string key, double[] numbers)
    {
        lock (_writing)
        {
            _finished[key] = numbers;
            File.AppendAllText(_file, JsonSerializer.Serialize(new Line(key, numbers), s_json) + "\n");
        }
    }

    private sealed record Line(string Key, double[] Numbers);
}
