using TypedExplain.Generators.Parsing;

namespace TypedExplain.Generators.Tests.Incremental;

/// <summary>A generator that remembers must say what one that sees the project for the first time says.</summary>
public class EditTests
{
    public static TheoryData<string, string, string> ThatMatter => Edits.ThatMatter;

    public static TheoryData<string, string, string> ThatMove => Edits.ThatMove;

    public static TheoryData<string, string, string> ThatDoNot => Edits.ThatDoNot;

    [Theory]
    [MemberData(nameof(ThatMatter))]
    [MemberData(nameof(ThatMove))]
    public void An_edit_gives_what_a_fresh_run_gives(string file, string from, string to)
    {
        SyntaxTree[] before = Edits.Before(), after = Edits.Apply(before, file, from, to);
        Generation edited = Generation.Of(before).Again(after);

        Assert.NotEqual(Said(Generation.Of(before)), Said(edited));
        Assert.Equal(Said(Generation.Of(after)), Said(edited));
        Assert.Equal(Said(Generation.Of(before)), Said(edited.Again(before)));
    }

    [Theory]
    [MemberData(nameof(ThatDoNot))]
    public void An_edit_of_no_meaning_parses_no_record_of_another_file(string file, string from, string to)
    {
        SyntaxTree[] before = Edits.Before(), after = Edits.Apply(before, file, from, to);
        ProjectParser parser = new();
        ParsedFile[] first = Parse(parser, before), second = Parse(parser, after);

        for (int i = 0; i < before.Length; i++)
        {
            if (before[i].FilePath != "Broken.cs" && before[i] == after[i])
                Assert.Same(first[i], second[i]);
        }

        Assert.Equal(Said(Generation.Of(after)), Said(Generation.Of(before).Again(after)));
    }

    [Theory]
    [MemberData(nameof(ThatMatter))]
    public void An_edit_with_a_meaning_parses_every_record_again(string file, string from, string to)
    {
        SyntaxTree[] before = Edits.Before();
        ProjectParser parser = new();
        ParsedFile address = Parse(parser, before)[2], again = Parse(parser, Edits.Apply(before, file, from, to))[2];

        Assert.NotSame(address, again);
    }

    [Fact]
    public void A_changed_reference_is_seen()
    {
        SyntaxTree use = Compiler.Parse("[TypedExplain.FeatureRecord] partial record Loan(Kind Kind);");
        ProjectParser parser = new();

        Assert.Equal(2, Categories("public enum Kind { A, B }"));
        Assert.Equal(3, Categories("public enum Kind { A, B, C }"));

        int Categories(string other) => Assert.Single(
            Assert.Single(parser.Parse(Compiler.Compile([use], Compiler.Compile([Compiler.Parse(other)]).WithAssemblyName("Other").ToMetadataReference()), default)).Records)
            .Model!.Features[0].Categories.Count;
    }

    [Fact]
    public void Changed_options_are_seen()
    {
        const string source = "[TypedExplain.FeatureRecord] partial record Loan(int A);";
        Generation before = Generation.Of(Compiler.Parse(source));
        Generation after = before.Again(Compiler.Parse(source, options: Compiler.ParseOptions.WithLanguageVersion(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp13)));

        Assert.Empty(before.Diagnostics);
        Assert.Single(after.Diagnostics);
    }

    private static ParsedFile[] Parse(ProjectParser parser, SyntaxTree[] trees) => [.. parser.Parse(Compiler.Compile(trees), default)];

    private static string Said(Generation generation) => string.Join(
        '\n',
        generation.Files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Key + "\n" + file.Value)
            .Concat(generation.Diagnostics.Select(diagnostic => diagnostic.ToString())));
}
