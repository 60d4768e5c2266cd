using static TypedExplain.Generators.Tests.Diagnostics.DiagnosticAssert;

namespace TypedExplain.Generators.Tests.Diagnostics;

/// <summary>TEX0121 to TEX0130: the reasons that a record states.</summary>
public class ReasonDiagnosticTests
{
    private const string Whole = ", so a person whom it counts against could be told nothing; ";

    private const string Resources = "class Texts { internal static System.Resources.ResourceManager ResourceManager { get; } = null!; internal static string Income => \"\"; internal static int Count => 1; private static string Hidden => \"\"; internal string Instance => \"\"; } class Empty;";

    [Theory]
    [InlineData("int [|Age|]", "has no reason", "add [Reason(\"...\", \"...\")], or say with [NoReason(\"...\")] why there is none")]
    [InlineData("bool? [|Age|]", "has no reason", "add [Reason(\"...\", \"...\")], or say with [NoReason(\"...\")] why there is none")]
    [InlineData("[ArrayLength(2)] int[] [|Age|]", "has no reason", "add [Reason(\"...\", \"...\")], or say with [NoReason(\"...\")] why there is none")]
    [InlineData("[Reason(\"A\", \"Age\", When = Adverse.Low)] int? [|Age|]", "has no reason for a missing value", "add [Reason(\"...\", \"...\", When = Adverse.Missing)]")]
    [InlineData("[Reason(\"A\", \"Age\", When = Adverse.Missing)] int? [|Age|]", "has a reason for a missing value only", "add [Reason(\"...\", \"...\")] for the others")]
    [InlineData("[Reason(\"A\", \"Day\", For = [\"Monday\", nameof(DayOfWeek.Sunday)])] DayOfWeek [|Age|]", "has no reason for Tuesday, Wednesday, Thursday, Friday, Saturday", "add them to the For of a reason, or add [Reason(\"...\", \"...\", For = [...])]")]
    [InlineData("[Ordinal, Reason(\"A\", \"Day\", For = [\"Sunday\", \"Monday\", \"Tuesday\", \"Wednesday\", \"Thursday\"]), Reason(\"C\", \"Days\", For = [\"Friday\"])] DayOfWeek [|Age|]", "has no reason for Saturday", "add them to the For of a reason, or add [Reason(\"...\", \"...\", For = [...])]")]
    [InlineData("[|Plain|] Age", "has type 'Plain', whose features have no reasons", "add [Reason(\"...\", \"...\")] to them, or [NoReason(\"...\")]")]
    public void TEX0121(string parameter, string lack, string remedy) => Finds(
        "TEX0121",
        $"[FeatureRecord] partial record Plain([Protected] int One, int Two); [FeatureRecord] partial record Loan([Reason(\"B\", \"Income\")] double Income, {(parameter.Contains("Plain") ? "Plain [|Age|]" : parameter)});",
        $"Feature 'Loan.Age' {lack}{Whole}{remedy}",
        "[FeatureRecord] partial record Bare([Protected] int One, [NoReason(\"internal\")] int? Two); [FeatureRecord] partial record Inside([Reason(\"I\", \"Inner\")] int One); " +
        "[FeatureRecord] partial record Loan([Reason(\"B\", \"Income\", When = Adverse.Low)] double Income, Bare Bare, Inside Inside, [Protected] Rest Rest, [Protected] bool Sex, [NoReason(\"internal\")] int? Code, [Reason(\"F\", \"Flag\", When = Adverse.True)] bool Flag, [Text] string Note, [NotAFeature] string Id); " +
        "[FeatureRecord] partial record Rest(int A, [NoReason(\"said, though nothing has reasons\")] int B);");

    /// <summary>A record that has reasons only inside one of its records states them as well.</summary>
    [Fact]
    public void TEX0121_by_a_record_inside() => Finds(
        "TEX0121",
        "[FeatureRecord] partial record Inside([Reason(\"I\", \"Inner\")] int One); [FeatureRecord] partial record Loan(Inside Inside, int [|Age|]);",
        $"Feature 'Loan.Age' has no reason{Whole}add [Reason(\"...\", \"...\")], or say with [NoReason(\"...\")] why there is none");

    [Theory]
    [InlineData("[|Reason(\"A\", \"Age\", When = Adverse.Low)|]", "bool", "for Low, and a flag is neither low nor high; state Adverse.True or Adverse.False, or leave When out")]
    [InlineData("[|Reason(\"A\", \"Age\", When = Adverse.High)|]", "DayOfWeek", "for High, and a category is neither low nor high; name the categories with For, or leave When out")]
    [InlineData("[|Reason(\"A\", \"Age\", When = Adverse.True)|]", "int", "for True, and it is a number; state Adverse.Low or Adverse.High, or leave When out")]
    [InlineData("Ordinal, [|Reason(\"A\", \"Age\", When = Adverse.False)|]", "DayOfWeek", "for False, and it is a rank; state Adverse.Low or Adverse.High, or leave When out")]
    [InlineData("[|Reason(\"A\", \"Age\", When = Adverse.Missing)|]", "int", "for a missing value, and it always has one; remove [Reason]")]
    [InlineData("[|Reason(\"A\", \"Age\", For = [\"x\"])|]", "int", "for x, and a number has no categories; remove For")]
    [InlineData("[|Reason(\"A\", \"Age\", For = [\"Sunday\", \"Funday\"])|]", "DayOfWeek", "for 'Funday', which is none of its categories; name those of Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday")]
    [InlineData("Categories(\"a\", \"b\"), [|Reason(\"A\", \"Age\", For = [null!])|]", "string", "for '', which is none of its categories; name those of a, b")]
    [InlineData("Ordinal, [|Reason(\"A\", \"Age\", When = Adverse.Low, For = [\"Sunday\"])|]", "DayOfWeek", "for Low and for Sunday; keep When or For")]
    public void TEX0122(string annotations, string type, string fault) => Finds(
        "TEX0122",
        $"[FeatureRecord] partial record Loan([{annotations}] {type} Age, [Reason(\"B\", \"Income\")] double Income);",
        $"Feature 'Loan.Age' has the reason 'A' {fault}",
        "[FeatureRecord] partial record Loan([Reason(\"A\", \"Age\", When = Adverse.Low)] int A, [Reason(\"B\", \"b\", When = Adverse.False)] bool B, [Ordinal, Reason(\"C\", \"c\", When = Adverse.High)] DayOfWeek C, [Reason(\"D\", \"d\"), Reason(\"E\", \"e\", When = Adverse.Missing)] DateOnly? D);");

    [Fact]
    public void TEX0122_of_a_record() => Finds(
        "TEX0122",
        "[FeatureRecord] partial record Inside([Reason(\"I\", \"Inner\")] int One); [FeatureRecord] partial record Loan([[|Reason(\"A\", \"Job\")|]] Inside? Job);",
        "Feature 'Loan.Job' has the reason 'A' for its values, and those are features of 'Inside'; state When = Adverse.Missing here, and the others there",
        "[FeatureRecord] partial record Inside([Reason(\"I\", \"Inner\")] int One); [FeatureRecord] partial record Loan([Reason(\"A\", \"Job\", When = Adverse.Missing)] Inside? Job, [NoReason(\"never\")] Inside? Other);");

    [Theory]
    [InlineData("Reason(\"A\", \"a\"), [|Reason(\"B\", \"b\")|]", "int", "the same values")]
    [InlineData("Reason(\"A\", \"a\"), [|Reason(\"B\", \"b\", When = Adverse.Low)|]", "int", "the same values")]
    [InlineData("Reason(\"A\", \"a\", When = Adverse.True), [|Reason(\"B\", \"b\", When = Adverse.True)|]", "bool", "the same values")]
    [InlineData("Reason(\"A\", \"a\", For = [\"Sunday\"]), [|Reason(\"B\", \"b\")|]", "DayOfWeek", "the same values")]
    [InlineData("Reason(\"A\", \"a\"), Reason(\"M\", \"m\", When = Adverse.Missing), [|Reason(\"B\", \"b\", For = [\"Sunday\"])|]", "DayOfWeek?", "the same values")]
    [InlineData("Ordinal, Reason(\"A\", \"a\", When = Adverse.Low), [|Reason(\"B\", \"b\", For = [\"Sunday\"])|]", "DayOfWeek", "the same values")]
    [InlineData("Categories(\"x\", \"y\"), Reason(\"A\", \"a\", For = [\"x\", \"y\"]), [|Reason(\"B\", \"b\", For = [\"y\"])|]", "string", "the same category 'y'")]
    [InlineData("Reason(\"A\", \"a\", When = Adverse.Missing), Reason(\"C\", \"c\"), [|Reason(\"B\", \"b\", When = Adverse.Missing)|]", "int?", "the same values")]
    public void TEX0123(string annotations, string type, string shared) => Finds(
        "TEX0123",
        $"[FeatureRecord] partial record Loan([{annotations}] {type} Age, [Reason(\"I\", \"Income\")] double Income);",
        $"Feature 'Loan.Age' has the reasons 'A' and 'B' for {shared}; tell them apart with When or For, or keep one of them",
        "[FeatureRecord] partial record Loan([Reason(\"A\", \"a\", When = Adverse.Low), Reason(\"B\", \"b\", When = Adverse.High), Reason(\"A\", \"a\", When = Adverse.Missing)] int? Age, [Categories(\"x\", \"y\"), Reason(\"A\", \"a\", For = [\"x\"]), Reason(\"B\", \"b\", For = [\"y\"])] string Text, [Reason(\"A\", \"a\", When = Adverse.True), Reason(\"B\", \"b\", When = Adverse.False)] bool Flag);");

    [Theory]
    [InlineData("[Reason(\"A\", \"one\")] int Age, [[|Reason(\"A\", \"second\")|]] int Rooms", "Rooms", "Age")]
    [InlineData("[Reason(\"A\", \"one\", When = Adverse.Low), [|Reason(\"A\", \"One\", When = Adverse.High)|]] int Age", "Age", "Age")]
    [InlineData("Inside Job, [[|Reason(\"I\", \"Outer\")|]] int Rooms", "Rooms", "Job")]
    [InlineData("[Reason(\"I\", \"Outer\")] int Rooms, [|Inside|] Job", "Job", "Rooms")]
    [InlineData("[Reason(\"A\", \"Income\")] int Rooms, [[|Reason(\"A\", typeof(Texts), nameof(Texts.Income))|]] int Age", "Age", "Rooms")]
    public void TEX0124(string parameters, string feature, string other) => Finds(
        "TEX0124",
        $"{Resources} [FeatureRecord] partial record Inside([Reason(\"I\", \"Inner\")] int One); [FeatureRecord] partial record Loan({parameters});",
        $"Feature 'Loan.{feature}' has the reason '{(parameters.Contains("\"I\"") ? "I" : "A")}' with another text than '{other}' has; state the same text, or another code",
        $"{Resources} [FeatureRecord] partial record Inside([Reason(\"I\", \"Inner\")] int One); [FeatureRecord] partial record Loan(Inside Home, Inside Work, [Reason(\"I\", \"Inner\")] int A, [Reason(\"J\", typeof(Texts), \"Income\")] int B, [Reason(\"J\", typeof(Texts), nameof(Texts.Income))] int C);");

    [Theory]
    [InlineData("R-1", "R.1", "R_1")]
    [InlineData("1", "_1", "_1")]
    [InlineData("a\u200db", "a_b", "a_b")]
    public void TEX0125(string first, string second, string member) => Finds(
        "TEX0125",
        $"[FeatureRecord] partial record Loan([Reason(\"{first}\", \"one\")] int Age, [[|Reason(\"{second}\", \"second\")|]] int Rooms);",
        $"Feature 'Loan.Rooms' has the reason '{second}', which the enum of reasons would call '{member}' as it calls '{first}'; change one of the codes",
        "[FeatureRecord] partial record Loan([Reason(\"r1\", \"one\")] int Age, [Reason(\"R1\", \"second\")] int Rooms, [Reason(\"value__\", \"third\")] int Third, [Reason(\"new\", \"fourth\")] int Fourth);");

    [Theory]
    [InlineData("[|Reason(\"\", \"Age\")|]", "code of a reason", "one, such as \"R07\"")]
    [InlineData("[|Reason(null!, \"Age\", When = Adverse.Low)|]", "code of a reason", "one, such as \"R07\"")]
    [InlineData("[|Reason(\"A\", \" \")|]", "text of the reason 'A'", "what a person is told")]
    [InlineData("[|NoReason(\"\")|]", "explanation in [NoReason]", "why it can be no reason")]
    [InlineData("[|NoReason(null!)|]", "explanation in [NoReason]", "why it can be no reason")]
    public void TEX0126(string annotation, string what, string remedy) => Finds(
        "TEX0126",
        $"[FeatureRecord] partial record Loan([{annotation}] int Age, [Reason(\"B\", \"Income\")] double Income);",
        $"The {what} of feature 'Loan.Age' is blank; state {remedy}",
        "[FeatureRecord] partial record Loan([NoReason(\"x\")] int Age, [Reason(\"B\", \"Income\")] double Income);");

    [Theory]
    [InlineData("Internal standards")]
    [InlineData("Did not meet our internal standards.")]
    [InlineData("INSUFFICIENT SCORE")]
    [InlineData("You failed to achieve a qualifying score")]
    [InlineData("The credit score is too low")]
    [InlineData("credit-policy")]
    public void TEX0127(string text) => Finds(
        "TEX0127",
        $"[FeatureRecord] partial record Loan([[|Reason(\"A\", \"{text}\")|]] int Age);",
        $"Feature 'Loan.Age' has the reason 'A' with the text \"{text}\", which says that a standard was not met and not what about the person did not meet it; say what of 'Age' counted against them",
        "[FeatureRecord] partial record Loan([Reason(\"A\", \"Length of residence\")] int Age);");

    [Theory]
    [InlineData("You failed to achieve a qualifying score by your income", "score")]
    [InlineData("Too few points of the scorecard for income", "score")]
    [InlineData("Income, by the lending policies of the bank", "policy")]
    [InlineData("Model: income", "model")]
    [InlineData("Algorithmic rating of the employer", "algorithm")]
    public void TEX0128(string text, string word) => Finds(
        "TEX0128",
        $"[FeatureRecord] partial record Loan([[|Reason(\"A\", \"{text}\")|]] int Age);",
        $"Feature 'Loan.Age' has the reason 'A' with the text \"{text}\", which names a {word}, and that is no reason of the person's; say what of 'Age' counted against them",
        "[FeatureRecord] partial record Loan([Reason(\"A\", \"Years in a remodeled house insured by police\")] int Age, [Reason(\"B\", \"Income insufficient for amount of credit requested\")] int Income);");

    [Fact]
    public void TEX0129() => Finds(
        "TEX0129",
        "[FeatureRecord] partial record Loan([Protected, [|Reason(\"A\", \"Sex\")|]] bool IsFemale, double Income);",
        "Feature 'Loan.IsFemale' is protected and has the reason 'A', which may never be stated; remove [Reason]",
        "[FeatureRecord] partial record Loan([Protected, NoReason(\"by law\")] bool IsFemale, double Income);");

    [Theory]
    [InlineData("typeof(Texts)", "\"Outcome\"", "Texts", "Outcome", "add the text to the .resx file of 'Texts', or name another one with nameof")]
    [InlineData("typeof(Texts)", "nameof(Texts.Count)", "Texts", "Count", "add the text to the .resx file of 'Texts', or name another one with nameof")]
    [InlineData("typeof(Texts)", "\"Hidden\"", "Texts", "Hidden", "add the text to the .resx file of 'Texts', or name another one with nameof")]
    [InlineData("typeof(Texts)", "\"Instance\"", "Texts", "Instance", "add the text to the .resx file of 'Texts', or name another one with nameof")]
    [InlineData("typeof(Empty)", "\"Income\"", "Empty", "ResourceManager", "state the class that a .resx file gives")]
    [InlineData("typeof(string)", "\"Income\"", "string", "ResourceManager", "state the class that a .resx file gives")]
    public void TEX0130(string type, string name, string shown, string property, string remedy) => Finds(
        "TEX0130",
        Resources + $" [FeatureRecord] partial record Loan([[|Reason(\"A\", {type}, {name})|]] int Age);",
        $"Feature 'Loan.Age' has the reason 'A', and '{shown}' has no static property '{property}' that the record can read; {remedy}",
        Resources + " [FeatureRecord] partial record Loan([Reason(\"A\", typeof(Texts), nameof(Texts.Income))] int Age);");

    /// <summary>Reasons may stand at a parameter of a base type, at a property, or at both the parameter and its property.</summary>
    [Fact]
    public void Wherever_they_stand() => IsFine(
        "abstract record Person([Reason(\"A\", \"Age\", When = Adverse.Low)] int? Age, [NoReason(\"internal\")] int Code) { [Reason(\"B\", \"Rooms\")] public int Rooms { get; init; } } " +
        "[FeatureRecord] partial record Loan([Reason(\"A\", \"Age\"), Reason(\"M\", \"Missing\", When = Adverse.Missing)] int? Age, int Code, [Reason(\"C\", \"Low\", When = Adverse.Low)] [property: Reason(\"D\", \"High\", When = Adverse.High)] double Income) : Person(Age, Code);");

    [Theory]
    [InlineData("TEX0104", "[Reason(\"A\", \"Age\"), [|NoReason(\"never\")|]] int Age", "has a reason and says that it has none; keep [Reason] or [NoReason]")]
    [InlineData("TEX0103", "[[|Reason(\"A\", \"Job\")|]] Inside Age", "has type 'Inside', which [Reason] does not fit; state the reasons at the properties of 'Inside'")]
    [InlineData("TEX0103", "[[|NoReason(\"never\")|]] Inside Age", "has type 'Inside', which [NoReason] does not fit; state the reasons at the properties of 'Inside'")]
    [InlineData("TEX0103", "[Text, [|Reason(\"A\", \"Note\")|]] string Age", "has type 'string', which [Reason] does not fit; remove [Reason]")]
    [InlineData("TEX0109", "[[|Reason(\"A\", \"Age\", When = (Adverse)9)|]] int Age", "has the When 9, which does not exist; state one of Any, Low, High, False, True, Missing")]
    public void Others(string id, string parameter, string message) => Finds(
        id,
        $"[FeatureRecord] partial record Inside([Reason(\"I\", \"Inner\")] int One); [FeatureRecord] partial record Loan([Reason(\"B\", \"Income\")] double Income, {parameter});",
        $"Feature 'Loan.Age' {message}");
}
