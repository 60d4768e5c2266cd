using System.Text.RegularExpressions;

namespace TypedExplain.Tests.Support;

/// <summary>
/// A page of docs with one program, its output and tables of options. The lines of the program between the marks stand in the page's first block of
/// C# word for word (in the second one if the page declares types), its output in the first block of text after it, and a table of options after each comment that names a type. With
/// SNAPSHOT_ACCEPT=1 the blocks are written anew.
/// </summary>
internal sealed partial record ReferencePage(string Path, Action<TextWriter> Run, params Type[] Options)
{
    /// <summary>The headings of every page about one part, in their order.</summary>
    public static string[] Headings { get; } =
        ["What it answers", "When to use it, and when not", "Code and output", "Options", "What it costs", "What can go wrong", "The paper"];

    /// <summary>Holds the page to its program, its output and its tables.</summary>
    public void Check()
    {
        string file = System.IO.Path.Combine(Repository.Root, "docs", Path), page = File.ReadAllText(file).ReplaceLineEndings("\n");
        string wanted = Written(page);
        if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1" && wanted != page)
            File.WriteAllText(file, page = wanted);
        Assert.Equal(wanted, page);
        Assert.All(Options, type => Assert.Contains(Mark(type), page));
        if (Path.StartsWith("reference/", StringComparison.Ordinal))
            Assert.Equal(Headings, Heading().Matches(page).Select(match => match.Groups[1].Value));
    }

    /// <summary>The page as its program and the code make it.</summary>
    private string Written(string page)
    {
        StringWriter console = new() { NewLine = "\n" };
        Run(console);
        int code = page.IndexOf("```csharp\n", StringComparison.Ordinal);
        Assert.True(code >= 0, $"{Path} has no block of C#.");
        (string? types, string program) = Source();
        if (types is not null)
        {
            page = Replaced(page, "csharp", code, types);
            code = page.IndexOf("```csharp\n", code + 1, StringComparison.Ordinal);
        }

        page = Replaced(page, "csharp", code, program);
        page = Replaced(page, "text", page.IndexOf("```text\n", code, StringComparison.Ordinal), console.ToString().TrimEnd() + "\n");
        foreach (Type type in Options)
        {
            int mark = page.IndexOf(Mark(type), StringComparison.Ordinal);
            if (mark >= 0)
                page = Table().Replace(page, _ => Mark(type) + "\n" + OptionTable.Of(type) + "\n", 1, mark);
        }

        return page;
    }

    private static string Replaced(string page, string language, int start, string content)
    {
        Assert.True(start >= 0, $"A page has no block of {language}.");
        int end = page.IndexOf("```", start + 3, StringComparison.Ordinal);
        return $"{page[..start]}```{language}\n{content}{page[end..]}";
    }

    /// <summary>The lines between the marks, and the types that the page declares, if it does. The file has the name of the type and lies where its namespace says.</summary>
    private (string? Types, string Program) Source()
    {
        Type type = Run.Method.DeclaringType!;
        string project = type.Assembly.GetName().Name!;
        string folder = type.Namespace![project.Length..].Replace('.', '/');
        string source = File.ReadAllText($"{Repository.Root}/tests/{project}{folder}/{type.Name}.cs").ReplaceLineEndings("\n");
        string lines = source.Split("// <page>\n")[1].Split("        // </page>")[0];
        string program = string.Join('\n', lines.Split('\n').Select(line => line.StartsWith("        ", StringComparison.Ordinal) ? line[8..] : line));
        string[] parts = source.Split("// <types>\n");
        return (parts.Length == 1 ? null : parts[1].Split("// </types>")[0].TrimEnd() + "\n", program.Replace("console.", "Console.", StringComparison.Ordinal));
    }

    private static string Mark(Type type) => $"<!-- options of {type.Name.Split('`')[0]} -->";

    [GeneratedRegex("<!-- options of [^>]*-->\n((\\|.*|It has no options\\.)\n)*")]
    private static partial Regex Table();

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
