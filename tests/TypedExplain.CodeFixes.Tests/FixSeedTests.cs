using static TypedExplain.CodeFixes.Tests.Support.FixAssert;

namespace TypedExplain.CodeFixes.Tests;

/// <summary>TEX0205.</summary>
public class FixSeedTests
{
    [Theory]
    [InlineData("new Lime<Loan> { Seed = Environment.TickCount }", "new Lime<Loan> { Seed = 0 }")]
    [InlineData("new Lime<Loan> { Seed = /* any */ Guid.NewGuid().GetHashCode(), Ridge = 2 }", "new Lime<Loan> { Seed = /* any */ 0, Ridge = 2 }")]
    [InlineData("new Lime<Loan> { Seed = unchecked((int)DateTime.Now.Ticks) & 0xFF }", "new Lime<Loan> { Seed = 0 }")]
    [InlineData("rows.Split(0.2, Random.Shared.Next())", "rows.Split(0.2, 0)")]
    [InlineData("rows.Split(seed: Random.Shared.Next(), testFraction: 0.2)", "rows.Split(seed: 0, testFraction: 0.2)")]
    public Task Fixes(string failing, string @fixed) => FixesAsync<FixSeed>("TEX0205", "Use the seed 0", Code(failing), Code(@fixed));

    [Theory]
    [InlineData("new Lime<Loan> { Seed = rows.Count + Random.Shared.Next() }")]
    [InlineData("new Lime<Loan> { Seed = Mine(Environment.TickCount) }")]
    public Task Something_own(string failing) => OffersNothingAsync<FixSeed>("TEX0205", Code(failing));

    [Fact]
    public Task All() => FixesAllAsync<FixSeed>(
        "TEX0205",
        [Code("(new Lime<Loan> { Seed = Environment.TickCount }, rows.Split(0.2, DateTime.Now.Second))")],
        [Code("(new Lime<Loan> { Seed = 0 }, rows.Split(0.2, 0))")]);

    private static string Code(string value) =>
        $"[FeatureRecord] partial record Loan(int Age);\nstatic class User {{ static object Run(Dataset<Loan> rows) => {value}; static int Mine(int seed) => seed; }}\n";
}
