using static TypedExplain.Generators.Tests.Usage.UsageAssert;

namespace TypedExplain.Generators.Tests.Usage;

/// <summary>TEX0225 to TEX0230.</summary>
public class ModelDelegateTests
{
    private const string Right = "var m = Model.From<Loan>(l => l.Income + l.Age); Console.WriteLine(m);";

    [Theory]
    [InlineData("var m = Model.From<Answers>(a => a.[|Id|] + (a.First ? 1 : 0));", "Id", "Answers")]
    [InlineData("var m = Model.From<Answers>(Score); static double Score(Answers a) => a.[|Id|];", "Id", "Answers")]
    [InlineData("var m = Model.FromBatch<Answers>(all => [.. all.Select(a => (double)a.[|Id|])]);", "Id", "Answers")]
    [InlineData("var m = Model.From<Address>(a => a.[|Old|] is null ? 0 : a.Income);", "Old", "Address")]
    [InlineData("var m = Model.From<Household>(h => h.Home.[|Old|] is null ? 0 : h.Members);", "Old", "Address")]
    public void Uncarried(string failing, string member, string record) =>
        Finds("TEX0225", failing, $"'{member}' of '{record}' is in no row, so neighbors do not differ in it and its effect is never seen; make it a feature, or leave it out of the model", Right);

    /// <summary>One function in two models has one mistake, wherever the models are made.</summary>
    [Theory]
    [InlineData("static double Score(Loan l) => l.Age + [|Random.Shared.NextDouble()|]; static IModel<Loan> One() => Model.From<Loan>(Score); static IModel<Loan> Two() => Model.From<Loan>(Score);")]
    [InlineData("static double Score(Loan l) => l.Age + [|Random.Shared.NextDouble()|]; static readonly IModel<Loan> s_one = Model.From<Loan>(Score), s_two = Model.From<Loan>(Score);")]
    [InlineData("static void Run() { double Score(Loan l) => l.Age + [|Random.Shared.NextDouble()|]; Console.WriteLine(Model.From<Loan>(Score)); Console.WriteLine(Model.From<Loan>(Score)); }")]
    [InlineData("static IModel<Loan> Two() => Model.From<Loan>(l => Model.From<Loan>(other => other.Age + [|Random.Shared.NextDouble()|]).Predict(l));")]
    public void Is_told_once(string failing) => ReportsMember("TEX0227", failing, "'Random.Shared.NextDouble()' gives the same row another answer the next time; answer from only the row, or by a mean over draws with fixed seeds");

    [Theory]
    [InlineData("List<Loan> seen = []; var m = Model.From<Loan>(l => { [|seen.Add|](l); return l.Age; });", "'seen', which is outside of it,")]
    [InlineData("int calls = 0; var m = Model.From<Loan>(l => { [|calls++|]; return l.Age; });", "'calls', which is outside of it,")]
    [InlineData("double sum = 0; var m = Model.From<Loan>(l => [|sum += l.Age|]);", "'sum', which is outside of it,")]
    [InlineData("double? last = null; var m = Model.From<Loan>(l => [|last ??= l.Age|]);", "'last', which is outside of it,")]
    [InlineData("Dictionary<int, double> known = []; var m = Model.From<Loan>(l => { [|known[l.Age] = l.Income|]; return l.Age; });", "'known', which is outside of it,")]
    [InlineData("double[] all = new double[9]; var m = Model.FromBatch<Loan>(rows => { [|all[0] = rows[0].Age|]; return [.. rows.Select(l => l.Income)]; });", "'all', which is outside of it,")]
    [InlineData("int calls = 0; double Score(Loan l) { [|calls += 1|]; return l.Age; } var m = Model.From<Loan>(Score);", "'calls', which is outside of it,")]
    [InlineData("System.Text.StringBuilder log = new(); var m = Model.From<Loan>(l => { [|log.Append|](l.Age); return l.Age; });", "'log', which is outside of it,")]
    public void Changes(string failing, string owner) => Finds(
        "TEX0226",
        failing,
        $"'{failing[(failing.IndexOf("[|", StringComparison.Ordinal) + 2)..failing.IndexOf("|]", StringComparison.Ordinal)]}' changes {owner} and explainers ask from several threads at once, in an order of their own; leave it out, or use Interlocked, a lock or a concurrent collection",
        Right);

    [Theory]
    [InlineData("int calls = 0; var m = Model.From<Loan>(l => { System.Threading.Interlocked.Increment(ref calls); return l.Age; });")]
    [InlineData("List<Loan> seen = []; var m = Model.From<Loan>(l => { lock (seen) { seen.Add(l); } return l.Age; });")]
    [InlineData("System.Collections.Concurrent.ConcurrentDictionary<int, double> known = new(); var m = Model.From<Loan>(l => known.GetOrAdd(l.Age, age => age * 2.0));")]
    [InlineData("System.Collections.Concurrent.ConcurrentQueue<Loan> seen = new(); var m = Model.From<Loan>(l => { seen.Enqueue(l); return l.Age; });")]
    [InlineData("var m = Model.From<Loan>(l => { double sum = 0; for (int i = 0; i < l.Age; i++) sum += i; List<double> all = [sum]; all.Add(l.Income); all[0] = 3; return all.Sum(); });")]
    [InlineData("var m = Model.From<Loan>([\"a\", \"b\"], (l, scores) => { scores[0] = l.Age; scores[1] = l.Income; });")]
    [InlineData("var m = Model.FromRows<Loan>((rows, scores) => { for (int i = 0; i < scores.Length; i++) scores[i] = rows.Values[i * 2]; });")]
    [InlineData("var m = Model.From<Loan>(l => { l = l with { Age = 30 }; return model.Predict(l); });")]
    [InlineData("HashSet<int> ages = [30]; Console.WriteLine(ages.Add(4)); var m = Model.From<Loan>(l => ages.Contains(l.Age) ? l.Income : l.Age);")]
    [InlineData("var m = Model.From<Loan>(l => { Random dice = new(l.Age); return dice.NextDouble() + new Random(7).NextDouble(); });")]
    [InlineData("var m = Model.From<Loan>(l => { Console.WriteLine(DateTime.Now); var watch = System.Diagnostics.Stopwatch.StartNew(); double answer = l.Age; Console.WriteLine(watch.Elapsed); return answer; });")]
    [InlineData("var m = Model.FromBatch<Loan>(rows => Task.Run(() => rows.Select(l => l.Income).ToArray()).Result);")]
    [InlineData("var m = Model.From<Loan>(l => l.Housing == Housing.Own ? 1 : 0);")]
    [InlineData("var m = Model.From<Loan>(l => l.Income > 50_000 ? 0.8 : 0.3);")]
    [InlineData("var m = Model.From<Loan>(l => l.Income > 50_000 ? l.Age : 0);")]
    [InlineData("var m = Model.From<Loan>(l => (l.Income > 50_000 ? 1 : 0) + l.Age);")]
    [InlineData("var m = Model.FromBatch<Loan>(rows => new double[rows.Count]);")]
    [InlineData("var m = Model.From<Answers>(a => a.First ? 1 : 0);")]
    public void Answers_by_the_row(string right) => IsFine(right);

    [Theory]
    [InlineData("var m = Model.From<Loan>(l => l.Age + [|Random.Shared.NextDouble()|]);")]
    [InlineData("var m = Model.From<Loan>(l => l.Age + [|new Random().NextDouble()|]);")]
    [InlineData("Random dice = new(7); var m = Model.From<Loan>(l => l.Age + [|dice.NextDouble()|]);")]
    [InlineData("var m = Model.From<Loan>(l => { int noise = [|Guid.NewGuid()|].GetHashCode(); return l.Age + noise; });")]
    [InlineData("var m = Model.From<Loan>(l => [|DateTime.Now|].Year - l.Age);")]
    [InlineData("var m = Model.FromBatch<Loan>(rows => [.. rows.Select(l => l.Age + (double)[|Environment.TickCount|])]);")]
    public void Chance(string failing) => Finds(
        "TEX0227",
        failing,
        $"'{failing[(failing.IndexOf("[|", StringComparison.Ordinal) + 2)..failing.IndexOf("|]", StringComparison.Ordinal)]}' gives the same row another answer the next time; answer from only the row, or by a mean over draws with fixed seeds",
        Right);

    [Theory]
    [InlineData("var m = Model.From<Loan>(l => [|Task.FromResult(1.0 + l.Age).Result|]);")]
    [InlineData("var m = Model.From<Loan>(l => [|Task.FromResult(1.0 + l.Age).GetAwaiter().GetResult()|]);")]
    [InlineData("var m = Model.From<Loan>(l => [|Task.FromResult(1.0).ConfigureAwait(false).GetAwaiter().GetResult()|] + l.Age);")]
    [InlineData("var m = Model.From<Loan>(l => { Task<double> t = Task.FromResult(1.0 + l.Age); [|t.Wait()|]; return l.Age; });")]
    public void Waiting(string failing) => Finds(
        "TEX0228",
        failing,
        $"'{failing[(failing.IndexOf("[|", StringComparison.Ordinal) + 2)..failing.IndexOf("|]", StringComparison.Ordinal)]}' waits at every record, one after the other; ask about a whole batch at once with Model.FromBatch",
        Right);

    [Theory]
    [InlineData("var m = Model.From<Loan>(l => [|l.Income > 50_000 ? 1 : 0|]);")]
    [InlineData("var m = Model.From<Loan>(l => { return [|l.Income > 50_000 && l.Age >= 30 ? 0.0 : 1.0|]; });")]
    [InlineData("var m = Model.From<Loan>(l => [|l.Income <= 50_000 ? 1 : 0|]);")]
    [InlineData("var m = Model.From<Loan>(l => [|Convert.ToDouble(l.Income > 50_000)|]);")]
    public void Label(string failing) => Finds(
        "TEX0229",
        failing,
        $"'{failing[(failing.IndexOf("[|", StringComparison.Ordinal) + 2)..failing.IndexOf("|]", StringComparison.Ordinal)]}' is 0 or 1, so most neighbors of an instance have the same answer; give the score that is compared",
        Right);

    [Theory]
    [InlineData("var m = Model.FromBatch<Loan>(rows => { for (int i = 0; i < rows.Count; i++) { } return [|new double[3]|]; });", "new double[3]", "3")]
    [InlineData("var m = Model.FromBatch<Loan>(rows => [|new double[] { 1, 2 }|]);", "new double[] { 1, 2 }", "2")]
    public void Fixed_number_of_answers(string failing, string place, string count) =>
        Finds("TEX0230", failing, $"'{place}' has {count} answers, however many records the model is asked about; give one for each", Right);

    [Fact]
    public void The_record_that_is_asked_about() => Assert.Equal(
        ["TEX0226", "TEX0226"],
        Analysis.Of(Generation.Of("using TypedExplain; [FeatureRecord] partial class Loan { public int Age { get; set; } static object M => Model.From<Loan>(l => l.Age = 3); static object N => Model.From<Loan>(l => l.Age++); }").Output).Select(found => found.Id));
}
