using System.Reflection;
using System.Runtime.Loader;

namespace TypedExplain.Generators.Tests.Onnx;

/// <summary>The source that is written for a class of a model.</summary>
public class ModelClassTests
{
    [Fact]
    public void CreditModel()
    {
        using OnnxProject project = OnnxProject.With(Credit.Model);

        Snapshot.Matches(project.Generate(Credit.Record).Files["Shop.CreditModel.OnnxModel.g.cs"]);
    }

    [Theory]
    [InlineData("", "[?, 2]: declined, approved", "Declined, Approved")]
    [InlineData(", Classes = [\"no\", \"yes\"]", "[?, 2]: declined, approved", "No, Yes")]
    [InlineData("", "[?, 2]: 0, 1", "Class0, Class1")]
    [InlineData("", "[?, 2]", "Probabilities0, Probabilities1")]
    [InlineData("", "[?, 1]", "Probabilities")]
    [InlineData("", "[?]", "Probabilities")]
    [InlineData("", "[?, 2]: a-b, a b", "AB, AB_2")]
    [InlineData("", "[?, 4]: equals, class, \"<&>\", 日本", "Equals_2, Class, Class_2, 日本")]
    public void Names_every_score_and_compiles_without_warnings(string arguments, string output, string members)
    {
        using OnnxProject project = OnnxProject.With(Credit.Model.Replace("[?, 2]: declined, approved", output));
        string source = Credit.Record.Replace("(\"credit.onnx\")", $"(\"credit.onnx\"{arguments})");
        foreach (bool hasRuntime in (bool[])[true, false])
        {
            Generation generation = hasRuntime ? project.Generate(source) : project.GenerateWithoutRuntime(source);

            Assert.Empty(generation.Diagnostics);
            Assert.Empty(generation.Complaints);
            INamedTypeSymbol type = generation.Output.GetTypeByMetadataName("Shop.CreditModel+Outputs")!;
            Assert.Equal(members, string.Join(", ", type.GetMembers().OfType<IFieldSymbol>().Select(field => field.Name)));
            Assert.Equal(hasRuntime, generation.Output.GetTypeByMetadataName("Shop.CreditModel")!.GetMembers("Load").Length == 1);
        }
    }

    [Fact]
    public void An_internal_record_and_a_nested_class_compile()
    {
        using OnnxProject project = OnnxProject.With(Credit.Model);
        string source = Credit.Record.Replace("public partial record", "partial record").Replace("[OnnxModel", "public static partial class Outer { [OnnxModel").Replace("CreditModel;", "CreditModel; }").Replace("/// <summary>The credit model.</summary>", "/// <summary>Around.</summary>");
        Generation generation = project.Generate(source);

        Assert.Empty(generation.Diagnostics);
        Assert.DoesNotContain(generation.Complaints, complaint => !complaint.Contains("CS1591"));
    }

    [Fact]
    public void A_misspelled_score_does_not_compile()
    {
        using OnnxProject project = OnnxProject.With(Credit.Model);
        Generation generation = project.Generate(Credit.Record, "class Use { double Of(Shop.CreditModel.Scores scores) => scores.Approved + scores.Aproved; }");

        Assert.Contains("'Aproved'", Assert.Single(generation.Complaints));
    }

    [Fact]
    public void Scores_are_taken_by_name_whatever_their_order_and_a_model_without_one_is_refused()
    {
        const string use = """
            using TypedExplain;
            using Shop;

            public static class Use
            {
                public static double Approved(string[] outputs) => CreditModel.Scores.Of(new Fixed(outputs), new(30, 1000, Housing.Own)).Approved;

                sealed class Fixed(string[] outputs) : IModel<LoanApplication>
                {
                    public System.Collections.Immutable.ImmutableArray<string> Outputs { get; } = [.. outputs];

                    public void Score(EncodedRows<LoanApplication> rows, System.Span<double> scores)
                    {
                        for (int i = 0; i < scores.Length; i++)
                            scores[i] = i;
                    }
                }
            }
            """;
        using OnnxProject project = OnnxProject.With(Credit.Model);
        using MemoryStream image = new();
        Assert.True(project.Generate(Credit.Record, use).Output.Emit(image).Success);
        image.Position = 0;
        MethodInfo approved = new AssemblyLoadContext(null).LoadFromStream(image).GetType("Use")!.GetMethod("Approved")!;

        Assert.Equal(1.0, approved.Invoke(null, [new[] { "declined", "approved" }]));
        Assert.Equal(0.0, approved.Invoke(null, [new[] { "approved", "declined", "other" }]));
        TargetInvocationException thrown = Assert.Throws<TargetInvocationException>(() => approved.Invoke(null, [new[] { "declined", "granted" }]));
        Assert.Equal("The model has no output named approved; it has declined, granted.", Assert.IsType<InvalidModelException>(thrown.InnerException).Message);
    }
}
