using System.Globalization;

namespace Papers;

/// <summary>A page of docs/papers as it lies in the folder.</summary>
/// <param name="File">Its file.</param>
/// <param name="Study">The study that makes it; null where none does any more.</param>
public sealed record StoredPage(string File, IStudy? Study)
{
    private const string Mark = "**Older than the code.**";

    private readonly string _text = System.IO.File.ReadAllText(File).ReplaceLineEndings("\n");

    /// <summary>Its heading.</summary>
    public string Title => _text.Split('\n').FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..] ?? Path.GetFileNameWithoutExtension(File);

    /// <summary>A link to it.</summary>
    public string Link => $"[{Title}]({Path.GetFileName(File)})";

    /// <summary>Whether the study has gone on since: its numbers may be others now.</summary>
    public bool IsOlder => Study is null || Stamp.VersionOf(_text) != Study.Version;

    /// <summary>Its findings, if it is by the code as it is.</summary>
    public IReadOnlyList<Verdict> Verdicts => IsOlder ? [] : [.. _text.Split('\n').Select(Read).OfType<Verdict>()];

    /// <summary>Writes below the page's first paragraph that it is older than the code, or takes that away again.</summary>
    public void MarkAge()
    {
        List<string> paragraphs = [.. _text.Split("\n\n").Where(paragraph => !paragraph.StartsWith(Mark, StringComparison.Ordinal))];
        if (IsOlder)
            paragraphs.Insert(Math.Min(2, paragraphs.Count), Age());
        string text = string.Join("\n\n", paragraphs);
        if (text != _text)
            System.IO.File.WriteAllText(File, text);
    }

    private string Age() => Study is null
        ? $"{Mark} No study makes this page any more."
        : string.Create(CultureInfo.InvariantCulture, $"{Mark} This page was made by {(Stamp.VersionOf(_text) is { } version ? $"version {version} of its study" : "a study without a version")}; the code is at version {Study.Version}, whose run is not finished. Its numbers may change, and its findings are judged when that run is done.");

    private static Verdict? Read(string line)
    {
        string[] cells = [.. line.Split('|').Select(cell => cell.Trim())];
        return cells.Length == 5 && Enum.GetValues<Outcome>().Where(outcome => Verdict.Words(outcome) == cells[1]).ToArray() is [var outcome] ? new(cells[2], outcome, cells[3]) : null;
    }
}
