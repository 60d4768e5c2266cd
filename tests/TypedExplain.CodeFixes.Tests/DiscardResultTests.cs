using static TypedExplain.CodeFixes.Tests.Support.FixAssert;

namespace TypedExplain.CodeFixes.Tests;

/// <summary>TEX0202.</summary>
public class DiscardResultTests
{
    private const string Title = "Discard the result with '_ ='";

    [Theory]
    [InlineData("{ rows.Split(0.2, 7); }", "{ _ = rows.Split(0.2, 7); }")]
    [InlineData("{\n    // why\n    rows\n        .WithTarget([1.0]); // not\n}", "{\n    // why\n    _ = rows\n        .WithTarget([1.0]); // not\n}")]
    [InlineData("=> explainer.Explain(model, rows[0]);", "=> _ = explainer.Explain(model, rows[0]);")]
    [InlineData("=> explainer?.Explain(model, rows[0]);", "=> _ = explainer?.Explain(model, rows[0]);")]
    [InlineData("{ rows.Rows.ToList().ForEach(row => explainer.Explain(model, row)); }", "{ rows.Rows.ToList().ForEach(row => _ = explainer.Explain(model, row)); }")]
    [InlineData("{ foreach (var row in rows.Rows) explainer.Explain(model, rows.Rows.First(other => other == row)); }", "{ foreach (var row in rows.Rows) _ = explainer.Explain(model, rows.Rows.First(other => other == row)); }")]
    public Task Statement(string failing, string @fixed) => FixesAsync<DiscardResult>("TEX0202", Title, Method(failing), Method(@fixed));

    [Fact]
    public Task Awaited() => FixesAsync<DiscardResult>(
        "TEX0202",
        Title,
        Method("{ }") + "static class Later { static async Task Run(Func<Explanation<Loan>> why) { await Task.Run(() => why()); } }",
        Method("{ }") + "static class Later { static async Task Run(Func<Explanation<Loan>> why) { _ = await Task.Run(() => why()); } }");

    [Theory]
    [InlineData("{ rows.Rows.ToList().ForEach(_ => explainer.Explain(model, rows[0])); }")]
    [InlineData("{ int _ = 1; rows.Split(0.2, _); }")]
    public Task A_variable_of_that_name(string failing) => OffersNothingAsync<DiscardResult>("TEX0202", Method(failing));

    [Fact]
    public Task All_of_a_file() => FixesAllAsync<DiscardResult>(
        "TEX0202",
        [Method("{ rows.Split(0.2, 7); rows.Select([0]); }")],
        [Method("{ _ = rows.Split(0.2, 7); _ = rows.Select([0]); }")]);

    private static string Method(string body) =>
        "using System.Linq;\nusing System.Threading.Tasks;\n[FeatureRecord] partial record Loan(int Age);\n" +
        $"static class User\n{{\nstatic void Run(IExplainer<Loan> explainer, IModel<Loan> model, Dataset<Loan> rows) {body}\n}}\n";
}
