using static TypedExplain.CodeFixes.Tests.Support.FixAssert;

namespace TypedExplain.CodeFixes.Tests;

/// <summary>TEX0103 and TEX0104.</summary>
public class RemoveAnnotationTests
{
    [Theory]
    [InlineData("[Numeric] bool Sex", "bool Sex")]
    [InlineData("[Numeric(0, 1), Immutable] bool Sex", "[Immutable] bool Sex")]
    [InlineData("[Immutable, Numeric] bool Sex", "[Immutable] bool Sex")]
    [InlineData("[Categorical, /* why? */ Numeric, Immutable] bool Sex", "[Categorical, /* why? */ Immutable] bool Sex")]
    [InlineData("[Numeric, /* fixed */ Immutable] bool Sex", "[/* fixed */ Immutable] bool Sex")]
    [InlineData("[Immutable] [property: Numeric] bool Sex", "[Immutable] bool Sex")]
    [InlineData("[Immutable]\n    [Numeric] bool Sex", "[Immutable]\n    bool Sex")]
    public Task Unfit_on_a_parameter(string failing, string @fixed) => FixesAsync<RemoveAnnotation>(
        "TEX0103",
        "Remove [Numeric]",
        $"[FeatureRecord] partial record Loan(int Age, {failing});",
        $"[FeatureRecord] partial record Loan(int Age, {@fixed});");

    [Theory]
    [InlineData("[Categorical]\n    public int Age", "public int Age")]
    [InlineData("[Categorical] // a code\n    public int Age", "// a code\n    public int Age")]
    [InlineData("[Immutable]\n    [Categorical]\n    public int Age", "[Immutable]\n    public int Age")]
    [InlineData("[Immutable] [Categorical]\n    public int Age", "[Immutable]\n    public int Age")]
    [InlineData("[Immutable,\n     Categorical]\n    public int Age", "[Immutable]\n    public int Age")]
    [InlineData("[Immutable, // by law\n     Categorical]\n    public int Age", "[Immutable // by law\n]\n    public int Age")]
    [InlineData("[Immutable, /* by law */ Categorical]\n    public int Age", "[Immutable /* by law */]\n    public int Age")]
    [InlineData("[Categorical /* a code */, Protected, Numeric(18, 100, Unit = \"years\")]\n    public int Age", "[/* a code */ Protected, Numeric(18, 100, Unit = \"years\")]\n    public int Age")]
    [InlineData("/// <summary>Years.</summary>\n    [Protected] // by law\n    #region Codes\n    [Categorical]\n    #endregion\n    [Numeric(18, 100, Unit = \"years\")]\n    public int Age", "/// <summary>Years.</summary>\n    [Protected] // by law\n    #region Codes\n    #endregion\n    [Numeric(18, 100, Unit = \"years\")]\n    public int Age")]
    public Task Unfit_on_a_property(string failing, string @fixed) =>
        FixesAsync<RemoveAnnotation>("TEX0103", "Remove [Categorical]", Class(failing), Class(@fixed));

    [Theory]
    [InlineData("[OnlyIncreases, OnlyDecreases] int Age", "[OnlyIncreases] int Age", "OnlyDecreases")]
    [InlineData("[OnlyDecreases, Immutable] int Age", "[Immutable] int Age", "OnlyDecreases")]
    [InlineData("[property: Immutable] [TypedExplain.OnlyIncreases] int Age", "[property: Immutable] int Age", "TypedExplain.OnlyIncreases")]
    [InlineData("[OnlyIncreases] DayOfWeek Day", "DayOfWeek Day", "OnlyIncreases")]
    public Task Contradiction(string failing, string @fixed, string removed) => FixesAsync<RemoveAnnotation>(
        "TEX0104",
        $"Remove [{removed}]",
        $"[FeatureRecord] partial record Loan({failing});",
        $"[FeatureRecord] partial record Loan({@fixed});");

    [Fact]
    public Task All_unfit_of_two_files() => FixesAllAsync<RemoveAnnotation>(
        "TEX0103",
        ["[FeatureRecord] partial record Loan([Numeric] bool Sex, [Categorical, Immutable] int Age);", Class("[Categorical]\n    public int Rooms").Replace("Loan", "House")],
        ["[FeatureRecord] partial record Loan(bool Sex, [Immutable] int Age);", Class("public int Rooms").Replace("Loan", "House")]);

    [Fact]
    public Task All_contradictions_of_two_files() => FixesAllAsync<RemoveAnnotation>(
        "TEX0104",
        ["[FeatureRecord] partial record Loan([OnlyIncreases, OnlyDecreases] int Age, [OnlyIncreases] bool Sex);", "[FeatureRecord] partial record House([Immutable, OnlyIncreases] int Rooms);"],
        ["[FeatureRecord] partial record Loan([OnlyIncreases] int Age, bool Sex);", "[FeatureRecord] partial record House([Immutable] int Rooms);"]);

    private static string Class(string member) => $"[FeatureRecord]\npartial class Loan\n{{\n    {member} {{ get; set; }}\n}}\n";
}
