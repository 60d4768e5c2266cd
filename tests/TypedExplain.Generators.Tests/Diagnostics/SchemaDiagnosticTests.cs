using Microsoft.CodeAnalysis.CSharp;
using static TypedExplain.Generators.Tests.Diagnostics.DiagnosticAssert;

namespace TypedExplain.Generators.Tests.Diagnostics;

/// <summary>TEX00xx: what a record's declaration must be like.</summary>
public class SchemaDiagnosticTests
{
    [Fact]
    public void TEX0001_record() => Finds(
        "TEX0001",
        "[FeatureRecord] record [|Loan|](int Age);",
        "Record 'Loan' gets its schema only if 'Loan' is partial; add the partial modifier to 'Loan'",
        "[FeatureRecord] partial record Loan(int Age);");

    [Fact]
    public void TEX0001_containing_type() => Finds(
        "TEX0001",
        "class [|Bank|] { [FeatureRecord] internal partial record Loan(int Age); }",
        "Record 'Loan' gets its schema only if 'Bank' is partial; add the partial modifier to 'Bank'",
        "partial class Bank { [FeatureRecord] internal partial record Loan(int Age); }");

    [Theory]
    [InlineData("object")]
    [InlineData("char")]
    [InlineData("TimeOnly")]
    public void TEX0002(string type) => Finds(
        "TEX0002",
        $"[FeatureRecord] partial record Loan(int Age, [|{type}|] Purpose);",
        $"Feature 'Loan.Purpose' has type '{type}', which no column can carry; make it a number, a date or time, a bool, an enum, a string with [Categories] or [Text], an array of numbers with [ArrayLength], an image with [Image] or another feature record, or mark it [NotAFeature]",
        "[FeatureRecord] partial record Loan(int Age, DayOfWeek Purpose);");

    [Fact]
    public void TEX0002_property() => Finds(
        "TEX0002",
        "[FeatureRecord] partial struct Loan { public int Age { get; set; } public [|object|] Name { get; set; } }",
        "Feature 'Loan.Name' has type 'object', which no column can carry; make it a number, a date or time, a bool, an enum, a string with [Categories] or [Text], an array of numbers with [ArrayLength], an image with [Image] or another feature record, or mark it [NotAFeature]",
        "[FeatureRecord] partial struct Loan { public int Age { get; set; } internal string Name { get; set; } }");

    [Theory]
    [InlineData("[FeatureRecord] partial record Loan([NotAFeature] object Id, int Age);")]
    [InlineData("[FeatureRecord] partial record Loan([property: NotAFeature] string Id, int Age);")]
    [InlineData("[FeatureRecord] partial class Loan { [NotAFeature] public required Uri Id { get; init; } public int Age { get; init; } }")]
    [InlineData("[FeatureRecord] partial class Loan { [NotAFeature] public string Id { get; } = \"\"; public int Age { get; init; } }")]
    [InlineData("[FeatureRecord] partial class Loan(int age) { public int Age { get; } = age; [NotAFeature] public Guid Id { get; private set; } }")]
    public void TEX0002_not_a_feature(string source) => IsFine(source);

    [Fact]
    public void TEX0003_nothing_but_what_is_no_feature() => Finds(
        "TEX0003",
        "[FeatureRecord] partial record [|Loan|]([NotAFeature] int Id);",
        "Record 'Loan' has no features; give it a positional parameter or a public property with an init or set accessor");

    [Fact]
    public void TEX0010() => Finds(
        "TEX0010",
        "[FeatureRecord] partial record Loan(int Age, [|string|] Purpose);",
        "Feature 'Loan.Purpose' is a string, which may hold anything; state what it may hold with [Categories(\"...\", \"...\")], or mark it as running text with [Text], or as [NotAFeature]",
        "[FeatureRecord] partial record Loan([NotAFeature] string Id, [Categories(\"car\", \"house\")] string Purpose);");

    [Fact]
    public void TEX0011() => Finds(
        "TEX0011",
        "[FeatureRecord] partial record Loan(int Age, [|Loan|] Next);",
        "Feature 'Loan.Next' has type 'Loan', which contains 'Loan' or itself, so that a row would never end; remove the property from one of them, or mark it [NotAFeature]",
        "[FeatureRecord] partial record Loan(int Age, Next Next); [FeatureRecord] partial record Next(int Age, [NotAFeature] Loan? Back);");

    [Fact]
    public void TEX0011_through_another()
    {
        Generation generation = Generation.Of("using TypedExplain; [FeatureRecord] partial record A(int X, B B); [FeatureRecord] partial record B(A A);");

        Assert.Equal(["TEX0011", "TEX0011"], generation.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Empty(generation.Files);
    }

    [Theory]
    [InlineData("Immutable")]
    [InlineData("Numeric")]
    [InlineData("Categorical")]
    public void TEX0103_on_a_record(string annotation) => Assert.Equal(
        "TEX0103",
        Assert.Single(Generation.Of($"using TypedExplain; [FeatureRecord] partial record Loan([{annotation}] Inner Inner); [FeatureRecord] partial record Inner(int Age);").Diagnostics).Id);

    [Fact]
    public void An_inner_record_with_an_error_of_its_own_is_reported_once() => Assert.Equal(
        "TEX0101",
        Assert.Single(Generation.Of("using TypedExplain; [FeatureRecord] partial record Loan(Inner Inner); [FeatureRecord] partial record Inner([Numeric(2, 1)] int Age);").Diagnostics).Id);

    [Fact]
    public void TEX0002_leaves_a_missing_type_to_the_compiler()
    {
        Generation generation = Generation.Of("[TypedExplain.FeatureRecord] partial record Loan(int Age, Missing Purpose);");

        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.Files);
    }

    [Fact]
    public void An_attribute_stated_twice_is_left_to_the_compiler()
    {
        Generation generation = Generation.Of("[TypedExplain.FeatureRecord] partial record Loan(int Age); [TypedExplain.FeatureRecord] partial record Loan;");

        Assert.Null(generation.Result.Exception);
        Assert.Equal("CS0579", Assert.Single(generation.Output.GetDiagnostics()).Id);
    }

    [Fact]
    public void TEX0003() => Finds(
        "TEX0003",
        "[FeatureRecord] partial record [|Loan|] { public int Twice => 2; internal int Age { get; init; } }",
        "Record 'Loan' has no features; give it a positional parameter or a public property with an init or set accessor",
        "[FeatureRecord] partial record Loan { public int Twice => 2; public int Age { get; init; } }");

    [Fact]
    public void TEX0004_no_constructor() => Finds(
        "TEX0004",
        "[FeatureRecord] partial class [|Loan|] { public Loan(string text) => Age = text.Length; public int Age { get; set; } }",
        "Record 'Loan' cannot be constructed from a row: every constructor takes something that is not a public property; make the record positional or add a parameterless constructor",
        "[FeatureRecord] partial class Loan { public Loan() { } public Loan(string text) => Age = text.Length; public int Age { get; set; } }");

    [Fact]
    public void TEX0004_get_only_property() => Finds(
        "TEX0004",
        "[FeatureRecord] partial class Loan { public Loan() => Age = 1; public int [|Age|] { get; } public int Term { get; set; } }",
        "Record 'Loan' cannot be constructed from a row: no constructor that takes only properties sets the get-only property 'Age'; give it an init accessor",
        "[FeatureRecord] partial class Loan { public Loan() => Age = 1; public int Age { get; init; } public int Term { get; set; } }");

    [Fact]
    public void TEX0004_required_member() => Finds(
        "TEX0004",
        "[FeatureRecord] partial class Loan { public int Age { get; set; } public required string [|Name|]; }",
        "Record 'Loan' cannot be constructed from a row: the required member 'Name' is not a feature; make it a public property, or not required",
        "[FeatureRecord] partial class Loan { public int Age { get; set; } [NotAFeature] public string? Name; }");

    [Theory]
    [InlineData("abstract", "record")]
    [InlineData("static", "class")]
    public void TEX0004_modifier(string modifier, string keyword) => Finds(
        "TEX0004",
        $"[FeatureRecord] {modifier} partial {keyword} [|Loan|] {{ }}",
        $"Record 'Loan' cannot be constructed from a row: it is {modifier}; remove the {modifier} modifier",
        "[FeatureRecord] sealed partial record Loan { public int Age { get; set; } }");

    [Theory]
    [InlineData(
        "[FeatureRecord] ref partial struct [|Loan|] { public int Age { get; set; } }",
        "a ref struct cannot be a type argument; make it a plain struct")]
    [InlineData(
        "[FeatureRecord] file partial record [|Loan|](int Age);",
        "no other file can name 'Loan'; remove its file modifier")]
    [InlineData(
        "[FeatureRecord] partial class Loan : [|Random|], ICloneable { public int Age { get; set; } public object Clone() => this; }",
        "its base type 'Random' belongs to another project; declare 'Random' in this one, or declare the features here")]
    [InlineData(
        "class Contract { public int Age { get; set; } } [FeatureRecord] partial class Loan : Contract { public new int [|Age|] { get; set; } }",
        "'Age' hides a property of a base type, so that a row would have two of the name; rename one of them")]
    [InlineData(
        "partial class Bank { [FeatureRecord] private partial record [|Loan|](int Age); }",
        "code outside 'Bank' cannot name 'Loan'; make 'Loan' internal or public")]
    [InlineData(
        "partial class Bank { protected partial class [|Desk|] { [FeatureRecord] public partial record Loan(int Age); } }",
        "code outside 'Bank' cannot name 'Desk'; make 'Desk' internal or public")]
    [InlineData(
        "class LoanFeatures; [FeatureRecord] partial record [|Loan|](int Age);",
        "the type that names its features would be called 'LoanFeatures', and that name is taken; rename one of the two")]
    [InlineData(
        "[FeatureRecord] partial record [|Loan|](int LoanFeatures);",
        "the type that names its features would be called 'LoanFeatures', and that name is taken; rename one of the two")]
    public void TEX0005(string failing, string reason) => Finds(
        "TEX0005",
        failing,
        $"Record 'Loan' cannot be a feature record: {reason}",
        "partial class Bank { protected internal partial class Desk { [FeatureRecord] internal partial record Loan(int Age); } }");

    [Fact]
    public void TEX0006() => Finds(
        "TEX0006",
        "enum Purpose; [FeatureRecord] partial record Loan([|Purpose|] Purpose);",
        "Feature 'Loan.Purpose' has type 'Purpose', an enum without members; add its categories to 'Purpose'",
        "enum Purpose { Car, House } [FeatureRecord] partial record Loan(Purpose Purpose);");

    [Fact]
    public void TEX0007() => Finds(
        "TEX0007",
        "[Flags] enum Purpose { Car = 1, House = 2 } [FeatureRecord] partial record Loan([|Purpose|] Purpose);",
        "Feature 'Loan.Purpose' has type 'Purpose', a [Flags] enum, whose values combine; use one bool property per flag, or remove [Flags] from 'Purpose'",
        "[FeatureRecord] partial record Loan(bool ForCar, bool ForHouse);");

    [Theory]
    [InlineData("AsSpan", "FeatureVector")]
    [InlineData("Ranked", "Attribution")]
    [InlineData("GetType", "Object")]
    public void TEX0008(string name, string owner) => Finds(
        "TEX0008",
        $"[FeatureRecord] partial class Loan {{ public {(owner == "Object" ? "new " : "")}int [|{name}|] {{ get; set; }} }}",
        $"Feature 'Loan.{name}' cannot be reached by name, because '{owner}' has a member '{name}'; rename the property",
        "[FeatureRecord] partial record Loan(int Item, int Length);");

    [Fact]
    public void TEX0009()
    {
        const string source = "[FeatureRecord] partial record [|Loan|](int Age);";
        Finds("TEX0009", source, "Record 'Loan' needs C# 14, and this project compiles as C# 13.0; set <LangVersion>14</LangVersion> or newer in the project file", LanguageVersion.CSharp13);
        IsFine("[FeatureRecord] partial record Loan(int Age);");
    }

    [Theory]
    [InlineData("double[]")]
    [InlineData("System.Collections.Immutable.ImmutableArray<int>?")]
    public void TEX0013(string type) => Finds(
        "TEX0013",
        $"[FeatureRecord] partial record Loan([|{type}|] Rates);",
        "Feature 'Loan.Rates' is an array, and a row must know its length; state it with [ArrayLength(...)], or mark the property [NotAFeature]",
        $"[FeatureRecord] partial record Loan([ArrayLength(3)] {type} Rates);");

    [Theory]
    [InlineData("double[,]")]
    [InlineData("double?[]")]
    [InlineData("bool[]")]
    [InlineData("int[][]")]
    [InlineData("System.Collections.Generic.List<double>")]
    public void TEX0002_not_an_array_of_numbers(string type) => Finds(
        "TEX0002",
        $"[FeatureRecord] partial record Loan([ArrayLength(3)] [|{type}|] Rates);",
        $"Feature 'Loan.Rates' has type '{type.Split('.')[^1]}', which no column can carry; make it a number, a date or time, a bool, an enum, a string with [Categories] or [Text], an array of numbers with [ArrayLength], an image with [Image] or another feature record, or mark it [NotAFeature]",
        "[FeatureRecord] partial record Loan([ArrayLength(3)] double[] Rates);");

    [Fact]
    public void TEX0014() => Finds(
        "TEX0014",
        "[FeatureRecord] partial record Loan(double? Income, bool [|IncomeIsMissing|]);",
        "Feature 'Loan.IncomeIsMissing' has the name of the feature that says whether 'Income' is missing; rename the property",
        "[FeatureRecord] partial record Loan(double Income, bool IncomeIsMissing);");

    [Fact]
    public void TEX0016() => Finds(
        "TEX0016",
        "[FeatureRecord] partial record Loan([[|RowKey|]] int Number, double Income);",
        "Feature 'Loan.Number' is marked [RowKey], and what a row is known by says nothing to a model; add [NotAFeature], or remove [RowKey]",
        "[FeatureRecord] partial record Loan([NotAFeature, RowKey] int Number, double Income);");

    [Theory]
    [InlineData("object")]
    [InlineData("int?")]
    [InlineData("double")]
    public void TEX0017_type(string type) => Finds(
        "TEX0017",
        $"[FeatureRecord] partial record Loan([NotAFeature, [|RowKey|]] {type} Number, double Income);",
        $"Row key 'Loan.Number' has type '{type}'; make it a string, int, long, Guid or DateOnly",
        "[FeatureRecord] partial record Loan([NotAFeature, RowKey] long Number, double Income);");

    [Fact]
    public void TEX0017_two() => Finds(
        "TEX0017",
        "[FeatureRecord] partial record Loan([NotAFeature, RowKey] int Number, double Income) { [NotAFeature, [|RowKey|]] public string? Name { get; init; } }",
        "Row key 'Loan.Name' is a second one beside 'Number'; keep one [RowKey]",
        "[FeatureRecord] partial record Loan([NotAFeature, RowKey] int Number, double Income) { [NotAFeature] public string? Name { get; init; } }");

    [Theory]
    [InlineData("public string Name => \"a\";")]
    [InlineData("internal string Name { get; init; } = \"a\";")]
    public void TEX0017_not_set(string property) => Finds(
        "TEX0017",
        $"[FeatureRecord] partial record Loan(double Income) {{ [NotAFeature, [|RowKey|]] {property} }}",
        "Row key 'Loan.Name' cannot be read and set; make it a public property with an init accessor",
        "[FeatureRecord] partial record Loan(double Income) { [NotAFeature, RowKey] public string Name { get; init; } = \"a\"; }");

    [Fact]
    public void TEX0015_missing() => Finds(
        "TEX0015",
        "[FeatureRecord] partial record Review([Text] [|string?|] Body, int Stars);",
        "Feature 'Review.Body' may be missing, which a text cannot be: make its type string, and use an empty text where there is none",
        "[FeatureRecord] partial record Review([Text] string Body, int Stars);");

    [Fact]
    public void TEX0015_inside_another_record()
    {
        const string review = "using TypedExplain; [FeatureRecord] partial record Review([Text] string Body, int Stars); ";
        Marked marked = Marked.Parse(review + "[FeatureRecord] partial record Film([|Review|] Review, int Year);");
        Generation generation = Generation.Of(marked.Source);
        Diagnostic diagnostic = Assert.Single(generation.Diagnostics);
        Assert.Equal("TEX0015", diagnostic.Id);
        Assert.Equal(marked.Span, diagnostic.Location.SourceSpan);
        Assert.Equal(
            "Feature 'Film.Review' has type 'Review', whose 'Body' is a text or an image, and those stand in the explained record itself; move 'Body' to it, or mark the property [NotAFeature]",
            diagnostic.GetMessage());
        Assert.DoesNotContain("Film.FeatureRecord.g.cs", generation.Files.Keys);
        IsFine(review[20..] + "[FeatureRecord] partial record Film([NotAFeature] Review Review, int Year);");
    }

    [Theory]
    [InlineData("[FeatureRecord] partial record Review([Text] string Body);")]
    [InlineData("[FeatureRecord] partial record Photo([Image(8, 8, 3)] ReadOnlyMemory<float> Pixels, [Image(4, 4)] ReadOnlyMemory<byte> Thumb, int Year, [Text, ShownAs(\"words\")] string Title);")]
    [InlineData("[FeatureRecord] partial class Photo { [Image(8, 8)] public required ReadOnlyMemory<float> Pixels { get; init; } [Text] public string Title { get; set; } = \"\"; }")]
    [InlineData("namespace Shop { public static partial class Outer { /// <summary>A\n/// text.</summary>\n[FeatureRecord] public partial record struct Review<T>([Text] string @class, [NotAFeature] T Tag); } }")]
    public void Texts_and_images_are_fine(string source) => IsFine(source);

    [Theory]
    [InlineData("[FeatureRecord] partial record Loan<T>(int Age, [NotAFeature] T Tag) where T : class?, new();")]
    [InlineData("partial struct Bank<T> where T : unmanaged { [FeatureRecord] public partial record Loan<@class>(DayOfWeek Day, [NotAFeature] @class Tag) where @class : IComparable<T>, IDisposable; }")]
    [InlineData("[FeatureRecord] partial record Loan<T>(int Age) where T : notnull; [FeatureRecord] partial record Loan(int Age, Loan<string> Other);")]
    [InlineData("abstract record Contract(int Age); abstract record Credit(int Age, bool Flag) : Contract(Age); [FeatureRecord] partial record Loan(int Age, bool Flag, double Sum) : Credit(Age, Flag);")]
    [InlineData("class Contract { public required int Age { get; init; } public virtual double Sum { get; set; } } [FeatureRecord] partial class Loan : Contract { public override double Sum { get; set; } }")]
    [InlineData("class Contract<T> { public T? Age { get; init; } } [FeatureRecord] partial class Loan : Contract<int> { public double Sum { get; set; } }")]
    public void Generic_and_derived_records_are_fine(string source) => IsFine(source);

    [Fact]
    public void A_type_parameter_is_no_feature() => Finds(
        "TEX0002",
        "[FeatureRecord] partial record Loan<T>(int Age, [|T|] Tag);",
        "Feature 'Loan.Tag' has type 'T', which no column can carry; make it a number, a date or time, a bool, an enum, a string with [Categories] or [Text], an array of numbers with [ArrayLength], an image with [Image] or another feature record, or mark it [NotAFeature]",
        "[FeatureRecord] partial record Loan<T>(int Age, [NotAFeature] T Tag);");
}
