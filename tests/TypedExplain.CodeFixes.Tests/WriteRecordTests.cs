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

    [Theory]
    [InlineData("(int Age)", "(int Age, float Income, [Categories(\"Rent\", \"Own\")] string Housing, [ArrayLength(3)] double[] Pulse)")]
    [InlineData("([ArrayLength(3)] double[] Pulse, [Numeric(18, 100)] int Age, decimal Wealth, [property: NotAFeature] string Note)", "([Numeric(18, 100)] int Age, float Income, [Categories(\"Rent\", \"Own\")] string Housing, [ArrayLength(3)] double[] Pulse, [property: NotAFeature] string Note)")]
    [InlineData("(double Age, [Numeric(0, 9)] double Income, [Categories(\"Rent\", \"Boat\")] string Housing, [ArrayLength(4)] double[] Pulse)", "(long Age, [Numeric(0, 9)] double Income, [Categories(\"Rent\", \"Own\")] string Housing, [ArrayLength(3)] double[] Pulse)")]
    [InlineData("(\n    bool Old,\n    int Age)", "(\n    int Age,\n    float Income,\n    [Categories(\"Rent\", \"Own\")] string Housing,\n    [ArrayLength(3)] double[] Pulse)")]
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

    [Theory]
    [InlineData("(int Age) { public double Income { get; init; } public double Wealth { get; init; } }", Model)]
    [InlineData("(int Age)", "credit.onnx\ninput X float [?, 3]\noutput approved float [?, 1]")]
    public async Task Offers_nothing_where_properties_stand_elsewhere_or_the_model_has_no_names(string failing, string model)
    {
        using OnnxProject project = OnnxProject.With(model);
        Editor editor = Editor.Open([Source(failing).Replace("};", "}")], project.Files);

        Assert.NotEmpty(editor.Diagnostics);
        Assert.Empty(await editor.OffersAsync(new WriteRecord(), editor.Diagnostics[0]));
    }

    private static string Source(string parameters) =>
        $"using TypedExplain;\n\n[FeatureRecord]\npublic partial record Loan{parameters};\n\n[OnnxModel<Loan>(\"credit.onnx\")]\npublic partial class CreditModel;\n";
}
