using System.Text;

namespace Papers;

/// <summary>The contents of docs/papers: every page in the folder with its verdicts counted, read from the pages themselves.</summary>
public static class Contents
{
    private const string File = "README.md";

    /// <summary>Writes the contents of a folder of pages.</summary>
    public static void Write(string folder)
    {
        StringBuilder text = new(
            """
            # Two papers, measured again

            LINEX (locally invariant explanations) and ExpO (explanation-based optimization), each table and figure beside what was
            published. [samples/Papers](../../samples/Papers/README.md) makes these pages. A finding is *reproduced* where the
            measurement agrees with its direction, *not reproduced* where it does not, and *not comparable* where data or settings
            that are not published decide; each page says by which numbers and under which conventions.


            """);
        MarkdownTable table = new("page", "reproduced", "not reproduced", "not comparable");
        foreach (string file in Directory.GetFiles(folder, "*.md").Order(StringComparer.Ordinal).Where(file => Path.GetFileName(file) != File))
        {
            string[] lines = System.IO.File.ReadAllLines(file);
            string title = lines.FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..] ?? Path.GetFileNameWithoutExtension(file);
            table.Add($"[{title}]({Path.GetFileName(file)})", Count(Outcome.Reproduced), Count(Outcome.NotReproduced), Count(Outcome.NotComparable));

            string Count(Outcome outcome) => lines.Count(line => IsVerdict(line, outcome)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        text.Append(table).Append("\n## What did not come out\n\n");
        foreach (string file in Directory.GetFiles(folder, "*.md").Order(StringComparer.Ordinal).Where(file => Path.GetFileName(file) != File))
        {
            foreach (string line in System.IO.File.ReadLines(file).Where(line => IsVerdict(line, Outcome.NotReproduced)))
            {
                string[] cells = [.. line.Split('|').Select(cell => cell.Trim())];
                text.Append($"- [{Path.GetFileNameWithoutExtension(file)}]({Path.GetFileName(file)}): {cells[2]} — {cells[3]}\n");
            }
        }

        System.IO.File.WriteAllText(Path.Combine(folder, File), text.ToString());
    }

    private static bool IsVerdict(string line, Outcome outcome) => line.StartsWith('|') && line.Split('|') is [_, var word, _, ..] && word.Trim() == Verdict.Words(outcome);
}
