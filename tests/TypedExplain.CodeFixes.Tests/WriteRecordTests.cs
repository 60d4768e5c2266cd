using Microsoft.CodeAnalysis.CodeActions;
using TypedExplain.Generators.Tests.Onnx;

namespace TypedExplain.CodeFixes.Tests;

public class WriteRecordTests
{
    private const string Model = """
        credit.onnx
        input age int64 [?, 1]
        input income float [?, 1]
        input housing string [?, 1]: Rent, Own
        input pulse double [?, 3]
        output approved float [?, 1]
        """;

    /// <summary>It stays a feature, and what is left to do is the class's: Unused.</summary>
    [Fact]
    public async Task Leaves_what_is_protected()
    {
        using OnnxProject project = OnnxProject.With(Model);
        Editor editor = Editor.Open([Source("([Protected] bool Old, int Age)")], project.Files);
        CodeAction offer = Assert.Single(await editor.OffersAsync(new WriteRecord(), editor.Diagnostics.First(diagnostic => diagnostic.Id == "TEX0304")));
        string repaired = Source("([Protected] bool Old, int Age, float Income, [Categories(\"Rent\", \"Own\")] string Housing, [ArrayLength(3)] double[] Pulse)");

        Assert.Equal(repaired, Assert.Single(await editor.ApplyAsync(offer)));
        Assert.Equal(["TEX0305"], project.Generate(repaired).Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Theory]
    [InlineData("(int Age)", "(int Age, float Income, [Categories(\"Rent\", \"Own\")] string Housing, [ArrayLength(3)] double[] Pulse)")]
    [InlineData("([ArrayLength(3)] double[] Pulse, [Numeric(18, 100)] int Age, decimal Wealth, [property: NotAFeature] string Note)", "([ArrayLength(3)] double[] Pulse, [Numeric(18, 100)] int Age, [NotAFeature] decimal Wealth, [property: NotAFeature] string Note, float Income, [Categories(\"Rent\", \"Own\")] string Housing)")]
    [InlineData("(double Age, [Numeric(0, 9)] double Income, [Categories(\"Rent\", \"Boat\")] string Housing, [ArrayLength(4)] double[] Pulse)", "(long Age, [Numeric(0, 9)] double Income, [Categories(\"Rent\", \"Own\")] string Housing, [ArrayLength(3)] double[] Pulse)")]
    [InlineData("(\n    bool Old,\n    int Age)", "(\n    [NotAFeature] bool Old,\n    int Age,\n    float Income,\n    [Categories(\"Rent\", \"Own\")] string Housing,\n    [ArrayLength(3)] double[] Pulse)")]
    [InlineData(
        "([Numeric(18, 100, Unit = \"years\"), Protected, Immutable] double Age, double Income, [Categories(\"Rent\", \"Own\")] string Housing, [ArrayLength(3)] double[] Pulse)",
        "([Numeric(18, 100, Unit = \"years\"), Protected, Immutable] long Age, double Income, [Categories(\"Rent\", \"Own\")] string Housing, [ArrayLength(3)] double[] Pulse)")]
    [InlineData(
        "(\n    // Whose they are.\n    [Numeric(18, 100, Unit = \"years\")] // at the time\n    [Protected, ShownAs(\"age\")]\n    double Age = 30.0, // years\n    #region Money\n    /* gross */ [Numeric(0, 9)] double Income = 1.5, // EUR\n    #endregion\n    [Categories(\"Rent\", /* old */ \"Boat\"), Protected] string Housing = \"Rent\")",
        "(\n    [ArrayLength(3)] double[] Pulse,\n    // Whose they are.\n    [Numeric(18, 100, Unit = \"years\")] // at the time\n    [Protected, ShownAs(\"age\")]\n    long Age = 30, // years\n    #region Money\n    /* gross */ [Numeric(0, 9)] double Income = 1.5, // EUR\n    #endregion\n    [Categories(\"Rent\", \"Own\"), Protected] string Housing = \"Rent\")")]
    [InlineData(
        "(\n    [ArrayLength(3)] double[] Pulse, // beats\n    [Protected] double? Age, // years\n    [Numeric(0, 5), Protected, ShownAs(\"home\")] int Housing // rooms\n)",
        "(\n    [ArrayLength(3)] double[] Pulse, // beats\n    [Protected] long Age, // years\n    [Protected, ShownAs(\"home\")] [Categories(\"Rent\", \"Own\")] string Housing, // rooms\n    float Income\n)")]
    public async Task Keeps_what_fits_and_writes_the_rest(string failing, string @fixed)
    {
        using OnnxProject project = OnnxProject.With(Model);
        Editor editor = Editor.Open([Source(failing)], project.Files);
        Assert.NotEmpty(editor.Diagnostics);
        foreach (Diagnostic diagnostic in editor.Diagnostics.Where(diagnostic => diagnostic.Id != "TEX0310"))
        {
            CodeAction offer = Assert.Single(await editor.OffersAsync(new WriteRecord(), diagnostic));
            Assert.Equal("Write 'Loan' from the model", offer.Title);
            Assert.Equal(Source(@fixed), Assert.Single(await editor.ApplyAsync(offer)));
        }

        Generation repaired = project.Generate(Source(@fixed));
        Assert.Empty(repaired.Diagnostics);
        Assert.DoesNotContain(repaired.Output.GetDiagnostics(), complaint => complaint.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public async Task Properties_keep_all_but_the_type()
    {
        const string body = "(int Age)\n{\n    /// <summary>What is earned.</summary>\n    [Protected, Numeric(0, 9, Unit = \"kEUR\")] // gross\n    public {0} Income { get; init; } = 7; // per year\n\n    {1}public bool Old { get; init; }\n\n    public bool IsRich => Income > 5;\n\n    public string Housing() => \"\";\n}";
        const string model = "credit.onnx\ninput age int64 [?, 1]\ninput income int64 [?, 1]\noutput approved float [?, 1]";
        using OnnxProject project = OnnxProject.With(model);
        Editor editor = Editor.Open([Source(body.Replace("{0}", "double").Replace("{1}", "")).Replace("};", "}")], project.Files);
        string expected = Source(body.Replace("{0}", "long").Replace("{1}", "[NotAFeature]\n    ")).Replace("};", "}");

        Assert.Equal(["TEX0305", "TEX0308"], editor.Diagnostics.Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
        foreach (Diagnostic diagnostic in editor.Diagnostics)
            Assert.Equal(expected, Assert.Single(await editor.ApplyAsync(Assert.Single(await editor.OffersAsync(new WriteRecord(), diagnostic)))));
        Assert.Empty(project.Generate(expected).Diagnostics);
    }

    [Fact]
    public async Task A_missing_value_stays_one_where_the_model_is_told()
    {
        const string model = "credit.onnx\ninput age int64 [?, 1]\ninput ageIsMissing bool [?, 1]\noutput approved float [?, 1]";
        using OnnxProject project = OnnxProject.With(model);
        Editor editor = Editor.Open([Source("([Protected, Numeric(18, 100)] double? Age = null)")], project.Files);

        Diagnostic diagnostic = Assert.Single(editor.Diagnostics);
        Assert.Equal(Source("([Protected, Numeric(18, 100)] long? Age = null)"), Assert.Single(await editor.ApplyAsync(Assert.Single(await editor.OffersAsync(new WriteRecord(), diagnostic)))));
    }

    [Theory]
    [InlineData("([Ordinal] Housing Housing)\n{\n}\npublic enum Housing { Rent, Boat }", "credit.onnx\ninput housing string [?, 1]: Rent, Own\noutput approved float [?, 1]")]
    [InlineData("(int Age)", "credit.onnx\ninput X float [?, 3]\noutput approved float [?, 1]")]
    public async Task Offers_nothing_where_an_enum_differs_or_the_model_has_no_names(string failing, string model)
    {
        using OnnxProject project = OnnxProject.With(model);
        Editor editor = Editor.Open([Source(failing).Replace("};", "}")], project.Files);

        Assert.NotEmpty(editor.Diagnostics);
        Assert.Empty(await editor.OffersAsync(new WriteRecord(), editor.Diagnostics[0]));
    }

    private static string Source(string parameters) =>
        $"using TypedExplain;\n\n[FeatureRecord]\npublic partial record Loan{parameters};\n\n[OnnxModel<Loan>(\"credit.onnx\")]\npublic partial class CreditModel;\n";
}
