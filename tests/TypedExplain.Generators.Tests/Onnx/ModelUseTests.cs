namespace TypedExplain.Generators.Tests.Onnx;

/// <summary>TEX0213, TEX0215, TEX0314 and TEX0315: how code uses the class of a model in an ONNX file.</summary>
public class ModelUseTests
{
    private const string Model = "credit.onnx\ninput age int64 [?, 1]\ninput income float [?, 1]\noutput label int64 [?]\noutput probabilities float [?, 2]: Declined, Approved";

    private const string Types = """
        using TypedExplain;
        using TypedExplain.Onnx;
        using System.IO;
        [FeatureRecord] public sealed partial record Loan(int Age, double Income);
        [FeatureRecord] public sealed partial record House(int Rooms, double Area);
        [OnnxModel<Loan>("credit.onnx")] public static partial class Credit;

        """;

    [Theory]
    [InlineData("OnnxModel<House> Of() => OnnxModel<House>.Load([|Credit.File|]);")]
    [InlineData("OnnxModel<House> Of(string folder) => OnnxModel<House>.Load([|Path.Combine(folder, Credit.File)|]);")]
    [InlineData("Forest<House> Of(string folder, Dataset<House> rows) { string path = $\"{folder}/{Credit.File}\"; return OnnxForest.Load([|path|], rows); }")]
    [InlineData("OnnxModel<House> Of() => OnnxModel<House>.Load([|File.ReadAllBytes(Credit.File)|]);")]
    public void The_file_of_another_record(string member) => Finds(
        "TEX0314",
        member,
        "'Credit.File' is the file of a model of 'Loan', and it is loaded for 'House', which nothing holds to the file; call 'Credit.Load', or declare a class with [OnnxModel<House>] for the file",
        "OnnxModel<Loan> Of() => OnnxModel<Loan>.Load(Credit.File); OnnxModel<House> Other() => OnnxModel<House>.Load(\"houses.onnx\"); OnnxModel<T> Any<T>() where T : IFeatureRecord<T> => OnnxModel<T>.Load(Credit.File);");

    [Theory]
    [InlineData("IModel<Loan> Of() => Credit.Load().Output([|\"Approved\"|]);", "\"Approved\"", "Credit.Outputs.Approved")]
    [InlineData("IModel<Loan> Of(string folder) => OnnxModel<Loan>.Load(Path.Combine(folder, Credit.File)).Output([|\"Approved\"|]);", "\"Approved\"", "Credit.Outputs.Approved")]
    [InlineData("static readonly OnnxModel<Loan> s_model = Credit.Load(\"other/credit.onnx\"); double Of(Loan loan) => s_model.Predict(loan, [[|\"Declined\"|], Credit.Outputs.Approved])[0];", "\"Declined\"", "Credit.Outputs.Declined")]
    public void A_text_beside_the_constant(string member, string text, string constant) => Finds(
        "TEX0315",
        member,
        $"{text} names an output that has a constant, and a text is not held to the file when the model is exported again; write '{constant}'",
        "IModel<Loan> Of() => Credit.Load().Output(Credit.Outputs.Approved); IModel<Loan> Other(OnnxModel<Loan> any) => any.Output(\"Approved\"); IModel<Loan> Same() { const string name = Credit.Outputs.Declined; return Credit.Load().Output(name); }");

    [Fact]
    public void An_output_that_the_file_lacks() => Finds(
        "TEX0215",
        "IModel<Loan> Of() { OnnxModel<Loan> model = Credit.Load(); return model.Output([|\"approved\"|]); }",
        "The model has no output named by \"approved\"; it has 'Declined', 'Approved'",
        "IModel<Loan> Of(OnnxModel<Loan> model) => model.Output(\"approved\");");

    [Fact]
    public void Several_outputs() => Finds(
        "TEX0213",
        "object Of(Loan loan) { using OnnxModel<Loan> model = Credit.Load(); return new Lime<Loan>().Explain([|model|], loan); }",
        "'model' has 2 outputs (Declined, Approved), and one is explained at a time; choose it with 'Output(Credit.Outputs.Declined)'",
        "object Of(Loan loan) { using OnnxModel<Loan> model = Credit.Load(); return new Lime<Loan>().Explain(model.Output(Credit.Outputs.Approved), loan); } object All(Loan loan) => new Lime<Loan>().ExplainOutputs(Credit.Load(), loan);");

    private static void Finds(string id, string failing, string message, string right)
    {
        Marked marked = Marked.Parse(Class(failing));
        Diagnostic found = Assert.Single(Said(marked.Source));

        Assert.Equal((id, marked.Span, message), (found.Id, found.Location.SourceSpan, found.GetMessage()));
        Assert.Empty(Said(Class(right)));
    }

    private static Diagnostic[] Said(string source)
    {
        using OnnxProject project = OnnxProject.With(Model);
        Generation generation = project.Generate(source);
        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.Output.GetDiagnostics().Where(complaint => complaint.Severity == DiagnosticSeverity.Error));
        return Analysis.Of(generation.Output);
    }

    private static string Class(string members) => Types + "public class User { public " + members + " }";
}
