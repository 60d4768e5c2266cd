using System.Globalization;
using System.Text;

namespace Papers;

/// <summary>The start page of docs/papers: every page in the folder with its findings by class, read from the pages themselves.</summary>
public static class Contents
{
    private const string File = "README.md";

    private static readonly Outcome[] s_classes = Enum.GetValues<Outcome>();

    /// <summary>Writes the start page of a folder of pages, and marks the pages that are older than the code.</summary>
    public static void Write(string folder)
    {
        StoredPage[] pages =
        [
            .. Directory.GetFiles(folder, "*.md").Order(StringComparer.Ordinal).Where(file => Path.GetFileName(file) != File)
                .Select(file => new StoredPage(file, Studies.All.SingleOrDefault(study => study.Name == Path.GetFileNameWithoutExtension(file)))),
        ];
        foreach (StoredPage page in pages)
            page.MarkAge();
        System.IO.File.WriteAllText(Path.Combine(folder, File), Text(pages));
    }

    private static string Text(IReadOnlyList<StoredPage> pages)
    {
        StringBuilder text = new(StartPage.Introduction);
        MarkdownTable table = new(["page", .. s_classes.Select(Verdict.Words)]) { HasNumbers = true };
        foreach (StoredPage page in pages)
            table.Add([page.Link, .. s_classes.Select(outcome => page.IsOlder ? "older" : Count(page.Verdicts, outcome))]);
        table.Add(["**all**", .. s_classes.Select(outcome => $"**{Count(pages.SelectMany(page => page.Verdicts), outcome)}**")]);
        text.Append("## The findings by class\n\n").Append(table);
        text.Append(pages.Any(page => page.IsOlder)
            ? "\nA page marked *older* was made before the last change of its study, and the new run is not finished. It says so itself, and its findings are not counted.\n"
            : "");
        text.Append("\nThe same by what is measured:\n\n").Append(Measures.Table([.. pages.SelectMany(page => page.Verdicts)]));
        foreach (Outcome outcome in s_classes)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {StartPage.Heading(outcome)}\n\n{StartPage.About(outcome)}\n\n");
            string[] lines = [.. pages.Select(page => Line(page, outcome)).OfType<string>()];
            text.AppendJoin("\n", lines.Length > 0 ? lines : ["None."]).Append('\n');
        }

        return text.Append(CultureInfo.InvariantCulture, $"\n{StartPage.End}").ToString();
    }

    /// <summary>The findings of a page that are of a class; with their numbers where they are not as published.</summary>
    private static string? Line(StoredPage page, Outcome outcome)
    {
        Verdict[] own = [.. page.Verdicts.Where(verdict => verdict.Outcome == outcome)];
        if (own.Length == 0)
            return null;
        return outcome is Outcome.Better or Outcome.OtherWay or Outcome.NoDifference
            ? $"- {page.Link}\n{string.Join("\n", own.Select(verdict => $"  - {verdict.Claim}: {verdict.Reason}"))}"
            : $"- {page.Link}: {string.Join("; ", own.Select(verdict => verdict.Claim))}";
    }

    private static string Count(IEnumerable<Verdict> verdicts, Outcome outcome) => verdicts.Count(verdict => verdict.Outcome == outcome).ToString(CultureInfo.InvariantCulture);
}
