using static TypedExplain.Generators.Tests.Diagnostics.DiagnosticAssert;

namespace TypedExplain.Generators.Tests.Diagnostics;

/// <summary>TEX01xx: what a record's annotations may state.</summary>
public class ConstraintDiagnosticTests
{
    [Theory]
    [InlineData("100, 18", "100 to 18")]
    [InlineData("18, 18", "18 to 18")]
    [InlineData("double.PositiveInfinity, 0", "Infinity to 0")]
    public void TEX0101(string ends, string range) => Finds(
        "TEX0101",
        $"[FeatureRecord] partial record Loan([[|Numeric({ends})|]] int Age);",
        $"Feature 'Loan.Age' has the range {range}, whose minimum is not below its maximum; state the smaller number first",
        "[FeatureRecord] partial record Loan([Numeric(18, 100)] int Age);");

    [Theory]
    [InlineData("double.NaN, 1", "NaN to 1")]
    [InlineData("0, double.NaN, Unit = \"years\"", "0 to NaN")]
    public void TEX0102_not_a_number(string arguments, string range) => Finds(
        "TEX0102",
        $"[FeatureRecord] partial record Loan([[|Numeric({arguments})|]] double Age);",
        $"Feature 'Loan.Age' has the range {range}, whose end is not a number; state a number or leave the range out",
        "[FeatureRecord] partial record Loan([Numeric(Unit = \"years\")] double Age);");

    [Theory]
    [InlineData("int", "0.2, 0.8", "0.2 to 0.8")]
    [InlineData("int", "0.2, 1.8", "0.2 to 1.8")]
    [InlineData("int", "3e9, 4e9", "3000000000 to 4000000000")]
    [InlineData("long", "1e17, 1e18", "1E+17 to 1E+18")]
    [InlineData("float", "1e39, 1e40", "1E+39 to 1E+40")]
    [InlineData("float", "1, 1.00000001", "1 to 1.00000001")]
    [InlineData("float", "-1.00000001, -1", "-1.00000001 to -1")]
    [InlineData("decimal", "1e28, 1e29", "1E+28 to 1E+29")]
    [InlineData("decimal", "1e-30, 1e-29", "1E-30 to 1E-29")]
    [InlineData("double", "double.MaxValue, double.PositiveInfinity", "1.7976931348623157E+308 to Infinity")]
    public void TEX0102_too_few_values(string type, string ends, string range) => Finds(
        "TEX0102",
        $"[FeatureRecord] partial record Loan([[|Numeric({ends})|]] {type} Age);",
        $"Feature 'Loan.Age' has the range {range}, which holds fewer than two values of type '{type}'; widen the range",
        $"[FeatureRecord] partial record Loan([Numeric(-0.2, 1.8)] {type} Age);");

    [Theory]
    [InlineData("float", "0, 1e-44")]
    [InlineData("float", "1, 1.0000002")]
    [InlineData("float", "-1e-44, 0")]
    [InlineData("decimal", "0, 1e-28")]
    [InlineData("decimal", "-1e28, 1e28")]
    [InlineData("decimal", "0.01, 1e5")]
    [InlineData("double", "0, double.Epsilon")]
    [InlineData("int", "-1e300, double.PositiveInfinity")]
    public void TEX0102_accepts_two_values(string type, string ends) =>
        IsFine($"[FeatureRecord] partial record Loan([Numeric({ends})] {type} Age);");

    [Theory]
    [InlineData("Numeric", "bool")]
    [InlineData("Numeric(0, 1)", "DayOfWeek")]
    [InlineData("Categorical", "decimal")]
    [InlineData("Ordinal", "bool")]
    [InlineData("Step(1)", "bool")]
    [InlineData("MeasuredIn(TimeUnit.Days)", "int")]
    [InlineData("Numeric(0, 1)", "DateOnly")]
    [InlineData("LogScale", "bool")]
    [InlineData("LogScale", "DateTime")]
    [InlineData("Cyclic", "bool")]
    [InlineData("Cyclic", "DateOnly")]
    [InlineData("ArrayLength(2)", "int")]
    public void TEX0103(string annotation, string type) => Finds(
        "TEX0103",
        $"[FeatureRecord] partial record Loan([[|{annotation}|]] {type} Age);",
        $"Feature 'Loan.Age' has type '{type}', which [{annotation.Split('(')[0]}] does not fit; remove [{annotation.Split('(')[0]}]",
        $"[FeatureRecord] partial record Loan({type} Age, [Categorical] bool Flag, [Categorical] DayOfWeek Day, [Numeric] int Number);");

    [Theory]
    [InlineData("Categorical")]
    [InlineData("Categorical(Encoding = CategoryEncoding.Code)")]
    [InlineData("EncodedAs(1, 2)")]
    [InlineData("Categories(\"a\", \"b\")")]
    public void TEX0103_a_number_that_is_a_code(string annotation) => Finds(
        "TEX0103",
        $"[FeatureRecord] partial record Loan([[|{annotation}|]] int Housing);",
        $"Feature 'Loan.Housing' has type 'int', which [{annotation.Split('(')[0]}] does not fit; a number that stands for a category is an enum: declare one with what the numbers mean, and make it the type",
        "enum Housing { Rent, Own } [FeatureRecord] partial record Loan([Categorical] Housing Housing);");

    [Fact]
    public void TEX0103_a_number_that_is_in_order_already() => Finds(
        "TEX0103",
        "[FeatureRecord] partial record Hotel([[|Ordinal|]] int Stars);",
        "Feature 'Hotel.Stars' has type 'int', which [Ordinal] does not fit; whole numbers are in order already: remove [Ordinal]; or, if they stand for ranks with names, declare an enum with these, and make it the type",
        "[FeatureRecord] partial record Hotel(int Stars);");

    [Fact]
    public void TEX0103_categories_of_an_enum() => Finds(
        "TEX0103",
        "[FeatureRecord] partial record Loan([[|Categories(\"Monday\", \"Tuesday\")|]] DayOfWeek Day);",
        "Feature 'Loan.Day' has type 'DayOfWeek', which [Categories] does not fit; the members of the enum are its categories; remove [Categories]",
        "[FeatureRecord] partial record Loan(DayOfWeek Day);");

    [Theory]
    [InlineData("double[]")]
    [InlineData("string")]
    [InlineData("Memory<float>")]
    [InlineData("ReadOnlyMemory<double>")]
    public void TEX0103_image(string type)
    {
        Marked marked = Marked.Parse($"using System; using TypedExplain; [FeatureRecord] partial record Photo([[|Image(8, 8)|]] {type} Pixels, int Year);");
        Generation generation = Generation.Of(marked.Source);
        Diagnostic diagnostic = Assert.Single(generation.Diagnostics);

        Assert.Equal(marked.Span, diagnostic.Location.SourceSpan);
        Assert.Equal($"Feature 'Photo.Pixels' has type '{type}', which [Image] does not fit; make it a ReadOnlyMemory<float> or a ReadOnlyMemory<byte>, or remove [Image]", diagnostic.GetMessage());
    }

    [Theory]
    [InlineData("Text", "int")]
    public void TEX0103_media(string annotation, string type) => Finds(
        "TEX0103",
        $"[FeatureRecord] partial record Photo([[|{annotation}|]] {type} Pixels, int Year);",
        $"Feature 'Photo.Pixels' has type '{type}', which [{annotation.Split('(')[0]}] does not fit; remove [{annotation.Split('(')[0]}]");

    [Theory]
    [InlineData("Numeric(0, 1)")]
    [InlineData("Immutable")]
    [InlineData("Perturb(DrawMode.Fixed)")]
    public void TEX0103_features_annotation_on_a_text(string annotation) => Finds(
        "TEX0103",
        $"[FeatureRecord] partial record Review([Text, [|{annotation}|]] string Body);",
        $"Feature 'Review.Body' has type 'string', which [{annotation.Split('(')[0]}] does not fit; remove [{annotation.Split('(')[0]}]");

    [Fact]
    public void TEX0104_running_text_with_categories() => Finds(
        "TEX0104",
        "[FeatureRecord] partial record Review([Text, [|Categories(\"a\", \"b\")|]] string Body);",
        "Feature 'Review.Body' cannot be running text and have a closed list of values; keep one of [Text] and [Categories]");

    [Theory]
    [InlineData("0, 8", "height", "0")]
    [InlineData("8, -1", "width", "-1")]
    [InlineData("8, 8, 0", "channels", "0")]
    public void TEX0106_size(string sizes, string what, string shown) => Finds(
        "TEX0106",
        $"[FeatureRecord] partial record Photo([[|Image({sizes})|]] ReadOnlyMemory<float> Pixels);",
        $"Feature 'Photo.Pixels' has the {what} {shown}; state a finite number above 0");

    [Fact]
    public void TEX0104_both_directions() => Finds(
        "TEX0104",
        "[FeatureRecord] partial record Loan([OnlyIncreases, [|OnlyDecreases|]] int Age);",
        "Feature 'Loan.Age' cannot only increase and only decrease; keep one of [OnlyIncreases] and [OnlyDecreases], or state [Immutable]",
        "[FeatureRecord] partial record Loan([OnlyIncreases] int Age, [OnlyDecreases] int Rest, [Immutable] bool Sex);");

    [Theory]
    [InlineData("OnlyIncreases", "DayOfWeek?")]
    [InlineData("OnlyDecreases", "DayOfWeek")]
    public void TEX0104_no_direction(string annotation, string type) => Finds(
        "TEX0104",
        $"[FeatureRecord] partial record Loan([[|{annotation}|]] {type} Age);",
        $"Feature 'Loan.Age' has type '{type}', whose values are not larger or smaller than each other; remove [{annotation}]",
        $"[FeatureRecord] partial record Loan([{annotation}] int Age);");

    [Theory]
    [InlineData("OnlyIncreases")]
    [InlineData("OnlyDecreases")]
    public void TEX0104_immutable(string annotation) => Finds(
        "TEX0104",
        $"[FeatureRecord] partial record Loan([property: Immutable] [[|{annotation}|]] int Age);",
        $"Feature 'Loan.Age' cannot be immutable and still change; keep [Immutable] or [{annotation}]",
        "[FeatureRecord] partial record Loan([property: Immutable] int Age);");

    [Theory]
    [InlineData("Cost")]
    [InlineData("Step")]
    public void TEX0104_action_on_what_cannot_change(string annotation) => Finds(
        "TEX0104",
        $"[FeatureRecord] partial record Loan([Immutable, [|{annotation}(2)|]] int Age);",
        $"Feature 'Loan.Age' cannot be immutable and have a {annotation.ToLowerInvariant()} of change; keep [Immutable] or [{annotation}]",
        $"[FeatureRecord] partial record Loan([{annotation}(2)] int Age);");

    [Fact]
    public void TEX0104_order_and_none() => Finds(
        "TEX0104",
        "[FeatureRecord] partial record Loan([Ordinal, [|Categorical|]] DayOfWeek Day);",
        "Feature 'Loan.Day' cannot be without an order and have one; keep one of [Categorical] and [Ordinal]",
        "[FeatureRecord] partial record Loan([Ordinal, OnlyIncreases] DayOfWeek Day);");

    [Theory]
    [InlineData("\"a\", \"b\", \"a\"", "holds 'a' twice; state it once")]
    [InlineData("\"a\"", "has 1 entry; state at least two texts")]
    [InlineData("", "has 0 entries; state at least two texts")]
    [InlineData("\"a\", null", "holds null; state a text in its place")]
    public void TEX0105(string texts, string reason) => Finds(
        "TEX0105",
        $"[FeatureRecord] partial record Loan([[|Categories({texts})|]] string Purpose);",
        $"The list of categories of feature 'Loan.Purpose' {reason}",
        "[FeatureRecord] partial record Loan([Categories(\"\", \"a \\\"quoted\\\" one\")] string Purpose);");

    [Theory]
    [InlineData("[ShownAs(\"own\")] A, [ShownAs(\"Own\")] B", "shows 'A' as \"own\", which 'B' is called too")]
    [InlineData("[System.ComponentModel.DataAnnotations.Display(Name = \"own\")] A, [ShownAs(\"own\")] B", "shows 'A' as \"own\", which 'B' is called too")]
    [InlineData("Own, [ShownAs(\"own\")] B", "shows 'B' as \"own\", which 'Own' is called too")]
    [InlineData("[ShownAs(\"B\")] A, [ShownAs(\"C\")] B", "shows 'A' as \"B\", which 'B' is called too")]
    public void TEX0105_shown(string members, string reason) => Finds(
        "TEX0105",
        $"enum Housing {{ {members} }} [FeatureRecord] partial record Loan([|Housing|] Housing);",
        $"The list of categories of feature 'Loan.Housing' {reason}; state different names",
        "enum Housing { [ShownAs(\"own\")] Own, Let, [ShownAs(\"rented\")] Rent } [FeatureRecord] partial record Loan(Housing Housing);");

    [Theory]
    [InlineData("Step", "0", "0")]
    [InlineData("Step", "-1", "-1")]
    [InlineData("Cost", "double.NaN", "NaN")]
    [InlineData("Cost", "double.PositiveInfinity", "Infinity")]
    [InlineData("Perturb", "DrawMode.Gaussian, Scale = 0", "0", "scale")]
    [InlineData("LogScale", "Offset = -1", "-1", "offset")]
    public void TEX0106(string annotation, string value, string shown, string? what = null) => Finds(
        "TEX0106",
        $"[FeatureRecord] partial record Loan([[|{annotation}({value})|]] int Age);",
        $"Feature 'Loan.Age' has the {what ?? annotation.ToLowerInvariant()} {shown}; state a finite number above 0",
        $"[FeatureRecord] partial record Loan([Step(2), Cost(0.5), Perturb(DrawMode.Gaussian, Scale = 0.5)] int Age, [LogScale(Offset = 0.5)] uint Sum, [ArrayLength(1)] int[] Rates);");

    [Theory]
    [InlineData("0")]
    [InlineData("-3")]
    public void TEX0106_length(string length) => Finds(
        "TEX0106",
        $"[FeatureRecord] partial record Loan([[|ArrayLength({length})|]] int[] Rates);",
        $"Feature 'Loan.Rates' has the length {length}; state a finite number above 0");

    [Theory]
    [InlineData("Numeric(0, 9), [|Cyclic|], LogScale", "int", "cannot be on a circle and on a logarithmic scale; keep one of [Cyclic] and [LogScale]")]
    [InlineData("Numeric(0, 9), [|Cyclic|], OnlyIncreases", "int", "cannot be on a circle and go in one direction only; keep [Cyclic] or the direction")]
    [InlineData("Cyclic, [|Categorical|]", "DayOfWeek", "cannot be without an order and have one; keep one of [Categorical] and [Cyclic]")]
    [InlineData("Ordinal, [|EncodedAs(1, 2)|]", "DayOfWeek", "has an order, so its rank is what its column holds; remove [EncodedAs]")]
    [InlineData("[|Categorical(Encoding = CategoryEncoding.Code)|]", "bool", "is a flag, which has one column already; remove the encoding")]
    [InlineData("[|Categorical(Encoding = CategoryEncoding.Given)|]", "DayOfWeek", "has no numbers given; add [EncodedAs(...)], or choose another encoding")]
    [InlineData("Categorical(Encoding = CategoryEncoding.Binary), [|EncodedAs(1, 2)|]", "DayOfWeek", "cannot have numbers given and another encoding; keep [EncodedAs] or the encoding")]
    [InlineData("[|Perturb(DrawMode.Marginal, Scale = 2)|]", "int", "has a Scale, which only DrawMode.Gaussian uses; remove the Scale")]
    public void TEX0104_of_scales_and_encodings(string annotations, string type, string reason) => Finds(
        "TEX0104",
        $"[FeatureRecord] partial record Loan([{annotations}] {type} Age);",
        $"Feature 'Loan.Age' {reason}");

    [Theory]
    [InlineData("Perturb(DrawMode.Gaussian)", "bool")]
    [InlineData("Perturb(DrawMode.Gaussian)", "DayOfWeek")]
    public void TEX0103_gaussian_names(string annotation, string type) => Finds(
        "TEX0103",
        $"[FeatureRecord] partial record Loan([[|{annotation}|]] {type} Age);",
        $"Feature 'Loan.Age' has type '{type}', which [{annotation}] does not fit; remove [{annotation}]",
        $"[FeatureRecord] partial record Loan([Perturb(DrawMode.Uniform)] {type} Age);");

    [Theory]
    [InlineData("[|LogScale|]", "double", "may be any number, which has no logarithm; state a least value of 0 or more with [Numeric(minimum, maximum)], or an Offset that is large enough")]
    [InlineData("Numeric(-5, 5), [|LogScale(Offset = 5)|]", "double", "may be -5, which has no logarithm; state a least value of 0 or more with [Numeric(minimum, maximum)], or an Offset that is large enough")]
    [InlineData("[|Cyclic|]", "int", "is on a circle whose length is not known; state both ends with [Numeric(minimum, maximum)]")]
    [InlineData("Numeric(0, double.PositiveInfinity), [|Cyclic|]", "double", "is on a circle whose length is not known; state both ends with [Numeric(minimum, maximum)]")]
    [InlineData("[|Perturb(DrawMode.Uniform)|]", "byte", "is drawn uniformly from a range that is not known; state both ends with [Numeric(minimum, maximum)]")]
    public void TEX0107(string annotations, string type, string reason) => Finds(
        "TEX0107",
        $"[FeatureRecord] partial record Loan([{annotations}] {type} Age);",
        $"Feature 'Loan.Age' {reason}",
        $"[FeatureRecord] partial record Loan([Numeric(0, 9), LogScale] double Sum, [Numeric(0, 9), Cyclic, Perturb(DrawMode.Uniform)] {type} Age);");

    [Theory]
    [InlineData("1, 2", "has 2 entries for 3 categories; state one for each of Rent, Own, Other")]
    [InlineData("1, 2, 1", "holds 1 twice, so that two categories would be one; state different numbers")]
    [InlineData("1, 2, double.NaN", "holds a value that is not a finite number; state a number in its place")]
    public void TEX0108(string numbers, string reason) => Finds(
        "TEX0108",
        $"enum Housing {{ Rent, Own, Other }} [FeatureRecord] partial record Loan([[|EncodedAs({numbers})|]] Housing Housing);",
        $"The list of numbers of feature 'Loan.Housing' {reason}",
        "enum Housing { Rent, Own, Other } [FeatureRecord] partial record Loan([EncodedAs(1, 2, -0.5)] Housing Housing, [Categories(\"a\", \"b\"), EncodedAs(1, 2)] string Text);");
}
