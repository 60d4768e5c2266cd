using static TypedExplain.Generators.Tests.Usage.UsageAssert;

namespace TypedExplain.Generators.Tests.Usage;

/// <summary>TEX0205.</summary>
public class ChangingSeedTests
{
    [Theory]
    [InlineData("Environment.TickCount", "Environment.TickCount")]
    [InlineData("(int)Environment.TickCount64", "Environment.TickCount64")]
    [InlineData("Random.Shared.Next()", "Random.Shared")]
    [InlineData("new Random().Next(100)", "new Random()")]
    [InlineData("DateTime.Now.Millisecond", "DateTime.Now")]
    [InlineData("unchecked((int)DateTime.UtcNow.Ticks)", "DateTime.UtcNow")]
    [InlineData("(int)DateTimeOffset.UtcNow.ToUnixTimeSeconds()", "DateTimeOffset.UtcNow")]
    [InlineData("Guid.NewGuid().GetHashCode()", "Guid.NewGuid()")]
    [InlineData("(int)System.Diagnostics.Stopwatch.GetTimestamp()", "System.Diagnostics.Stopwatch.GetTimestamp()")]
    [InlineData("System.Security.Cryptography.RandomNumberGenerator.GetInt32(9)", "System.Security.Cryptography.RandomNumberGenerator.GetInt32(9)")]
    [InlineData("\"loans\".GetHashCode()", "\"loans\".GetHashCode()")]
    [InlineData("HashCode.Combine(1, 2)", "HashCode.Combine(1, 2)")]
    [InlineData("train.Count + Random.Shared.Next()", "Random.Shared")]
    [InlineData("(1, train.Count).GetHashCode()", "(1, train.Count).GetHashCode()")]
    [InlineData("loan.GetHashCode()", "loan.GetHashCode()")]
    [InlineData("train.Count > 5 ? 1 : Random.Shared.Next()", "Random.Shared")]
    public void Option(string value, string source) => Finds(
        "TEX0205",
        $"Lime<Loan> lime = new() {{ Seed = [|{value}|] }};",
        $"'{source}' differs from run to run, so nobody can repeat the result; give 'Seed' a fixed number",
        "Lime<Loan> lime = new() { Seed = 7 };");

    [Theory]
    [InlineData("int seed = Environment.TickCount; Lime<Loan> lime = new() { Seed = [|seed|] };", "Seed")]
    [InlineData("ExpoTrainer<Loan> trainer = new() { Seed = [|Environment.TickCount|] };", "Seed")]
    [InlineData("SennTrainer<Loan> trainer = new() { Seed = [|Environment.TickCount|] };", "Seed")]
    [InlineData("VaeTrainer trainer = new() { Seed = [|Environment.TickCount|] };", "Seed")]
    [InlineData("SeedVariance<Loan> metric = new() { Explainer = seed => new Lime<Loan> { Seed = seed }, FirstSeed = [|Environment.TickCount|] };", "FirstSeed")]
    [InlineData("RandomForest<Loan> forest = new() { Seed = [|Environment.TickCount|] };", "Seed")]
    [InlineData("Lime<Loan> lime = new(); lime = lime with { Seed = [|Environment.TickCount|] };", "Seed")]
    [InlineData("var parts = train.Split(0.2, [|Environment.TickCount|]);", "seed")]
    [InlineData("var parts = train.Split(seed: [|Environment.TickCount|], testFraction: 0.2);", "seed")]
    [InlineData("RandomStream stream = new([|Environment.TickCount|], \"rows\");", "seed")]
    public void Place(string failing, string option) => Finds(
        "TEX0205",
        failing,
        $"'Environment.TickCount' differs from run to run, so nobody can repeat the result; give '{option}' a fixed number",
        "var parts = train.Split(0.2, seed: 7);");

    [Theory]
    [InlineData("int seed = Environment.TickCount; Console.WriteLine(seed); Lime<Loan> lime = new() { Seed = seed };")]
    [InlineData("Lime<Loan> lime = new() { Seed = new Random(7).Next() };")]
    [InlineData("for (int i = 0; i < 3; i++) { Lime<Loan> lime = new() { Seed = i }; Console.WriteLine(lime); }")]
    [InlineData("Lime<Loan> lime = new() { Seed = train.Count.GetHashCode(), Ridge = Random.Shared.NextDouble() };")]
    [InlineData("int seed = Environment.TickCount; seed = 7; Lime<Loan> lime = new() { Seed = seed };")]
    [InlineData("var mine = new { Seed = Environment.TickCount };")]
    [InlineData("Mine mine = new(Environment.TickCount) { Seed = Environment.TickCount };")]
    public void Repeatable_or_not_of_the_package(string right) =>
        IsFineMember($"static void Run(Dataset<Loan> train) {{ {right} }} sealed class Mine(int seed) {{ public int Seed {{ get; set; }} = seed; }}");
}
