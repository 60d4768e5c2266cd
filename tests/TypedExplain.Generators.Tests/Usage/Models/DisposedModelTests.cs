using static TypedExplain.Generators.Tests.Usage.UsageAssert;

namespace TypedExplain.Generators.Tests.Usage.Models;

/// <summary>TEX0214.</summary>
public class DisposedModelTests
{
    private const string Caller = "leave out 'using', so that the caller disposes of the model";
    private const string Use = "static Explanation<Loan> Of(IModel<Loan> model, Loan loan) => new Lime<Loan>().Explain(model, loan);\n";

    [Theory]
    [InlineData("static IEnumerable<Explanation<Loan>> Run(string f, Loan[] loans) { using OnnxModel<Loan> m = OnnxModel<Loan>.Load(f); return loans.[|Select|](loan => Of(m, loan)); }", "Select", "end it with ToList()")]
    [InlineData("static IEnumerable<double> Run(string f, Loan[] loans) { using (var m = OnnxModel<Loan>.Load(f)) { var all = loans.Select(loan => m.Predict(loan)); return all.Where(score => score > 0).[|OrderBy|](score => score); } }", "OrderBy", "end it with ToList()")]
    [InlineData("static Task<Explanation<Loan>> Run(string f, Loan loan) { using var m = OnnxModel<Loan>.Load(f); return Task.[|Run|](() => Of(m, loan)); }", "Run", "await it here")]
    [InlineData("static Func<Loan, double> Run(string f) { using var m = OnnxModel<Loan>.Load(f); return [|loan => m.Predict(loan)|]; }", "loan => m.Predict(loan)", Caller)]
    [InlineData("static IModel<Loan> Run(string f) { using var m = OnnxModel<Loan>.Load(f); return [|m|]; }", "m", Caller)]
    [InlineData("static IModel<Loan> Run(string f) { using var m = OnnxModel<Loan>.Load(f); return m.[|Output|](\"approved\"); }", "Output", Caller)]
    [InlineData("static IModel<Loan> Run(string f) { using var m = OnnxModel<Loan>.Load(f); return [|new CachedModel<Loan>(m)|]; }", "new CachedModel<Loan>(m)", Caller)]
    [InlineData("static Lazy<double> Run(string f, Loan loan) { using var m = OnnxModel<Loan>.Load(f); return [|new Lazy<double>(() => m.Predict(loan))|]; }", "new Lazy<double>(() => m.Predict(loan))", "take its Value before")]
    public void Is_asked_later(string failing, string place, string remedy) => ReportsMember(
        "TEX0214",
        Use + failing,
        $"'{place}' asks 'm' later, and by then its 'using' has disposed of it; {remedy}");

    [Theory]
    [InlineData("static IEnumerable<Explanation<Loan>> Run(string f, Loan[] loans) { using OnnxModel<Loan> m = OnnxModel<Loan>.Load(f); return loans.Select(loan => Of(m, loan)).ToList(); }")]
    [InlineData("static IEnumerable<Explanation<Loan>> Run(string f, Loan[] loans) { using OnnxModel<Loan> m = OnnxModel<Loan>.Load(f); foreach (Loan loan in loans) yield return Of(m, loan); }")]
    [InlineData("static IEnumerable<Explanation<Loan>> Run(IModel<Loan> m, Loan[] loans) => loans.Select(loan => Of(m, loan));")]
    [InlineData("static IEnumerable<Loan> Run(string f, Loan[] loans) { using var m = OnnxModel<Loan>.Load(f); double first = m.Predict(loans[0]); return loans.Where(loan => loan.Income > first); }")]
    [InlineData("static async Task<Explanation<Loan>> Run(string f, Loan loan) { using var m = OnnxModel<Loan>.Load(f); return await Task.Run(() => Of(m, loan)); }")]
    [InlineData("static OnnxModel<Loan> Run(string f) { var m = OnnxModel<Loan>.Load(f); return m; }")]
    [InlineData("static double Run(string f, Loan[] loans) { using var m = OnnxModel<Loan>.Load(f); return loans.Sum(loan => m.Predict(loan)); }")]
    [InlineData("static Func<Loan, double> Run() => loan => { using var m = OnnxModel<Loan>.Load(\"f\"); return m.Predict(loan); };")]
    [InlineData("static Forest<Loan> Run(string f, Dataset<Loan> loans) { using var m = OnnxModel<Loan>.Load(f); return new RandomForest<Loan>().Train(loans.WithTarget(loans.Rows.Select(loan => m.Predict(loan)))); }")]
    public void Is_asked_in_time_or_not_disposed_of(string right) => IsFineMember(Use + right);
}
