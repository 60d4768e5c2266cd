using Microsoft.CodeAnalysis.CodeActions;
using TypedExplain.Generators.Tests.Onnx;

namespace TypedExplain.CodeFixes.Tests;

/// <summary>TEX0315.</summary>
public class UseConstantTests
{
    [Fact]
    public async Task The_constant_of_an_output()
    {
        using OnnxProject project = OnnxProject.With("credit.onnx\ninput age int64 [?, 1]\noutput label int64 [?]\noutput scores float [?, 2]: no, yes");
        const string failing = "using TypedExplain;\nnamespace Bank;\n[FeatureRecord] public partial record Loan(int Age);\n[OnnxModel<Loan>(\"credit.onnx\")] public partial class Credit;\nclass User { object Of() => Credit.Load().Output(\"yes\"); }\n";
        Editor editor = Editor.Open([failing], project.Files);

        CodeAction offer = Assert.Single(await editor.OffersAsync(new UseConstant(), Assert.Single(editor.Diagnostics)));
        Assert.Equal("Write 'Credit.Outputs.Yes'", offer.Title);
        Assert.Equal([failing.Replace("\"yes\")", "Credit.Outputs.Yes)")], await editor.ApplyAsync(offer));
    }
}
