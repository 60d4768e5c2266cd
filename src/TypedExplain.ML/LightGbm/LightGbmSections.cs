using System.Text;
using TypedExplain.Errors;

namespace TypedExplain.ML.LightGbm;

/// <summary>The lines "key=value" of a model of LightGBM: those of its head, and those of each tree.</summary>
internal sealed class LightGbmSections
{
    private const string Remedy = "Save the model again with save_model, or get the whole file.";

    private LightGbmSections(Dictionary<string, string> head, List<Dictionary<string, string>> trees, string? categories) => (Head, Trees, Categories) = (head, trees, categories);

    /// <summary>The lines before the first tree; a line without "=" has the value "".</summary>
    public Dictionary<string, string> Head { get; }

    /// <summary>The lines of each tree.</summary>
    public List<Dictionary<string, string>> Trees { get; }

    /// <summary>What the last line says of the categories of pandas; null where there is none.</summary>
    public string? Categories { get; }

    /// <summary>Divides a file.</summary>
    /// <exception cref="InvalidModelException">It does not begin, go on or end as LightGBM writes it.</exception>
    public static LightGbmSections Read(byte[] model)
    {
        using StreamReader lines = new(new MemoryStream(model), Encoding.UTF8);
        if (lines.ReadLine()?.Trim() != "tree")
            throw new InvalidModelException("The file is not a model of LightGBM as text: its first line is not 'tree'. Save it with Booster.save_model, or BoosterSaveModel.");
        Dictionary<string, string> head = [], section = head;
        List<Dictionary<string, string>> trees = [];
        bool isWhole = false;
        string? categories = null;
        for (int number = 2; lines.ReadLine() is { } line; number++)
        {
            line = line.Trim();
            if (line.StartsWith("pandas_categorical:", StringComparison.Ordinal))
                categories = line["pandas_categorical:".Length..];
            isWhole |= line is "end of trees" or "feature importances:" or "feature_importances:";
            if (isWhole || line.Length == 0)
                continue;
            int end = line.IndexOf('=', StringComparison.Ordinal);
            (string key, string value) = end < 0 ? (line, "") : (line[..end], line[(end + 1)..]);
            if (key == "Tree")
                trees.Add(section = []);
            if (!section.TryAdd(key, value))
                throw new InvalidModelException($"Line {number} of the model says {Shown(key)} a second time{(section == head ? "" : $" for tree {trees.Count - 1}")}; the model is damaged. {Remedy}");
        }

        return isWhole ? new(head, trees, categories) : throw new InvalidModelException($"The model ends within tree {trees.Count - 1}, before its line 'end of trees': it is cut off. {Remedy}");
    }

    /// <summary>A part of the file as a message shows it.</summary>
    public static string Shown(string text)
    {
        const int most = 60;
        return $"'{VisibleText.Name(text.Length <= most ? text : text[..most] + "…")}'";
    }
}
