using static TypedExplain.Generators.Tests.Diagnostics.DiagnosticAssert;

namespace TypedExplain.Generators.Tests.Diagnostics;

/// <summary>TEX01xx: what a record's annotations may state.</summary>
public class ConstraintDiagnosticTests
{
    [Theory]
    [InlineData("100, 18", "100 to 18")]
    [InlineData("18, 18", "18 to 18")]
    [InlineData("double.PositiveInfinity, 0", "Infinity to 0")]
    public void TEX0101(string ends, string range) => Reports(
        "TEX0101",
        $"[FeatureRecord] partial record Loan([[|Numeric({ends})|]] int Age);",
        $"Feature 'Loan.Age' has the range {range}, whose minimum is not below its maximum; state the smaller number first",
        "[FeatureRecord] partial record Loan([Numeric(18, 100)] int Age);");

    [Theory]
    [InlineData("double.NaN, 1", "NaN to 1")]
    [InlineData("0, double.NaN, Unit = \"years\"", "0 to NaN")]
    public void TEX0102_not_a_number(string arguments, string range) => Reports(
        "TEX0102",
        $"[FeatureRecord] partial record Loan([[|Numeric({arguments})|]] double Age);",
        $"Feature 'Loan.Age' has the range {range}, an end of which is not a number; state a number or leave the range out",
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
    public void TEX0102_too_few_values(string type, string ends, string range) => Reports(
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
    [InlineData("Categorical", "int")]
    [InlineData("Categorical", "decimal")]
    [InlineData("Ordinal", "int")]
    [InlineData("Ordinal", "bool")]
    [InlineData("Categories(\"a\", \"b\")", "int")]
    [InlineData("Step(1)", "bool")]
    [InlineData("MeasuredIn(TimeUnit.Days)", "int")]
    [InlineData("Numeric(0, 1)", "DateOnly")]
    public void TEX0103(string annotation, string type) => Reports(
        "TEX0103",
        $"[FeatureRecord] partial record Loan([[|{annotation}|]] {type} Age);",
        $"Feature 'Loan.Age' has type '{type}', which [{annotation.Split('(')[0]}] does not fit; remove [{annotation.Split('(')[0]}]",
        $"[FeatureRecord] partial record Loan({type} Age, [Categorical] bool Flag, [Categorical] DayOfWeek Day, [Numeric] int Number);");

    [Fact]
    public void TEX0104_both_directions() => Reports(
        "TEX0104",
        "[FeatureRecord] partial record Loan([OnlyIncreases, [|OnlyDecreases|]] int Age);",
        "Feature 'Loan.Age' cannot only increase and only decrease; keep one of [OnlyIncreases] and [OnlyDecreases], or state [Immutable]",
        "[FeatureRecord] partial record Loan([OnlyIncreases] int Age, [OnlyDecreases] int Rest, [Immutable] bool Sex);");

    [Theory]
    [InlineData("OnlyIncreases", "bool")]
    [InlineData("OnlyDecreases", "DayOfWeek")]
    public void TEX0104_no_direction(string annotation, string type) => Reports(
        "TEX0104",
        $"[FeatureRecord] partial record Loan([[|{annotation}|]] {type} Age);",
        $"Feature 'Loan.Age' has type '{type}', whose values are not larger or smaller than each other; remove [{annotation}]",
        $"[FeatureRecord] partial record Loan([{annotation}] int Age);");

    [Theory]
    [InlineData("OnlyIncreases")]
    [InlineData("OnlyDecreases")]
    public void TEX0104_immutable(string annotation) => Reports(
        "TEX0104",
        $"[FeatureRecord] partial record Loan([property: Immutable] [[|{annotation}|]] int Age);",
        $"Feature 'Loan.Age' cannot be immutable and still change; keep [Immutable] or [{annotation}]",
        "[FeatureRecord] partial record Loan([property: Immutable] int Age);");

    [Theory]
    [InlineData("Cost")]
    [InlineData("Step")]
    public void TEX0104_action_on_what_cannot_change(string annotation) => Reports(
        "TEX0104",
        $"[FeatureRecord] partial record Loan([Immutable, [|{annotation}(2)|]] int Age);",
        $"Feature 'Loan.Age' cannot be immutable and have a {annotation.ToLowerInvariant()} of change; keep [Immutable] or [{annotation}]",
        $"[FeatureRecord] partial record Loan([{annotation}(2)] int Age);");

    [Fact]
    public void TEX0104_order_and_none() => Reports(
        "TEX0104",
        "[FeatureRecord] partial record Loan([Ordinal, [|Categorical|]] DayOfWeek Day);",
        "Feature 'Loan.Day' cannot be without an order and have one; keep one of [Categorical] and [Ordinal]",
        "[FeatureRecord] partial record Loan([Ordinal, OnlyIncreases] DayOfWeek Day);");

    [Theory]
    [InlineData("\"a\", \"b\", \"a\"", "holds 'a' twice; state it once")]
    [InlineData("\"a\"", "has 1 entries; state at least two texts")]
    [InlineData("", "has 0 entries; state at least two texts")]
    [InlineData("\"a\", null", "holds null; state a text in its place")]
    public void TEX0105(string texts, string reason) => Reports(
        "TEX0105",
        $"[FeatureRecord] partial record Loan([[|Categories({texts})|]] string Purpose);",
        $"The list of categories of feature 'Loan.Purpose' {reason}",
        "[FeatureRecord] partial record Loan([Categories(\"\", \"a \\\"quoted\\\" one\")] string Purpose);");

    [Theory]
    [InlineData("Step", "0", "0")]
    [InlineData("Step", "-1", "-1")]
    [InlineData("Cost", "double.NaN", "NaN")]
    [InlineData("Cost", "double.PositiveInfinity", "Infinity")]
    public void TEX0106(string annotation, string value, string shown) => Reports(
        "TEX0106",
        $"[FeatureRecord] partial record Loan([[|{annotation}({value})|]] int Age);",
        $"Feature 'Loan.Age' has the {annotation.ToLowerInvariant()} {shown}; state a finite number above 0",
        $"[FeatureRecord] partial record Loan([{annotation}(0.5)] int Age);");
}
