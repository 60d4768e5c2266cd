using TypedExplain.Generators.Tests.Zoo;

namespace TypedExplain.Generators.Tests.Usage;

/// <summary>TEX0231.</summary>
public class RecourseWithoutStepsTests
{
    private const string Usings = "using System; using System.Collections.Immutable; using TypedExplain; using TypedExplain.Decisions;\n";

    [Theory]
    [InlineData("[Numeric(0, 9)] double Income", "'Income' has no [Step]")]
    [InlineData("[Numeric(0, 9)] double Income, float? Rate, bool Flag, decimal Money, Half Half", "'Income' has no [Step], 'Rate' has no [Step], 'Money' has no [Step], 'Half' has no [Step]")]
    [InlineData("DateOnly Day, [MeasuredIn(TimeUnit.Hours)] TimeSpan? Wait, DateTimeOffset Instant", "'Day' has no [Step], 'Wait' has no [Step], 'Instant' has no [Step]")]
    [InlineData("[Step(1)] double Income", "'Income' has no end above")]
    [InlineData("[Numeric(0, double.PositiveInfinity), Step(1)] double Income", "'Income' has no end above")]
    [InlineData("[OnlyDecreases, Step(1)] double Income", "'Income' has no end below")]
    [InlineData("[Numeric(double.NegativeInfinity, 0), Step(1)] double Income", "'Income' has no end below")]
    [InlineData("[Step(1, AtMost = 0)] DateOnly Day", "'Day' has no end above")]
    [InlineData("[ArrayLength(2)] double[] List, [ArrayLength(2)] ImmutableArray<float> More", "'List' has no [Step], 'More' has no [Step]")]
    [InlineData("Inside Home, Inside? Work", "'Home.Rate' has no [Step], 'Work.Rate' has no [Step]")]
    public void A_number_without_an_end(string parameters, string lacks)
    {
        foreach ((string use, string record) in new[] { ("static object Of() => [|new Recourse<Loan>|] { MaxQueries = 3 };", "Loan"), ("static Recourse<Loan> Search { get; } = [|new|]();", "Loan") })
        {
            Marked marked = Marked.Parse($"{Usings}[FeatureRecord] public partial record struct Inside(double Rate, int Rooms); [FeatureRecord] public partial record Loan({parameters}); static class Use {{ {use} }}");
            Diagnostic found = Assert.Single(Analyze(marked.Source));

            Assert.Equal("TEX0231", found.Id);
            Assert.Equal(DiagnosticSeverity.Error, found.Severity);
            Assert.Equal(marked.Span, found.Location.SourceSpan);
            Assert.Equal($"Actions on '{record}' cannot be counted: {lacks}; state [Step(size)] with a range or AtMost, or [Immutable]", found.GetMessage());
        }
    }

    [Theory]
    [InlineData("[Numeric(0, 9), Step(0.5)] double Income, int Age, bool Flag, DayOfWeek Day")]
    [InlineData("[Step(1, AtMost = 3)] double Income, [Immutable] double Rate, [Immutable, MovesWith(nameof(Income))] decimal Money")]
    [InlineData("[OnlyIncreases, Numeric(double.NegativeInfinity, 5), Step(1)] float Income, [Step(1, AtMost = 3)] DateTime Day")]
    [InlineData("[OnlyDecreases, Numeric(0, double.PositiveInfinity), Step(1)] float Income")]
    [InlineData("Inside Home, [NotAFeature] double Id")]
    public void Numbers_with_an_end(string parameters) => Assert.Empty(Analyze(
        $"{Usings}[FeatureRecord] public partial record Inside([Numeric(0, 9), Step(1)] double Rate) {{ public double Twice => 2 * Rate; }} [FeatureRecord] public partial record Loan({parameters}); " +
        "static class Use { static object Of() => new Recourse<Loan>(); static object Any<T>() where T : IFeatureRecord<T> => new Recourse<T>(); static object List() => new System.Collections.Generic.List<Loan>(); }"));

    /// <summary>Without the package nothing is said, and a type of the same name elsewhere is another one.</summary>
    [Fact]
    public void Another_type_of_the_name() => Assert.Empty(Analysis.Of(Generation.Of(
        $"{Usings.Replace("using TypedExplain.Decisions;", "")}[FeatureRecord] public partial record Loan(double Income); class Recourse<T>; static class Use {{ static object Of() => new Recourse<Loan>(); }}").Output));

    private static Diagnostic[] Analyze(string source)
    {
        Generation generation = Generation.Of(Compiler.Parse(source), Compiler.Parse(Sources.Recourse, "Recourse.cs"));
        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.Output.GetDiagnostics().Where(complaint => complaint.Severity == DiagnosticSeverity.Error));
        return Analysis.Of(generation.Output);
    }
}
