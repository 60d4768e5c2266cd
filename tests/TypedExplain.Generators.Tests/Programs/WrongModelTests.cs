using static TypedExplain.Generators.Tests.Programs.ProgramAssert;

namespace TypedExplain.Generators.Tests.Programs;

/// <summary>Models, effects and outcomes that are used wrongly: what is said, and where.</summary>
public class WrongModelTests
{
    /// <summary>Models that do not answer by the row.</summary>
    [Theory]
    [InlineData("TEX0227", "public static object A => Model.From<Loan>(l => [|DateTime.UtcNow|].Hour + l.Age);")]
    [InlineData("TEX0228", """public static object A(System.Net.Http.HttpClient c) => Model.From<Loan>(l => [|c.GetStringAsync("x").Result|].Length);""")]
    [InlineData("TEX0228", """public static object A(System.Net.Http.HttpClient c) => Model.From<Loan>(l => [|c.GetStringAsync("x").GetAwaiter().GetResult()|].Length);""")]
    [InlineData("TEX0229", "public static object A => Model.From<Loan>(l => [|l.Income >= 5 ? 1.0 : 0.0|]);")]
    [InlineData("TEX0229", "public static object A => Model.From<Loan>(l => { if ([|l.Income > 5|]) return 1; return 0; });")]
    [InlineData("TEX0229", "public static object A => Model.From<Loan>(l => [|Convert.ToDouble(l.Income > 5)|]);")]
    [InlineData("TEX0226", "static int s_calls; public static object A => Model.From<Loan>(l => { [|s_calls++|]; return l.Age; });")]
    [InlineData("TEX0227", "public static object A => Model.FromBatch<Loan>(all => { Random dice = [|new()|]; return [.. all.Select(l => l.Age + dice.NextDouble())]; });")]
    [InlineData("TEX0226", "public static object A(Queue<double> q) => Model.From<Loan>(l => l.Age + [|q.Dequeue|]());")]
    [InlineData("TEX0227", "public static object A => Model.FromRows<Loan>((rows, scores) => { for (int i = 0; i < scores.Length; i++) scores[i] = [|Random.Shared.NextDouble()|]; });")]
    [InlineData("TEX0229", "public static object A => Model.From<Loan>(l => [|l.Income > 5 && l.Age > 3 ? 1 : 0|]);")]
    [InlineData("TEX0229", "public static object A => Model.From<Loan>(l => [|l switch { { Income: > 5 } => 1, _ => 0 }|]);")]
    [InlineData("TEX0227", "public static object A => Model.From<Loan>(l => l.Income + [|l.GetHashCode()|]);")]
    public void Model(string id, string member) => SaysOf(id, member);

    /// <summary>Effects of different units, compared or added.</summary>
    [Theory]
    [InlineData("TEX0209", "public static bool A(Explanation<Loan> e) => [|Math.Abs(e.Attribution.Age) > Math.Abs(e.Attribution.Income)|];")]
    [InlineData("TEX0209", "public static double A(Explanation<Loan> e) { double a = e.Attribution.Age, b = e.Attribution.Income; return [|a + b|]; }")]
    [InlineData("TEX0209", "public static object A(Explanation<Loan> e) => new[] { e.Attribution.Age, e.Attribution.Income }.[|Max|]();")]
    [InlineData("TEX0209", "public static double A(Explanation<Loan> e) { double sum = e.Attribution.Age; [|sum += e.Attribution.Income|]; return sum; }")]
    [InlineData("TEX0209", "public static object A(Explanation<Loan> e) => e.Attribution.AsSpan().ToArray().[|Max|]();")]
    [InlineData("TEX0209", "public static int A(Explanation<Loan> e) => [|e.Attribution.Age.CompareTo(e.Attribution.Income)|];")]
    public void Units(string id, string member) => SaysOf(id, member);

    /// <summary>Outcomes that are not looked at.</summary>
    [Theory]
    [InlineData("TEX0220", """public static string A(Outcome<Loan> o) => o [|switch|] { Certified<Loan> => "c", BestEffort<Loan> => "b" };""")]
    [InlineData("TEX0221", """public static string A(Outcome<Loan> o) => o switch { Certified<Loan> or [|BestEffort<Loan>|] => "ok", Refused<Loan> r => r.Reason };""")]
    [InlineData("TEX0222", "public static object A(Outcome<Loan> o) => ([|o as Certified<Loan>|])!.Explanation;")]
    [InlineData("TEX0220", "public static object A(Outcome<Loan> o) { [|switch|] (o) { case Certified<Loan> c: return c; case Refused<Loan> r: return r; } return 0; }")]
    [InlineData("TEX0222", "public static object A(IEnumerable<Outcome<Loan>> all) => all.[|Cast<Certified<Loan>>|]();")]
    public void Union(string id, string member) => SaysOf(id, member);

    /// <summary>A token at hand that is not passed on.</summary>
    [Theory]
    [InlineData("TEX0208", "public static async Task<object> A(Loan loan, CancellationToken stop) => await Task.Run(() => Given.Linex.[|Explain|](Given.Model, loan), stop);")]
    [InlineData("TEX0208", "public static object A(Loan[] all, CancellationToken stop) => all.Select(loan => Given.Linex.[|Explain|](Given.Model, loan)).ToArray();")]
    [InlineData("TEX0208", "public static object A(CancellationToken stop = default) => new RandomForest<Loan>().[|Train|](Given.Loans);")]
    [InlineData("TEX0208", "public static object A(IExplainer<Loan> e, CancellationToken stop) => MetricTable<Loan>.[|Of|]([e], [new Infidelity<Loan>()], Given.Model, Given.Loans);")]
    public void Token(string id, string member) => SaysOf(id, member);
}
