using System.Text;
using System.Text.RegularExpressions;

namespace TypedExplain.Generators.Tests.Samples;

/// <summary>The wrong programs of samples/CompileTimeErrors fail as they say, and the page about them quotes the compiler.</summary>
public class CompileTimeErrorTests
{
    private const string Heading = "## What the compiler says\n";

    public static TheoryData<string> Names { get; } = [.. Mistake.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Fails_with_what_it_expects_and_nothing_else(string name)
    {
        Mistake mistake = Mistake.Read(name);

        Assert.NotEmpty(mistake.Expected);
        Assert.Equal(mistake.Expected, mistake.Actual);
        Assert.All(mistake.Messages, message => Assert.Equal(DiagnosticSeverity.Error, message.Severity));
    }

    [Fact]
    public void The_project_compiles_one_of_them_by_itself()
    {
        string project = File.ReadAllText(Path.Combine(Mistake.Folder, "CompileTimeErrors.csproj"));
        Assert.Contains(Regex.Match(project, @">(\w+)</Mistake>").Groups[1].Value + ".cs", Mistake.Names);
    }

    [Fact]
    public void The_page_quotes_the_compiler()
    {
        string file = Path.Combine(Mistake.Folder, "README.md");
        string page = File.ReadAllText(file).ReplaceLineEndings("\n");
        Assert.Contains(Heading, page);
        string expected = page[..(page.IndexOf(Heading, StringComparison.Ordinal) + Heading.Length)] + Quotes();

        if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1")
            File.WriteAllText(file, expected);
        else
            Assert.Equal(expected, page);
    }

    [Fact]
    public void The_readme_of_the_repository_quotes_the_page()
    {
        string page = File.ReadAllText(Path.Combine(Mistake.Folder, "README.md")).ReplaceLineEndings("\n");
        string readme = File.ReadAllText(Path.Combine(Mistake.Folder, "../../README.md")).ReplaceLineEndings("\n");
        MatchCollection quotes = Regex.Matches(readme, @"```text\n\w+\.cs\(\d+,\d+\): .*\n```\n");
        Assert.Equal(4, quotes.Count);
        Assert.All(quotes, quote => Assert.Contains(quote.Value, page));
    }

    /// <summary>For every file the mistake, the line that has it and the compiler's message.</summary>
    private static string Quotes()
    {
        StringBuilder text = new();
        foreach (string name in Mistake.Names)
        {
            Mistake mistake = Mistake.Read(name);
            text.Append($"\n### [{name}]({name})\n\n{mistake.Why}\n");
            foreach (IGrouping<string, Diagnostic> messages in mistake.Messages.GroupBy(mistake.Written))
                text.Append($"\n```csharp\n{messages.Key}\n```\n\n```text\n{string.Join('\n', messages.Select(message => message + PageOf(message)))}\n```\n");
        }

        return text.ToString();
    }

    /// <summary>A build ends the messages of this package with the address of their page.</summary>
    private static string PageOf(Diagnostic message) => message.Id.StartsWith("TEX", StringComparison.Ordinal) ? $" ({message.Descriptor.HelpLinkUri})" : "";
}
