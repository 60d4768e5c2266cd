namespace TypedExplain.Generators.Tests.Incremental;

/// <summary>The annotation is found by what it is, however it is written.</summary>
public class AliasTests
{
    [Theory]
    [InlineData("[TypedExplain.FeatureRecord] partial record Loan(int A);")]
    [InlineData("[global::TypedExplain.FeatureRecordAttribute] partial record Loan(int A);")]
    [InlineData("using T = TypedExplain; [T::FeatureRecord] partial record Loan(int A);")]
    [InlineData("using Row = TypedExplain.FeatureRecordAttribute; [Row] partial record Loan(int A);")]
    [InlineData("using RowAttribute = TypedExplain.FeatureRecordAttribute; namespace Shop { using Again = RowAttribute; [Again] partial record Loan(int A); }")]
    [InlineData("namespace Shop { using TypedExplain; [System.Serializable, FeatureRecord] partial record Loan(int A); }")]
    [InlineData("partial class Outer { internal partial struct Inner { [TypedExplain.FeatureRecord] internal partial record Loan(int A); } } partial class Outer { partial struct Inner; }")]
    [InlineData("[Row] partial record Loan(int A);", "global using Row = TypedExplain.FeatureRecordAttribute;")]
    [InlineData("namespace Shop { using Mine = Row; [Mine] partial record Loan(int A); }", "global using Row = TypedExplain.FeatureRecordAttribute;")]
    public void Finds_the_annotation(string source, string other = "")
    {
        Generation generation = Generation.Of(Compiler.Parse(source), Compiler.Parse(other, "Other.cs"));

        Assert.Empty(generation.Complaints);
        Assert.Single(generation.Files);
    }

    [Theory]
    [InlineData("class FeatureRecordAttribute : System.Attribute; [FeatureRecord] partial record Loan(int A);")]
    [InlineData("class FeatureRecordAttribute<T> : System.Attribute; [FeatureRecord<int>] partial record Loan(int A);")]
    [InlineData("namespace My.TypedExplain { class FeatureRecordAttribute : System.Attribute; [FeatureRecord] partial record Loan(int A); }")]
    [InlineData("class TypedExplain { public class FeatureRecordAttribute : System.Attribute; [FeatureRecord] partial record Loan(int A); }")]
    [InlineData("using Row = System.SerializableAttribute; [Row] partial record Loan(int A);")]
    [InlineData("namespace TypedExplain { class Shop { public class FeatureRecordAttribute : System.Attribute; [FeatureRecord] partial record Loan(int A); } }")]
    [InlineData("namespace TypedExplain { class FeatureRecordAttribute<T> : System.Attribute; [FeatureRecord<int>] partial record Loan(int A); }")]
    public void Leaves_out_others_of_the_name(string source)
    {
        Generation generation = Generation.Of(source);

        Assert.Empty(generation.Files);
        Assert.Empty(generation.Diagnostics);
    }

    /// <summary>Of several parts, the one that carries the annotation is parsed, once.</summary>
    [Fact]
    public void Parses_the_part_that_is_annotated()
    {
        Generation generation = Generation.Of(
            Compiler.Parse("using Row = System.ObsoleteAttribute; using Other = TypedExplain.FeatureRecordAttribute; [Row] partial record Loan(int A);"),
            Compiler.Parse("[TypedExplain.FeatureRecord] partial record Loan;", "Other.cs"));

        Assert.Empty(generation.Diagnostics);
        Assert.Single(generation.Files);
    }
}
