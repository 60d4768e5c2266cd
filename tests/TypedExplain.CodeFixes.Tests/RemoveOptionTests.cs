using static TypedExplain.CodeFixes.Tests.Support.FixAssert;

namespace TypedExplain.CodeFixes.Tests;

/// <summary>TEX0204.</summary>
public class RemoveOptionTests
{
    [Theory]
    [InlineData("new GaussianNeighborhood<Loan> { HoldConstantFeatures = true }", "new GaussianNeighborhood<Loan>()")]
    [InlineData("new GaussianNeighborhood<Loan>() { HoldConstantFeatures = true }", "new GaussianNeighborhood<Loan>()")]
    [InlineData("new GaussianNeighborhood<Loan>\n{\n    HoldConstantFeatures = true,\n}", "new GaussianNeighborhood<Loan>()")]
    [InlineData("new GaussianNeighborhood<Loan> { HoldConstantFeatures = true, Samples = 9 }", "new GaussianNeighborhood<Loan> { Samples = 9 }")]
    [InlineData("new GaussianNeighborhood<Loan> { Samples = 9, HoldConstantFeatures = true }", "new GaussianNeighborhood<Loan> { Samples = 9 }")]
    [InlineData("new GaussianNeighborhood<Loan> { Samples = 9, HoldConstantFeatures = true, }", "new GaussianNeighborhood<Loan> { Samples = 9, }")]
    [InlineData(
        "new GaussianNeighborhood<Loan>\n{\n    Samples = 9, // few\n    HoldConstantFeatures = true,\n}",
        "new GaussianNeighborhood<Loan>\n{\n    Samples = 9, // few\n}")]
    [InlineData(
        "new GaussianNeighborhood<Loan>\n{\n    Samples = 9, // few\n    HoldConstantFeatures = true\n}",
        "new GaussianNeighborhood<Loan>\n{\n    Samples = 9 // few\n}")]
    [InlineData(
        "new GaussianNeighborhood<Loan>\n{\n    HoldConstantFeatures = true, // safe\n    Samples = 9,\n}",
        "new GaussianNeighborhood<Loan>\n{\n    // safe\n    Samples = 9,\n}")]
    [InlineData(
        "new GaussianNeighborhood<Loan>\n{\n    // as before\n    HoldConstantFeatures = true, // safe\n}",
        "new GaussianNeighborhood<Loan>\n{\n    // as before\n // safe\n}")]
    [InlineData(
        "new GaussianNeighborhood<Loan> { Samples = 9, // few\n    HoldConstantFeatures = true }",
        "new GaussianNeighborhood<Loan> { Samples = 9 // few\n }")]
    [InlineData("new GaussianNeighborhood<Loan> { HoldConstantFeatures = /* yes */ true }", "new GaussianNeighborhood<Loan>()")]
    public Task Option(string failing, string @fixed) => FixesAsync<RemoveOption>("TEX0204", "Remove 'HoldConstantFeatures'", Code(failing), Code(@fixed));

    [Fact]
    public Task Short_creation() => FixesAsync<RemoveOption>(
        "TEX0204",
        "Remove 'CollectErrors'",
        Write("new() { CollectErrors = true }"),
        Write("new()"));

    [Theory]
    [InlineData("new() { CollectErrors = true, MaxRowBytes = 9, Delimiter = ';' }", "new() { Delimiter = ';' }")]
    [InlineData("new() { CollectErrors = true, Delimiter = ';', MaxRowBytes = 9 }", "new() { Delimiter = ';' }")]
    [InlineData("new() { Delimiter = ';', CollectErrors = true, MaxRowBytes = 9 }", "new() { Delimiter = ';' }")]
    [InlineData("new() { Delimiter = ';', CollectErrors = true, MaxRowBytes = 9, }", "new() { Delimiter = ';', }")]
    [InlineData("new CsvOptions { CollectErrors = true, MaxRowBytes = 9 }", "new CsvOptions()")]
    public Task All_of_a_creation(string failing, string @fixed) => FixesAllAsync<RemoveOption>("TEX0204", [Write(failing)], [Write(@fixed)]);

    private static string Code(string value) =>
        $"[FeatureRecord] partial record Loan([Numeric(18, 100)] int Age);\nstatic class User {{ static INeighborhood<Loan> Run() => {value}; }}\n";

    private static string Write(string options) =>
        $"[FeatureRecord] partial record Loan([Numeric(18, 100)] int Age);\nstatic class User {{ static void Run(Dataset<Loan> rows) => Csv.Write(\"loans.csv\", rows, {options}); }}\n";
}
