namespace Papers;

/// <summary>What a study found, as a page of docs/papers.</summary>
/// <param name="File">Its file name, such as linex-iris.md.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Markdown">Tables, conventions and text, without the heading and without the verdicts.</param>
/// <param name="Pictures">The pictures that the text refers to.</param>
/// <param name="Findings">The published findings.</param>
public sealed record Page(string File, string Title, string Markdown, IReadOnlyList<Picture> Pictures, IReadOnlyList<Finding> Findings)
{
    /// <summary>The whole page.</summary>
    public string Text(Stamp? stamp = null)
    {
        string text = $"# {Title}\n\n";
        if (stamp is not null)
            text += stamp + "\n\n";
        if (Findings.Count > 0)
            text += $"## Verdicts\n\n{Verdict.Table([.. Findings.Select(finding => finding.Judge())])}\nThe rule is that of the [start page](README.md).\n\n";
        return text + Markdown.TrimEnd() + "\n";
    }

    /// <summary>Writes the page and its pictures.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="stamp">How it was made.</param>
    public void Write(string folder, Stamp stamp)
    {
        Directory.CreateDirectory(folder);
        System.IO.File.WriteAllText(Path.Combine(folder, File), Text(stamp));
        foreach (Picture picture in Pictures)
            System.IO.File.WriteAllText(Path.Combine(folder, picture.File), picture.Svg);
    }
}
