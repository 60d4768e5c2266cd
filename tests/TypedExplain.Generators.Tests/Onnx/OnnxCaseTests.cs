namespace TypedExplain.Generators.Tests.Onnx;

/// <summary>Mistakes that people make with models, each reported once and on the token that it is about; right programs are clean.</summary>
public class OnnxCaseTests
{
    private const string Named = "credit.onnx\ninput age int64 [?, 1]\ninput income float [?, 1]\ninput housing string [?, 1]: Rent, Own\noutput label int64 [?]\noutput probabilities float [?, 2]: Declined, Approved";
    private const string Record = "[FeatureRecord] public sealed partial record Loan(int Age, double Income, [Categories(\"Rent\", \"Own\")] string Housing);\n";
    private const string Class = "[OnnxModel<Loan>(\"credit.onnx\")] public partial class Credit;";

    [Theory]
    [InlineData("TEX0306", "credit.onnx\ncolumns age, income\ninput X float [?, 2]\noutput approved float [?, 1]", "[FeatureRecord] public sealed partial record Loan(double [|Income|], int Age);\n" + Class)]
    [InlineData("TEX0308", Named, "[FeatureRecord] public sealed partial record Loan([|double|] Age, double Income, [Categories(\"Rent\", \"Own\")] string Housing);\n" + Class)]
    [InlineData("TEX0308", Named, "[FeatureRecord] public sealed partial record Loan([|int?|] Age, double Income, [Categories(\"Rent\", \"Own\")] string Housing);\n" + Class)]
    [InlineData("TEX0305", Named, "[FeatureRecord] public sealed partial record Loan(int Age, double Income, [Categories(\"Rent\", \"Own\")] string Housing, bool [|Member|]);\n" + Class)]
    [InlineData("TEX0309", Named, "[FeatureRecord] public sealed partial record Loan(int Age, double Income, [[|Categories(\"Rent\", \"Own\", \"Mortgage\")|]] string Housing);\n" + Class)]
    [InlineData("TEX0311", Named, Record + "[OnnxModel<Loan>(\"credit.onnx\", Classes = [|[\"a\", \"b\", \"c\"]|])] public partial class Credit;")]
    [InlineData("TEX0301", Named, Record + "[OnnxModel<Loan>([|\"Credit.onnx\"|])] public partial class Credit;")]
    [InlineData("TEX0302", "credit.onnx", Record + "[OnnxModel<Loan>([|\"credit.onnx\"|])] public partial class Credit;")]
    [InlineData("TEX0101", Named, "[FeatureRecord] public sealed partial record Loan(int Age, [[|Numeric(9, 1)|]] double Income, [Categories(\"Rent\", \"Own\")] string Housing);\n" + Class)]
    [InlineData("TEX0312", "credit.onnx\ninput X float [?, 2]\noutput approved float [?, 1]", "[FeatureRecord] public sealed partial record Loan(double Income, int Age);\n[OnnxModel<Loan>([|\"credit.onnx\"|])] public partial class Credit;")]
    [InlineData("TEX0311", "credit.onnx\ninput age int64 [?, 1]\noutput label int64 [?]", "[FeatureRecord] public sealed partial record Loan(int Age);\n[OnnxModel<Loan>([|\"credit.onnx\"|])] public partial class Credit;")]
    public void Is_reported_on_its_token(string id, string model, string source)
    {
        Marked marked = Marked.Parse("using TypedExplain;\n" + source);
        using OnnxProject project = OnnxProject.With(model);
        Diagnostic found = Assert.Single(project.Generate(marked.Source).Diagnostics);

        Assert.Equal((id, marked.Span), (found.Id, found.Location.SourceSpan));
        Assert.True(found.Location.IsInSource);
    }

    [Theory]
    [InlineData("float16", "TEX0308", "[FeatureRecord] public sealed partial record Loan(int Age, double [|Income|], [Categories(\"Rent\", \"Own\")] string Housing);\n")]
    [InlineData("float", "TEX0310", "[FeatureRecord] public sealed partial record Loan(int Age, double Income, [[|Categories(\"Rent\", \"Own\")|]] string Housing);\n")]
    public void A_type_that_no_property_fills_and_a_category_that_is_lacking(string element, string id, string record)
    {
        Marked marked = Marked.Parse("using TypedExplain;\n" + record + Class);
        using OnnxProject project = OnnxProject.With(Named.Replace("income float", "income " + element).Replace("Rent, Own", id == "TEX0310" ? "Rent, Own, Mortgage" : "Rent, Own"));
        Diagnostic found = Assert.Single(project.Generate(marked.Source).Diagnostics);

        Assert.Equal((id, marked.Span), (found.Id, found.Location.SourceSpan));
    }

    [Theory]
    [InlineData(Named, Record + Class + "\n[OnnxModel<Loan>(\"credit.onnx\")] public partial class Again;")]
    [InlineData(Named, Record + "[OnnxModel<Loan>(\"credit.onnx\")] public static partial class Credit;")]
    [InlineData("models/" + Named, Record + "[OnnxModel<Loan>(\"models\\\\credit.onnx\")] public partial class Credit;")]
    [InlineData("credit.onnx\ninput age int64 [1, 1]\ninput income float [1, 1]\ninput housing string [1, 1]: Rent, Own\noutput probabilities float [1, 2]: a-b, a_b", Record + Class)]
    public void Right_programs_are_clean(string model, string source)
    {
        using OnnxProject project = OnnxProject.With(model);
        Generation generation = project.Generate("using TypedExplain;\n" + source);

        Assert.Empty(generation.Diagnostics);
        Assert.DoesNotContain(generation.Output.GetDiagnostics(), complaint => complaint.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void Two_files_of_one_name_are_told_apart_by_their_folders()
    {
        using OnnxProject project = OnnxProject.With("a/" + Named);
        project.Add("b/credit.onnx", File.ReadAllBytes(project.PathOf("a/credit.onnx")));
        Marked marked = Marked.Parse("using TypedExplain;\n" + Record + "[OnnxModel<Loan>([|\"credit.onnx\"|])] public partial class Credit;");
        Diagnostic found = Assert.Single(project.Generate(marked.Source).Diagnostics);

        Assert.Equal(("TEX0301", marked.Span), (found.Id, found.Location.SourceSpan));
        Assert.Empty(project.Generate("using TypedExplain;\n" + Record + "[OnnxModel<Loan>(\"b/credit.onnx\")] public partial class Credit;").Diagnostics);
    }

    [Fact]
    public void A_struct_is_the_compilers_to_refuse()
    {
        using OnnxProject project = OnnxProject.With(Named);
        Generation generation = project.Generate("using TypedExplain;\n" + Record + "[OnnxModel<Loan>(\"credit.onnx\")] public partial struct Credit;");

        Assert.Empty(generation.Diagnostics);
        Assert.Contains(generation.Output.GetDiagnostics(), complaint => complaint.Id == "CS0592");
    }
}
