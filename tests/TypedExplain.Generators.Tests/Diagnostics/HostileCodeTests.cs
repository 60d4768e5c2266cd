namespace TypedExplain.Generators.Tests.Diagnostics;

/// <summary>Whatever a record is made of, generated code compiles or a diagnostic says why there is none.</summary>
public class HostileCodeTests
{
    private const string Usings = "using System; using System.Diagnostics.CodeAnalysis; using TypedExplain;\n";

    [Theory]
    [InlineData("enum Risk { Low, [Obsolete(\"\", true)] High } [FeatureRecord] partial record Loan(int Age, Risk Risk, Risk? Other);")]
    [InlineData("enum Risk : ulong { Low, [Experimental(\"EXP01\")] High = ulong.MaxValue } [FeatureRecord] partial record Loan(int Age, [Ordinal] Risk Risk);")]
    [InlineData("[Experimental(\"EXP01\")] public enum Risk { Low, High }\n#pragma warning disable EXP01\n[FeatureRecord] public partial record Loan(int Age, Risk Risk);\n#pragma warning restore EXP01")]
    [InlineData("#pragma warning disable EXP02\n[FeatureRecord] public partial record Loan([property: Experimental(\"EXP02\")] int Age, bool Flag);\n#pragma warning restore EXP02")]
    [InlineData("#pragma warning disable OLD1\n[FeatureRecord] partial record Loan([property: Obsolete(\"\", DiagnosticId = \"OLD1\")] int Age, bool Flag);\n#pragma warning restore OLD1")]
    [InlineData("[Obsolete(\"\", true)] public enum Old { A } [Obsolete(\"\", true)] [FeatureRecord] public partial record Loan(int Age, DayOfWeek Day);")]
    [InlineData("public partial class Order { [FeatureRecord] public partial record Line(int Count, DayOfWeek Day); } [FeatureRecord] public partial record Order_Line(int Count, DayOfWeek Day);")]
    [InlineData("public partial class A_B { [FeatureRecord] public partial record C(int Count); } public partial class A { [FeatureRecord] public partial record B_C(int Count); }")]
    [InlineData("[FeatureRecord] partial record Loan<T>(int Age); [FeatureRecord] partial record Loan<T, U>(int Age, bool Flag); [FeatureRecord] partial record Loan(int Age);")]
    [InlineData("enum TextsOfA { X } [FeatureRecord] partial record Loan(TextsOfA Kind, [Categories(\"a\", \"b\")] string AValues);")]
    [InlineData("[FeatureRecord] partial class Loan : EventArgs { public int Age { get; set; } }")]
    public void Compiles(string source)
    {
        Generation generation = Generation.Of(Usings + source);

        Assert.Empty(generation.Diagnostics);
        Assert.NotEmpty(generation.Files);
        Assert.Empty(generation.Output.GetDiagnostics().Where(complaint => complaint.Severity >= DiagnosticSeverity.Warning && complaint.Id is not ("CS1591" or "CS1573")));
    }

    [Theory]
    [InlineData("TEX0019", "[FeatureRecord] partial record Loan([property: Obsolete(\"\", true)] int [|Age|], bool Flag);")]
    [InlineData("TEX0019", "[Obsolete(\"\", true)] enum Risk { Low } [FeatureRecord] partial record Loan(\n#pragma warning disable CS0619\nRisk [|Risk|], bool Flag);")]
    [InlineData("TEX0005", "abstract record Basis(int LoanFeatures); [FeatureRecord] partial record [|Loan|](int LoanFeatures, double Income) : Basis(LoanFeatures);")]
    [InlineData("TEX0005", "[FeatureRecord] partial record [|Loan|](DayOfWeek Day) { public int LoanCategoryPositions { get; init; } }")]
    [InlineData("TEX0005", "class LoanFeaturesMembers; [FeatureRecord] partial record [|Loan|]<T>(int Age);")]
    [InlineData("TEX0005", "partial class Bank<T> { [FeatureRecord] internal partial record [|Loan|]<T>(int Age); }")]
    [InlineData("TEX0021", "[FeatureRecord] partial record Loan([ArrayLength(int.MaxValue)] double[] [|Left|], [ArrayLength(int.MaxValue)] double[] Right);")]
    [InlineData("TEX0020", "[FeatureRecord] partial record Loan(double Income, double [|income|]);")]
    public void Is_told_why_not(string id, string source)
    {
        Marked marked = Marked.Parse(Usings + source);
        Generation generation = Generation.Of(marked.Source);
        Diagnostic diagnostic = Assert.Single(generation.Diagnostics);

        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(marked.Span, diagnostic.Location.SourceSpan);
        Assert.Equal(diagnostic.Severity == DiagnosticSeverity.Error, generation.Files.Count == 0);
    }

    [Theory]
    [InlineData("public abstract class Entity { }", true)]
    [InlineData("public abstract class Entity { public override string ToString() => \"\"; public class Inner { public int A; } public static int Count; }", true)]
    [InlineData("public abstract class Entity { public int Id { get; set; } }", false)]
    [InlineData("public abstract class Entity { private int _id; public void Set(int id) => _id = id; public int Get() => _id; }", false)]
    public void A_base_type_of_another_project_may_hold_nothing(string other, bool isFine)
    {
        Generation generation = Generation.Over(Generation.Of(other), Usings + "[FeatureRecord] partial class Loan : Entity { public int Age { get; set; } }");

        Assert.Equal(isFine ? [] : ["TEX0005"], generation.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Equal(isFine, generation.Files.Count == 1);
    }

    [Fact]
    public void The_length_of_an_array_is_not_that_of_data_annotations()
    {
        Generation generation = Generation.Of("using System.ComponentModel.DataAnnotations; using TypedExplain; [FeatureRecord] partial record Recording([ArrayLength(4), Length(4, 4)] double[] Signal);");

        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.Output.GetDiagnostics().Where(complaint => complaint.Severity == DiagnosticSeverity.Error));
    }

    [Fact]
    public void Protection_reaches_inward()
    {
        Generation generation = Generation.Of(Usings + """
            [FeatureRecord] partial record Origin([Numeric(-90, 90)] double Latitude, double Longitude);
            [FeatureRecord] partial record Person(int Age, [Protected] Origin Birthplace, [Protected] Origin? Home, [Protected, ArrayLength(2)] double[] Genes, [Protected, Text] string Story, [Protected, Image(2, 2)] ReadOnlyMemory<float> Face, Origin Work);
            static class Use { public static string Of() => string.Join(",", System.Linq.Enumerable.Select(System.Linq.Enumerable.Where(FeatureSchema.Of<Person>().Features, feature => feature.IsProtected), feature => feature.Name)) + ";" + string.Join(",", System.Linq.Enumerable.Select(FeatureSchema.Of<Person>().Media, media => media.IsProtected)); }
            """);
        Assert.Empty(generation.Diagnostics);
        using MemoryStream image = new();
        Assert.True(generation.Output.Emit(image).Success);

        object? shown = System.Reflection.Assembly.Load(image.ToArray()).GetType("Use")!.GetMethod("Of")!.Invoke(null, null);
        Assert.Equal("Birthplace.Latitude,Birthplace.Longitude,Home.Latitude,Home.Longitude,HomeIsMissing,Genes[0],Genes[1];True,True", shown);
    }
}
