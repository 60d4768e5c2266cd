using static TypedExplain.CodeFixes.Tests.Support.FixAssert;

namespace TypedExplain.CodeFixes.Tests;

/// <summary>TEX0018: what a public property can be.</summary>
public class MakeFeatureTests
{
    [Theory]
    [InlineData("a property", "public double Income;", "public double Income { get; set; }")]
    [InlineData("a property", "internal double Income = 3; // a year", "public double Income { get; set; } = 3; // a year")]
    [InlineData("public", "internal double Income { get; set; }", "public double Income { get; set; }")]
    [InlineData("public", "/// <summary>A year.</summary>\n    [Numeric(0, 9)]\n    internal double Income { get; init; }", "/// <summary>A year.</summary>\n    [Numeric(0, 9)]\n    public double Income { get; init; }")]
    public Task Fixes(string how, string failing, string @fixed) => FixesAsync<MakeFeature>(
        "TEX0018",
        how == "public" ? "Make 'Income' public" : "Make 'Income' a property",
        Class(failing),
        Class(@fixed));

    [Theory]
    [InlineData("private int _count; public int Next() => ++_count;")]
    [InlineData("protected internal double Income { get; set; }")]
    public Task Offers_nothing(string member) => OffersNothingAsync<MakeFeature>("TEX0018", Class(member));

    private static string Class(string member) => $"[FeatureRecord]\npartial class Loan\n{{\n    public int Age {{ get; set; }}\n    {member}\n}}\n";
}
