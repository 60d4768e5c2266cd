using static TypedExplain.CodeFixes.Tests.Support.FixAssert;

namespace TypedExplain.CodeFixes.Tests;

/// <summary>TEX0101.</summary>
public class SwapEndsTests
{
    [Theory]
    [InlineData("[Numeric(100, 18)]", "[Numeric(18, 100)]")]
    [InlineData("[OnlyIncreases, Numeric( 1_00 , /* adult */ 18, Unit = \"years\")]", "[OnlyIncreases, Numeric( 18 , /* adult */ 1_00, Unit = \"years\")]")]
    [InlineData("[property: Numeric(double.PositiveInfinity, -1e3)]", "[property: Numeric(-1e3, double.PositiveInfinity)]")]
    [InlineData("[Numeric(maximum: 18, minimum: 100)]", "[Numeric(maximum: 100, minimum: 18)]")]
    public Task Parameter(string failing, string @fixed) => FixesAsync<SwapEnds>(
        "TEX0101",
        "Swap the ends of the range",
        $"[FeatureRecord] partial record Loan({failing} int Age);",
        $"[FeatureRecord] partial record Loan({@fixed} int Age);");

    [Fact]
    public Task Property() => FixesAsync<SwapEnds>(
        "TEX0101",
        "Swap the ends of the range",
        "partial class Bank\n{\n    [FeatureRecord]\n    internal partial class Loan\n    {\n        [Numeric(100, 18)]\n        public int Age { get; set; }\n    }\n}\n",
        "partial class Bank\n{\n    [FeatureRecord]\n    internal partial class Loan\n    {\n        [Numeric(18, 100)]\n        public int Age { get; set; }\n    }\n}\n");

    [Theory]
    [InlineData("18, 18")]
    [InlineData("18, 18.0")]
    public Task Equal_ends(string ends) =>
        OffersNothingAsync<SwapEnds>("TEX0101", $"[FeatureRecord] partial record Loan([Numeric({ends})] int Age);");

    [Fact]
    public Task All_of_two_files() => FixesAllAsync<SwapEnds>(
        "TEX0101",
        ["[FeatureRecord] partial record Loan([Numeric(9, 1)] int Age, [Numeric(1, 0)] double Share);", "[FeatureRecord] partial record House([Numeric(9, 1)] int Rooms);"],
        ["[FeatureRecord] partial record Loan([Numeric(1, 9)] int Age, [Numeric(0, 1)] double Share);", "[FeatureRecord] partial record House([Numeric(1, 9)] int Rooms);"]);
}
