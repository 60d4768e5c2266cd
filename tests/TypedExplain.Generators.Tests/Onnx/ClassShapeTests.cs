namespace TypedExplain.Generators.Tests.Onnx;

/// <summary>Which classes can be models.</summary>
public class ClassShapeTests
{
    private const string Head = "using TypedExplain;\n[FeatureRecord] public partial record Loan(int Age);\npublic record Plain(int Age);\n";
    private const string Model = "m.onnx\ninput age float [?, 1]\noutput y float [?, 1]";

    [Theory]
    [InlineData("[OnnxModel<Loan>(\"m.onnx\")] class M;", "Model 'M' gets the names of its outputs only if 'M' is partial; add the partial modifier to 'M'")]
    [InlineData("class Outer { [OnnxModel<Loan>(\"m.onnx\")] partial class M; }", "Model 'M' gets the names of its outputs only if 'Outer' is partial; add the partial modifier to 'Outer'")]
    [InlineData("[OnnxModel<Loan>(\"m.onnx\")] partial class M<T>;", "Model 'M' is generic, and a file holds one model; remove the type parameters")]
    [InlineData("[OnnxModel<Plain>(\"m.onnx\")] partial class M;", "Model 'M' scores 'Plain', which is not a feature record; mark 'Plain' with [FeatureRecord]")]
    public void Says_why_a_class_can_be_none(string declaration, string message)
    {
        using OnnxProject project = OnnxProject.With(Model);
        Diagnostic found = Assert.Single(project.Generate(Head + declaration).Diagnostics);

        Assert.Equal(("TEX0303", message), (found.Id, found.GetMessage()));
    }

    [Theory]
    [InlineData("[OnnxModel<Loan>(\"m.onnx\")] static partial class M;")]
    [InlineData("[OnnxModel<Loan>(\"m.onnx\")] sealed partial record M;")]
    [InlineData("[OnnxModelAttribute<Loan>(\"m.onnx\")] internal partial class M { } partial class M { }")]
    [InlineData("[OnnxModel<Loan>(file: \"m.onnx\", Output = null)] partial class @class;")]
    [InlineData("partial class A { [OnnxModel<Loan>(\"m.onnx\")] partial class M; } partial class B { [OnnxModel<Loan>(\"m.onnx\")] partial class M; }")]
    public void Any_other_class_is_fine(string declaration)
    {
        using OnnxProject project = OnnxProject.With(Model);
        Generation generation = project.Generate(Head + declaration);

        Assert.Empty(generation.Diagnostics);
        Assert.DoesNotContain(generation.Output.GetDiagnostics(), complaint => complaint.Severity == DiagnosticSeverity.Error);
        Assert.Contains(generation.Files, file => file.Key.EndsWith(".OnnxModel.g.cs", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[OnnxModel<Loan>(\"m.onnx\")] partial class M; [OnnxModel<Loan>(\"m.onnx\")] partial class M;", "CS0579")]
    [InlineData("[OnnxModel<Lone>(\"m.onnx\")] partial class M;", "CS0246")]
    [InlineData("[OnnxModel<Loan>(null)] partial class M;", "CS8625")]
    [InlineData("[OnnxModel<Loan>] partial class M;", "CS7036")]
    public void What_the_compiler_reports_is_left_to_it(string declaration, string id)
    {
        using OnnxProject project = OnnxProject.With(Model);
        Generation generation = project.Generate(Head + declaration);

        Assert.Empty(generation.Diagnostics);
        Assert.Null(generation.Result.Exception);
        Assert.Contains(generation.Output.GetDiagnostics(), complaint => complaint.Id == id);
    }

    [Fact]
    public void A_record_with_a_finding_of_its_own_is_not_compared()
    {
        using OnnxProject project = OnnxProject.With(Model);
        Generation generation = project.Generate("using TypedExplain;\n[FeatureRecord] public partial record Loan(object Years);\n[OnnxModel<Loan>(\"m.onnx\")] partial class M;");

        Assert.Equal("TEX0002", Assert.Single(generation.Diagnostics).Id);
    }
}
