using static TypedExplain.CodeFixes.Tests.Support.FixAssert;

namespace TypedExplain.CodeFixes.Tests;

/// <summary>TEX0209.</summary>
public class UseStandardizedTests
{
    private const string Title = "Compare 'Standardized' effects";

    [Theory]
    [InlineData("Math.Abs(e.Attribution.Age) > Math.Abs(e.Attribution.Income)", "Math.Abs(e.Standardized.Age) > Math.Abs(e.Standardized.Income)")]
    [InlineData("Math.Max(e.Attribution.Age, e.Attribution.Income)", "Math.Max(e.Standardized.Age, e.Standardized.Income)")]
    [InlineData("FeatureSchema.Of<Loan>().Features.MaxBy(f => e.Attribution[f])!", "FeatureSchema.Of<Loan>().Features.MaxBy(f => e.Standardized[f])!")]
    public Task Fixes(string failing, string @fixed) => FixesAsync<UseStandardized>("TEX0209", Title, Code(failing), Code(@fixed));

    [Fact]
    public Task Effects_kept_elsewhere() => OffersNothingAsync<UseStandardized>("TEX0209", Code("Mine(e.Attribution)"));

    private static string Code(string value) =>
        "using System.Linq;\n[FeatureRecord] partial record Loan([Numeric(18, 100, Unit = \"years\")] int Age, [Numeric(0, 9, Unit = \"EUR\")] double Income);\n"
        + $"static class User {{ static object Run(Explanation<Loan> e) => {value};\n"
        + (value.StartsWith("Mine", StringComparison.Ordinal) ? "static double Mine(Attribution<Loan> effects) => effects.Age + effects.Income; }\n" : "}\n");
}
