using static TypedExplain.Generators.Tests.Diagnostics.DiagnosticAssert;

namespace TypedExplain.Generators.Tests.Diagnostics;

/// <summary>TEX0131 to TEX0133: how features move together, and by which steps.</summary>
public class LinkDiagnosticTests
{
    private const string Rest = "int Stay, [Step(0.5)] double Wait, DayOfWeek Day, bool Flag, [ArrayLength(2)] int[] List, Inside Job, [Text] string Note";

    private const string Inside = "[FeatureRecord] partial record Inside(int One); ";

    [Theory]
    [InlineData("[|MovesWith(\"Stey\")|]", "int", "'Stey', which is no feature of the record; name one of Stay, Wait, Day, Flag, List, Job")]
    [InlineData("[|MovesWith(\"Job.One\")|]", "int", "'Job.One', which is no feature of the record; name one of Stay, Wait, Day, Flag, List, Job")]
    [InlineData("[|MovesWith(nameof(Note))|]", "int", "'Note', which is no feature of the record; name one of Stay, Wait, Day, Flag, List, Job")]
    [InlineData("[|MovesWith(null!)|]", "int", "'', which is no feature of the record; name one of Stay, Wait, Day, Flag, List, Job")]
    [InlineData("[|MovesWith(nameof(Age))|]", "int", "itself; name another feature")]
    [InlineData("[|MovesWith(nameof(Day))|]", "double", "'Day', whose changes are no numbers; name a number, a rank or a flag")]
    [InlineData("[|MovesWith(nameof(List))|]", "double", "'List', whose changes are no numbers; name a number, a rank or a flag")]
    [InlineData("[|MovesWith(nameof(Job))|]", "double", "'Job', whose changes are no numbers; name a number, a rank or a flag")]
    [InlineData("[|MovesWith(nameof(Stay), Factor = 0)|]", "double", "'Stay' by the factor 0; state a finite number that is not 0")]
    [InlineData("[|MovesWith(nameof(Stay), Factor = double.NaN)|]", "double", "'Stay' by the factor NaN; state a finite number that is not 0")]
    [InlineData("[|MovesWith(nameof(Stay), Factor = double.NegativeInfinity)|]", "int", "'Stay' by the factor -Infinity; state a finite number that is not 0")]
    [InlineData("MovesWith(nameof(Stay)), [|MovesWith(nameof(Stay), Factor = 2)|]", "int", "'Stay' twice; state it once")]
    [InlineData("[|MovesWith(nameof(Stay), Factor = 0.5)|]", "int", "'Stay' by 0.5 per step of it, and holds whole numbers; state a factor or a step that makes it a whole number")]
    [InlineData("[|MovesWith(nameof(Wait))|]", "byte", "'Wait' by 0.5 per step of it, and holds whole numbers; state a factor or a step that makes it a whole number")]
    [InlineData("Ordinal, [|MovesWith(nameof(Flag), Factor = 1.5)|]", "DayOfWeek", "'Flag' by 1.5 per step of it, and holds whole numbers; state a factor or a step that makes it a whole number")]
    public void TEX0131(string annotations, string type, string fault) => Finds(
        "TEX0131",
        $"{Inside}[FeatureRecord] partial record Loan([{annotations}] {type} Age, {Rest});",
        $"Feature 'Loan.Age' moves with {fault}",
        $"{Inside}[FeatureRecord] partial record Loan([Immutable, MovesWith(nameof(Stay)), MovesWith(nameof(Wait), Factor = 2), MovesWith(nameof(Flag), Factor = -1)] int Age, [Immutable, MovesWith(nameof(Age), Factor = 0.3)] decimal? Money, [MovesWith(nameof(Stay))] DateOnly Since, [Ordinal, MovesWith(nameof(Stay))] DayOfWeek Rank, [MovesWith(nameof(Rank))] int Last, {Rest});");

    [Theory]
    [InlineData("[|Within(\"Stey\")|]", "'Stey', which is no feature of the record; name one of Stay, Wait, Day, Flag, List, Job")]
    [InlineData("[|Within(nameof(Age))|]", "itself; name another feature")]
    [InlineData("[|Within(nameof(Flag))|]", "'Flag', which has no size; name a number or a rank")]
    [InlineData("[|Within(nameof(List))|]", "'List', which has no size; name a number or a rank")]
    public void TEX0132(string annotations, string fault) => Finds(
        "TEX0132",
        $"{Inside}[FeatureRecord] partial record Loan([{annotations}] int Age, {Rest});",
        $"Feature 'Loan.Age' is within {fault}",
        $"{Inside}[FeatureRecord] partial record Loan([Within(nameof(Stay))] double? Age, [Ordinal, Within(nameof(Age))] DayOfWeek Rank, {Rest});");

    [Theory]
    [InlineData("[[|MovesWith(nameof(B))|]] int A, [MovesWith(nameof(A))] int B", "A", "'A' moves with 'B' moves with 'A'")]
    [InlineData("int First, [[|MovesWith(nameof(C))|], MovesWith(nameof(First))] int A, [MovesWith(nameof(A))] int B, [MovesWith(nameof(B))] int C", "A", "'A' moves with 'C' moves with 'B' moves with 'A'")]
    [InlineData("[MovesWith(nameof(B))] int A, [[|MovesWith(nameof(C))|]] int B, [MovesWith(nameof(B))] int C", "B", "'B' moves with 'C' moves with 'B'")]
    [InlineData("[[|Within(nameof(B))|]] int A, [Within(nameof(A))] int B", "A", "'A' is within 'B' is within 'A'")]
    public void TEX0133(string parameters, string feature, string circle) => Finds(
        "TEX0133",
        $"[FeatureRecord] partial record Loan({parameters});",
        $"Feature 'Loan.{feature}' stands in a circle: {circle}; remove one of the annotations",
        "[FeatureRecord] partial record Loan([MovesWith(nameof(B)), MovesWith(nameof(C))] int A, [MovesWith(nameof(C)), Within(nameof(A))] int B, [Within(nameof(A))] int C);");

    [Theory]
    [InlineData("TEX0103", "[|MovesWith(nameof(Stay))|]", "bool", "has type 'bool', which [MovesWith] does not fit; remove [MovesWith]")]
    [InlineData("TEX0103", "[|MovesWith(nameof(Stay))|]", "DayOfWeek", "has type 'DayOfWeek', which [MovesWith] does not fit; remove [MovesWith]")]
    [InlineData("TEX0103", "[|Within(nameof(Stay))|]", "bool", "has type 'bool', which [Within] does not fit; remove [Within]")]
    [InlineData("TEX0103", "ArrayLength(2), [|Within(nameof(Stay))|]", "int[]", "has type 'int[]', which [Within] does not fit; remove [Within]")]
    [InlineData("TEX0103", "[|MovesWith(nameof(Stay))|]", "Inside", "has type 'Inside', which [MovesWith] does not fit; remove [MovesWith]")]
    [InlineData("TEX0103", "Text, [|MovesWith(nameof(Stay))|]", "string", "has type 'string', which [MovesWith] does not fit; remove [MovesWith]")]
    [InlineData("TEX0106", "[|Step(1, AtMost = -1)|]", "int", "has the AtMost -1; state a finite number above 0")]
    [InlineData("TEX0114", "Ordinal, [|Step(7)|]", "DayOfWeek", "has the step 7, and its range from 0 to 6 is shorter; state a smaller step")]
    [InlineData("TEX0119", "Ordinal, [|Step(1.5)|]", "DayOfWeek", "has type 'DayOfWeek' and the step 1.5, which does not lead from one whole number to another; state a whole step")]
    [InlineData("TEX0103", "[|Step(1)|]", "DayOfWeek", "has type 'DayOfWeek', which [Step] does not fit; remove [Step]")]
    [InlineData("TEX0104", "Immutable, MovesWith(nameof(Stay)), [|Step(1)|]", "int", "cannot be immutable and have a step of change; keep [Immutable] or [Step]")]
    public void Others(string id, string annotations, string type, string message) => Finds(
        id,
        $"{Inside}[FeatureRecord] partial record Loan([{annotations}] {type} Age, {Rest});",
        $"Feature 'Loan.Age' {message}",
        $"{Inside}[FeatureRecord] partial record Loan([Step(1, AtMost = 0)] int Age, [Ordinal, Step(6, AtMost = 1)] DayOfWeek Rank, [OnlyIncreases] bool On, [OnlyDecreases] bool? Off, {Rest});");
}
