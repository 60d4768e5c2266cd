using static TypedExplain.Generators.Tests.Diagnostics.DiagnosticAssert;

namespace TypedExplain.Generators.Tests.Diagnostics;

/// <summary>TEX0109 to TEX0120: what annotations state compiles and is not what can be meant.</summary>
public class StatedValueTests
{
    [Theory]
    [InlineData("Perturb((DrawMode)42)", "double", "draw 42", "Gaussian, Marginal, Uniform, Fixed")]
    [InlineData("Perturb((DrawMode)(-1), Scale = 2)", "double", "draw -1", "Gaussian, Marginal, Uniform, Fixed")]
    [InlineData("MeasuredIn((TimeUnit)77)", "TimeSpan", "unit 77", "Seconds, Minutes, Hours, Days, Weeks, Years")]
    [InlineData("Categorical(Encoding = (CategoryEncoding)9)", "DayOfWeek", "encoding 9", "OneHot, Code, Binary, Given")]
    public void TEX0109(string annotation, string type, string what, string known) => Finds(
        "TEX0109",
        $"[FeatureRecord] partial record Loan([[|{annotation}|]] {type} Age);",
        $"Feature 'Loan.Age' has the {what}, which does not exist; state one of {known}",
        $"[FeatureRecord] partial record Loan({type} Age);");

    [Theory]
    [InlineData("", "hours", "days", "[MeasuredIn(TimeUnit.Hours)]")]
    [InlineData("", "min", "days", "[MeasuredIn(TimeUnit.Minutes)]")]
    [InlineData("", "fortnights", "days", "[MeasuredIn]")]
    [InlineData(", MeasuredIn(TimeUnit.Minutes)", "hours", "minutes", "[MeasuredIn(TimeUnit.Hours)]")]
    public void TEX0110(string more, string stated, string unit, string remedy) => Finds(
        "TEX0110",
        $"[FeatureRecord] partial record Loan([[|Numeric(0, 10, Unit = \"{stated}\")|]{more}] TimeSpan Commute);",
        $"Feature 'Loan.Commute' is measured in {unit}, whatever Unit = \"{stated}\" says; state the unit with {remedy}, in which the range is meant too, and remove Unit",
        "[FeatureRecord] partial record Loan([Numeric(0, 10, Unit = \"hours\"), MeasuredIn(TimeUnit.Hours)] TimeSpan Commute, [Numeric(0, 10, Unit = \"days\")] TimeSpan Leave);");

    [Theory]
    [InlineData("[Numeric(0, 10)] [property: [|Numeric(0, 5)|]] int Rooms", "Numeric")]
    [InlineData("[ShownAs(\"a\")] [property: [|ShownAs(\"b\")|]] int Rooms", "ShownAs")]
    [InlineData("[Numeric(0, 10)] [property: [|Numeric(0, 10, Unit = \"m\")|]] int Rooms", "Numeric")]
    public void TEX0111(string parameter, string annotation) => Finds(
        "TEX0111",
        $"[FeatureRecord] partial record Loan({parameter});",
        $"Feature 'Loan.Rooms' has [{annotation}] twice with different values, on the parameter and on its property; keep one of them",
        "abstract record Basis([Numeric(0, 10)] int Pages); [FeatureRecord] partial record Loan([Numeric(0, 5)] int Pages, [Numeric(0, 10)] [property: Numeric(0, 10)] int Rooms) : Basis(Pages);");

    [Theory]
    [InlineData("\"Rent\", \"Rent \", \"Own\"", "Rent", "Rent ")]
    [InlineData("\"Own\", \"RENT\", \"rent\"", "RENT", "rent")]
    [InlineData("\"\", \" \"", "", " ")]
    public void TEX0112(string texts, string first, string last) => Finds(
        "TEX0112",
        $"[FeatureRecord] partial record Loan([[|Categories({texts})|]] string Housing);",
        $"The list of categories of feature 'Loan.Housing' holds '{first}' and '{last}', which differ in case or blanks only; if they are one category, state it once",
        "[FeatureRecord] partial record Loan([Categories(\"Rent\", \"Own\", \"\")] string Housing);");

    [Theory]
    [InlineData("24", "25", "23")]
    [InlineData("360", "361", "359")]
    public void TEX0113(string end, string count, string last) => Finds(
        "TEX0113",
        $"[FeatureRecord] partial record Loan([[|Numeric(0, {end})|], Cyclic] int Hour);",
        $"Feature 'Loan.Hour' is on a circle of the whole numbers 0 to {end}, which are {count} values, since 0 and {end} are neighbors there and not the same; state 0 to {last}, or a type with fractions",
        $"[FeatureRecord] partial record Loan([Numeric(0, {last}), Cyclic] int Hour, [Numeric(0, {end}), Cyclic] double Exact, [Numeric(1, 12), Cyclic] int Month);");

    [Theory]
    [InlineData("Numeric(0, 10), [|Step(1000)|]", "double", "1000", "0 to 10")]
    [InlineData("[|Step(256)|]", "byte", "256", "0 to 255")]
    [InlineData("Numeric(0, 0.5), [|Step(0.6)|]", "double", "0.6", "0 to 0.5")]
    public void TEX0114(string annotations, string type, string step, string range) => Finds(
        "TEX0114",
        $"[FeatureRecord] partial record Loan([{annotations}] {type} Rate);",
        $"Feature 'Loan.Rate' has the step {step}, and its range from {range} is shorter; state a smaller step",
        "[FeatureRecord] partial record Loan([Numeric(0, 10), Step(10)] double Rate, [Step(1000)] double Other);");

    [Theory]
    [InlineData("[ShownAs(\"income\")] double Gross, [[|ShownAs(\"income\")|]] double Net", "Net", "income", "Gross")]
    [InlineData("double Gross, [[|ShownAs(\"Gross\")|]] double Net", "Net", "Gross", "Gross")]
    [InlineData("[ShownAs(\"Net\")] double Gross, double [|Net|]", "Net", "Net", "Gross")]
    public void TEX0115(string parameters, string feature, string shown, string other) => Finds(
        "TEX0115",
        $"[FeatureRecord] partial record Loan({parameters});",
        $"Feature 'Loan.{feature}' is shown as '{shown}', and so is '{other}'; show them under different names",
        "[FeatureRecord] partial record Loan([ShownAs(\"Net\")] double Gross, [ShownAs(\"Gross\")] double Net);");

    [Fact]
    public void TEX0116() => Finds(
        "TEX0116",
        "[FeatureRecord] partial record [|Loan|]([Perturb(DrawMode.Fixed)] int Age, [Perturb(DrawMode.Fixed)] double Income);",
        "Every feature of record 'Loan' is drawn with DrawMode.Fixed, so that no neighbor differs from the instance; let at least one of them change",
        "[FeatureRecord] partial record Loan([Perturb(DrawMode.Fixed)] int Age, [Text] string Body); [FeatureRecord] partial record House([Perturb(DrawMode.Fixed)] int Age, Loan2 Loan); [FeatureRecord] partial record Loan2(int Age);");

    [Theory]
    [InlineData("enum Risk { High = 3, Low = 1 } [FeatureRecord] partial record Loan([[|Ordinal|]] Risk Risk);")]
    [InlineData("[Ordinal] enum Risk { High, Low = -1 } [FeatureRecord] partial record Loan([|Risk|] Risk);")]
    public void TEX0117(string failing) => Finds(
        "TEX0117",
        failing,
        "Feature 'Loan.Risk' is ordered as the members of 'Risk' are declared, and their values do not rise; declare them from the smallest value to the largest, or remove [Ordinal]",
        "enum Risk { Low = 1, Least = 1, High = 3 } enum Free { B = 2, A = 1 } [FeatureRecord] partial record Loan([Ordinal] Risk Risk, Free Free, [Cyclic] Free Round);");

    [Theory]
    [InlineData("0, 1e18", "long", "0", "1E+18")]
    [InlineData("-1e17, 5", "long?", "-1E+17", "5")]
    [InlineData("0, 1.5e19", "ulong", "0", "1.5E+19")]
    public void TEX0118(string range, string type, string minimum, string maximum) => Finds(
        "TEX0118",
        $"[FeatureRecord] partial record Loan([[|Numeric({range})|]] {type} Views);",
        $"Feature 'Loan.Views' has the range {minimum} to {maximum}, and a column holds whole numbers up to 9,007,199,254,740,991 only, so that larger ones are refused; narrow the range",
        "[FeatureRecord] partial record Loan([Numeric(0, long.MaxValue)] long A, [Numeric(long.MinValue, double.PositiveInfinity)] long B, [Numeric(0, ulong.MaxValue)] ulong C, [Numeric(0, 9007199254740991)] long D, [Numeric(0, 1e300)] double E, [Numeric(-1e9, 1e9)] TimeSpan F, [Numeric(-1e300, 1e300)] long G);");

    [Theory]
    [InlineData("Numeric(1, 20), [|Step(0.5)|]", "int", "0.5")]
    [InlineData("[|Step(1.5)|]", "byte", "1.5")]
    [InlineData("[|Step(1e-3)|]", "long?", "0.001")]
    public void TEX0119(string annotations, string type, string step) => Finds(
        "TEX0119",
        $"[FeatureRecord] partial record House([{annotations}] {type} Rooms, bool Flag);",
        $"Feature 'House.Rooms' has type '{type}' and the step {step}, which does not lead from one whole number to another; state a whole step",
        "[FeatureRecord] partial record House([Step(1)] int A, [Step(2.0)] byte B, [Step(0.5)] float C, [Step(0.5)] decimal D, [Step(0.5)] TimeSpan E, [Step(1000)] ulong? F);");

    [Theory]
    [InlineData("[|ShownAs(\"\")|]", "double", "shown name")]
    [InlineData("[|ShownAs(\" \\t\")|], Numeric(0, 5)", "int?", "shown name")]
    [InlineData("[|ShownAs(\"\")|], Text", "string", "shown name")]
    [InlineData("[|Numeric(0, 5, Unit = \"\")|]", "float", "unit")]
    [InlineData("[|Numeric(Unit = \" \")|]", "decimal", "unit")]
    public void TEX0120(string annotations, string type, string what) => Finds(
        "TEX0120",
        $"[FeatureRecord] partial record House([{annotations}] {type} Rooms, bool Flag);",
        $"The {what} of feature 'House.Rooms' is blank, so explanations show nothing in its place; state one, or leave it out",
        "[FeatureRecord] partial record House([ShownAs(\"x\"), Numeric(Unit = null)] int A, [Numeric(0, 5, Unit = \"%\")] double B, [ShownAs(\"y\")] bool C);");

    /// <summary>One mistake is one message, though other annotations lean on the one that is wrong.</summary>
    [Theory]
    [InlineData("Numeric(24, 0), Cyclic", "double", "TEX0101")]
    [InlineData("Numeric(5, 5), Perturb(DrawMode.Uniform)", "double", "TEX0101")]
    [InlineData("Numeric(double.NaN, 5), LogScale, Step(3)", "double", "TEX0102")]
    [InlineData("Numeric(9, 1), Step(3)", "int", "TEX0101")]
    [InlineData("Categorical(Encoding = CategoryEncoding.Given)", "int", "TEX0103")]
    [InlineData("Categories(\"a\"), EncodedAs(1)", "string", "TEX0105")]
    [InlineData("Perturb((DrawMode)42, Scale = -1)", "int", "TEX0109")]
    public void One_mistake_is_one_message(string annotations, string type, string id)
    {
        Generation generation = Generation.Of($"using TypedExplain; [FeatureRecord] partial record Loan([{annotations}] {type} Age, bool Flag); static class Use {{ static double Of(Attribution<Loan> effects) => effects.Age + effects.Flag; }}");

        Assert.Equal(id, Assert.Single(generation.Diagnostics).Id);
        Assert.Empty(generation.Output.GetDiagnostics().Where(complaint => complaint.Severity == DiagnosticSeverity.Error));
    }
}
