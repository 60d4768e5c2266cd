using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Text;

/// <summary>Sentences of film reviews with their label.</summary>
internal static class Reviews
{
    public static (string Label, string Text)[] Load() =>
    [
        .. from line in File.ReadLines(Path.Combine(TestData.Folder, "rt-polarity/rt-polarity.csv")).Skip(1)
           let comma = line.IndexOf(',')
           let text = line[(comma + 1)..]
           select (line[..comma], text.StartsWith('"') ? text[1..^1].Replace("\"\"", "\"") : text),
    ];
}
