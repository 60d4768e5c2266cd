using static TypedExplain.CodeFixes.Tests.Support.FixAssert;

namespace TypedExplain.CodeFixes.Tests;

/// <summary>TEX0208.</summary>
public class PassTokenTests
{
    [Theory]
    [InlineData("explainer.Explain(model, loan)", "explainer.Explain(model, loan, stop)")]
    [InlineData("explainer.Explain(instance: loan, model: model)", "explainer.Explain(instance: loan, model: model, cancellation: stop)")]
    [InlineData("explainer.ExplainMany(model, rows.Rows)", "explainer.ExplainMany(model, rows.Rows, cancellation: stop)")]
    [InlineData("new RandomForest<Loan>().Train(rows)", "new RandomForest<Loan>().Train(rows, stop)")]
    [InlineData("System.Threading.Tasks.Task.Run(() => explainer.Explain(model, loan))", "System.Threading.Tasks.Task.Run(() => explainer.Explain(model, loan, stop))")]
    public Task Fixes(string failing, string @fixed) => FixesAsync<PassToken>("TEX0208", "Pass the token", Code(failing), Code(@fixed));

    [Fact]
    public Task All() => FixesAllAsync<PassToken>(
        "TEX0208",
        [Code("(explainer.Explain(model, loan), explainer.Explain(model, rows[0]))")],
        [Code("(explainer.Explain(model, loan, stop), explainer.Explain(model, rows[0], stop))")]);

    private static string Code(string value) =>
        "[FeatureRecord] partial record Loan(int Age);\nstatic class User { static object Run(IExplainer<Loan> explainer, IModel<Loan> model, Loan loan, Dataset<Loan> rows, System.Threading.CancellationToken stop) => "
        + value + "; }\n";
}
