using static TypedExplain.CodeFixes.Tests.Support.FixAssert;

namespace TypedExplain.CodeFixes.Tests;

/// <summary>TEX0103, TEX0104, TEX0120, TEX0122 and TEX0129.</summary>
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
    [InlineData("[Numeric]\n    public bool Flag", "public bool Flag")]
    [InlineData("[Numeric] // no number\n    public bool Flag", "// no number\n    public bool Flag")]
    [InlineData("[Immutable]\n    [Numeric]\n    public bool Flag", "[Immutable]\n    public bool Flag")]
    [InlineData("[Immutable] [Numeric]\n    public bool Flag", "[Immutable]\n    public bool Flag")]
    [InlineData("[Immutable,\n     Numeric]\n    public bool Flag", "[Immutable]\n    public bool Flag")]
    [InlineData("[Immutable, // by law\n     Numeric]\n    public bool Flag", "[Immutable // by law\n]\n    public bool Flag")]
    [InlineData("[Immutable, /* by law */ Numeric]\n    public bool Flag", "[Immutable /* by law */]\n    public bool Flag")]
    [InlineData("[Numeric /* no number */, Protected]\n    public bool Flag", "[/* no number */ Protected]\n    public bool Flag")]
    [InlineData("/// <summary>Years.</summary>\n    [Protected] // by law\n    #region Codes\n    [Numeric]\n    #endregion\n    [Immutable]\n    public bool Flag", "/// <summary>Years.</summary>\n    [Protected] // by law\n    #region Codes\n    #endregion\n    [Immutable]\n    public bool Flag")]
    public Task Unfit_on_a_property(string failing, string @fixed) =>
        FixesAsync<RemoveAnnotation>("TEX0103", "Remove [Numeric]", Class(failing), Class(@fixed));

    [Theory]
    [InlineData("[Immutable, ShownAs(\"\")] int Age", "[Immutable] int Age", "[ShownAs]")]
    [InlineData("[Numeric(18, 100, Unit = \" \")] int Age", "[Numeric(18, 100)] int Age", "'Unit'")]
    public Task Blank(string failing, string @fixed, string removed) => FixesAsync<RemoveAnnotation>(
        "TEX0120",
        $"Remove {removed}",
        $"[FeatureRecord] partial record Loan(bool Flag, {failing});",
        $"[FeatureRecord] partial record Loan(bool Flag, {@fixed});");

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

    [Theory]
    [InlineData("TEX0122", "[Reason(\"A\", \"Age\"), Reason(\"B\", \"Missing\", When = Adverse.Missing)] int Age", "[Reason(\"A\", \"Age\")] int Age", "Reason")]
    [InlineData("TEX0129", "[Protected]\n    [Reason(\"A\", \"Age\")] int Age", "[Protected]\n    int Age", "Reason")]
    [InlineData("TEX0104", "[NoReason(\"never\"), Reason(\"A\", \"Age\")] int Age", "[Reason(\"A\", \"Age\")] int Age", "NoReason")]
    public Task Reasons(string id, string failing, string @fixed, string removed) => FixesAsync<RemoveAnnotation>(
        id,
        $"Remove [{removed}]",
        $"[FeatureRecord] partial record Loan([Reason(\"C\", \"Income\")] double Income, {failing});",
        $"[FeatureRecord] partial record Loan([Reason(\"C\", \"Income\")] double Income, {@fixed});");

    [Fact]
    public Task A_reason_for_other_values_is_meant() =>
        OffersNothingAsync<RemoveAnnotation>("TEX0122", "[FeatureRecord] partial record Loan([Reason(\"A\", \"Age\", When = Adverse.True)] int Age);");

    [Fact]
    public Task All_unfit_of_two_files() => FixesAllAsync<RemoveAnnotation>(
        "TEX0103",
        ["[FeatureRecord] partial record Loan([Numeric] bool Sex, [Step(1), Immutable] bool Age);", Class("[LogScale]\n    public bool Rooms").Replace("Loan", "House")],
        ["[FeatureRecord] partial record Loan(bool Sex, [Immutable] bool Age);", Class("public bool Rooms").Replace("Loan", "House")]);

    [Theory]
    [InlineData("[Numeric(0, 1), Perturb(DrawMode.Uniform, Scale = 2)] double Load", "[Numeric(0, 1), Perturb(DrawMode.Uniform)] double Load", "Scale")]
    [InlineData("[Perturb(DrawMode.Marginal, Scale = 2), Protected] int Load", "[Perturb(DrawMode.Marginal), Protected] int Load", "Scale")]
    [InlineData("[Protected, Categorical(Encoding = CategoryEncoding.Code)] bool Sex", "[Protected, Categorical] bool Sex", "Encoding")]
    [InlineData("[Categorical(Encoding = CategoryEncoding.Given)] DayOfWeek Day", "[Categorical] DayOfWeek Day", "Encoding")]
    public Task One_argument_is_wrong(string failing, string @fixed, string argument) => FixesAsync<RemoveAnnotation>(
        "TEX0104",
        $"Remove '{argument}'",
        $"[FeatureRecord] partial record Loan({failing}, int Age);",
        $"[FeatureRecord] partial record Loan({@fixed}, int Age);");

    [Fact]
    public Task All_arguments_and_annotations_of_a_file() => FixesAllAsync<RemoveAnnotation>(
        "TEX0104",
        ["[FeatureRecord] partial record Loan([Perturb(DrawMode.Fixed, Scale = 2)] int Age, [OnlyIncreases, Protected] DayOfWeek Sex, [Categorical(Encoding = CategoryEncoding.Binary)] bool Own);"],
        ["[FeatureRecord] partial record Loan([Perturb(DrawMode.Fixed)] int Age, [Protected] DayOfWeek Sex, [Categorical] bool Own);"]);

    [Theory]
    [InlineData("[Categorical] int Housing")]
    [InlineData("[Categories(\"Rent\", \"Own\")] int Housing")]
    [InlineData("[Ordinal] long Housing")]
    [InlineData("[EncodedAs(1, 2)] byte? Housing")]
    [InlineData("[Image(28, 28)] float[] Photo")]
    public Task The_annotation_is_meant_and_the_type_is_wrong(string failing) =>
        OffersNothingAsync<RemoveAnnotation>("TEX0103", $"[FeatureRecord] partial record Loan(int Age, {failing});");

    [Fact]
    public Task All_contradictions_of_two_files() => FixesAllAsync<RemoveAnnotation>(
        "TEX0104",
        ["[FeatureRecord] partial record Loan([OnlyIncreases, OnlyDecreases] int Age, [OnlyIncreases] DayOfWeek Sex);", "[FeatureRecord] partial record House([Immutable, OnlyIncreases] int Rooms);"],
        ["[FeatureRecord] partial record Loan([OnlyIncreases] int Age, DayOfWeek Sex);", "[FeatureRecord] partial record House([Immutable] int Rooms);"]);

    private static string Class(string member) => $"[FeatureRecord]\npartial class Loan\n{{\n    {member} {{ get; set; }}\n}}\n";
}
