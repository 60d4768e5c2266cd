using static TypedExplain.Generators.Tests.Usage.UsageAssert;

namespace TypedExplain.Generators.Tests.Usage;

/// <summary>TEX0208.</summary>
public class TokenNotPassedTests
{
    private const string Given = "IExplainer<Loan> explainer, IModel<Loan> model, Loan loan, Dataset<Loan> train";

    [Theory]
    [InlineData("static Explanation<Loan> Run(@, CancellationToken stop) => explainer.[|Explain|](model, loan);")]
    [InlineData("static Task<Explanation<Loan>> Run(@, CancellationToken stop) => Task.Run(() => explainer.[|Explain|](model, loan));")]
    [InlineData("static async Task Run(@, CancellationToken stop) { await Task.Yield(); _ = explainer.[|Explain|](model, loan); }")]
    [InlineData("static void Run(@) { _ = Later(default); Explanation<Loan> Later(CancellationToken stop) => explainer.[|Explain|](model, loan); }")]
    [InlineData("static Func<CancellationToken, Explanation<Loan>> Run(@) => stop => explainer.[|Explain|](model, loan);")]
    public void Not_passed(string failing) => ReportsMember(
        "TEX0208",
        failing.Replace("@", Given),
        "'Explain' could be canceled by 'stop', which it is not given; write 'cancellation: stop', or 'CancellationToken.None' if it must finish");

    [Theory]
    [InlineData("static object Run(@, CancellationToken stop) => new RandomForest<Loan>().[|Train|](train);", "Train")]
    [InlineData("static object Run(@, CancellationToken stop) => new Maple<Loan> { Background = train }.[|Fit|](model);", "Fit")]
    [InlineData("static object Run(@, CancellationToken stop) => new ExpoTrainer<Loan>().[|Train|](train);", "Train")]
    [InlineData("static object Run(@, CancellationToken stop) => explainer.[|ExplainMany|](model, train.Rows);", "ExplainMany")]
    [InlineData("static object Run(@, CancellationToken stop) => new Infidelity<Loan>().[|Evaluate|](explainer, model, train);", "Evaluate")]
    public void All_packages(string failing, string method) => ReportsMember(
        "TEX0208",
        failing.Replace("@", Given),
        $"'{method}' could be canceled by 'stop', which it is not given; write 'cancellation: stop', or 'CancellationToken.None' if it must finish");

    [Theory]
    [InlineData("static object Run(@, CancellationToken stop) => explainer.Explain(model, loan, stop);")]
    [InlineData("static object Run(@, CancellationToken stop) => explainer.Explain(model, loan, CancellationToken.None);")]
    [InlineData("static object Run(@, CancellationToken stop) => explainer.Explain(model, loan, default);")]
    [InlineData("static object Run(@) => explainer.Explain(model, loan);")]
    [InlineData("static object Run(@, CancellationToken stop) => (stop, train.Split(testFraction: 0.5, seed: 1));")]
    [InlineData("static void Run(@, CancellationToken stop) { stop.ThrowIfCancellationRequested(); _ = Inner(explainer, model, loan); static object Inner(IExplainer<Loan> explainer, IModel<Loan> model, Loan loan) => explainer.Explain(model, loan); }")]
    [InlineData("static object Run(@, out CancellationToken stop) { stop = default; return explainer.Explain(model, loan); }")]
    [InlineData("static void Own(CancellationToken cancellation = default) { } static void Run(@, CancellationToken stop) => Own();")]
    public void Passed_or_none_at_hand(string right) => IsFineMember(right.Replace("@", Given));
}
