using static TypedExplain.CodeFixes.Tests.Support.FixAssert;

namespace TypedExplain.CodeFixes.Tests;

/// <summary>TEX0002, and the others whose message names [NotAFeature].</summary>
public class LeaveOutTests
{
    private const string Title = "Leave 'Id' out of the features";

    [Theory]
    [InlineData("(Guid Id, int Age);", "([NotAFeature] Guid Id, int Age);")]
    [InlineData("(int Age, [property: ShownAs(\"id\")] Guid Id);", "(int Age, [property: ShownAs(\"id\")] [NotAFeature] Guid Id);")]
    [InlineData("(\n    Guid Id,\n    int Age);", "(\n    [NotAFeature] Guid Id,\n    int Age);")]
    public Task Parameter(string failing, string @fixed) =>
        FixesAsync<LeaveOut>("TEX0002", Title, $"[FeatureRecord] partial record Loan{failing}", $"[FeatureRecord] partial record Loan{@fixed}");

    [Theory]
    [InlineData(" public Guid Id { get; set; }", " [NotAFeature] public Guid Id { get; set; }")]
    [InlineData("\n    public Guid Id { get; set; }", "\n    [NotAFeature]\n    public Guid Id { get; set; }")]
    [InlineData(
        "\n    /// <summary>Its number.</summary>\n    [ShownAs(\"id\")]\n    public Guid Id { get; set; } // a number",
        "\n    /// <summary>Its number.</summary>\n    [ShownAs(\"id\")]\n    [NotAFeature]\n    public Guid Id { get; set; } // a number")]
    [InlineData("\n    [ShownAs(\"id\")] public Guid Id { get; set; }", "\n    [ShownAs(\"id\")] [NotAFeature] public Guid Id { get; set; }")]
    public Task Property(string failing, string @fixed) =>
        FixesAsync<LeaveOut>("TEX0002", Title, Class(failing), Class(@fixed));

    [Fact]
    public Task Lines_end_as_they_did() => FixesFileAsync<LeaveOut>(
        "TEX0002",
        Title,
        (Usings + Class("\n\tpublic Guid Id { get; set; }")).ReplaceLineEndings("\r\n"),
        (Usings + Class("\n\t[NotAFeature]\n\tpublic Guid Id { get; set; }")).ReplaceLineEndings("\r\n"));

    [Fact]
    public Task Text_without_categories() => FixesAsync<LeaveOut>(
        "TEX0010",
        Title,
        "[FeatureRecord] partial record Loan(int Age, string Id);",
        "[FeatureRecord] partial record Loan(int Age, [NotAFeature] string Id);");

    [Fact]
    public Task Record_in_itself() => FixesAsync<LeaveOut>(
        "TEX0011",
        "Leave 'Previous' out of the features",
        "[FeatureRecord] partial record Loan(int Age, Loan Previous);",
        "[FeatureRecord] partial record Loan(int Age, [NotAFeature] Loan Previous);");

    [Theory]
    [InlineData(" public Guid Id;", " [NotAFeature] public Guid Id;")]
    [InlineData("\n    /// <summary>Its number.</summary>\n    internal Guid Id { get; set; } // a number", "\n    /// <summary>Its number.</summary>\n    [NotAFeature]\n    internal Guid Id { get; set; } // a number")]
    [InlineData("\n    [Obsolete] public Guid Id = Guid.Empty, Other;", "\n    [Obsolete] [NotAFeature] public Guid Id = Guid.Empty, Other;")]
    public async Task State(string failing, string @fixed)
    {
        if (failing.Contains("Other"))
            await FixesAllAsync<LeaveOut>("TEX0018", [Class(failing)], [Class(@fixed)]);
        else
            await FixesAsync<LeaveOut>("TEX0018", Title, Class(failing), Class(@fixed));
    }

    [Fact]
    public Task All_of_two_files() => FixesAllAsync<LeaveOut>(
        "TEX0002",
        ["[FeatureRecord] partial record Loan(Guid Id, int Age, Uri Page);", Class(" public Guid Id { get; set; }").Replace("Loan", "House")],
        ["[FeatureRecord] partial record Loan([NotAFeature] Guid Id, int Age, [NotAFeature] Uri Page);", Class(" [NotAFeature] public Guid Id { get; set; }").Replace("Loan", "House")]);

    private static string Class(string member) => $"[FeatureRecord]\npartial class Loan\n{{\n    public int Age {{ get; set; }}{member}\n}}\n";
}
