using static TypedExplain.Generators.Tests.Programs.ProgramAssert;

namespace TypedExplain.Generators.Tests.Programs;

/// <summary>Programs that use the packages wrongly: what is said, and where.</summary>
public class WrongUseTests
{
    /// <summary>An option, a parameter or a position outside of what it may be.</summary>
    [Theory]
    [InlineData("TEX0206", "public static object A => Given.Loans.Split([|25|], 7);")]
    [InlineData("TEX0206", "public static object A => Given.Loans.Split(testFraction: [|1.0|], seed: 7);")]
    [InlineData("TEX0206", "public static double A(Explanation<Loan> e) => e.Attribution[[|-1|]];")]
    [InlineData("TEX0206", "public static double A(Explanation<Loan> e) => e.Attribution[[|99|]];")]
    [InlineData("TEX0206", "public static object A => FeatureSelection.Auto([|0|]);")]
    [InlineData("TEX0206", "public static object A => Given.Loans.Summarize([|0|]);")]
    [InlineData("TEX0206", "public static object A => new CachedModel<Loan>(Given.Model, capacity: [|0|]);")]
    [InlineData("TEX0206", "public static object A => Given.Linex with { Budget = [|-1|] };")]
    [InlineData("TEX0206", "public static object A => new QueryBudget { MaxCalls = [|-1|] };")]
    [InlineData("TEX0206", "public static object A(IExplainer<Loan> e, Explanation<Loan>[] all) => new ExplainedRows<Loan>(Given.Loans, all, neighbors: [|-2|]);")]
    [InlineData("TEX0206", "public static object A => new Linex<Loan> { Neighborhood = new GaussianNeighborhood<Loan> { Background = Given.Loans }, Bound = [|0|] };")]
    [InlineData("TEX0206", "public static object A => new Linex<Loan> { Kernel = new ExponentialKernel { Width = [|0|] } };")]
    [InlineData("TEX0206", "public static object A => new CsvOptions { MaxRowBytes = [|0|] };")]
    [InlineData("TEX0206", "public static object A => new GridSegmentation { BlockSize = [|-1|] };")]
    [InlineData("TEX0206", "public static object A => new NaiveBayesTrainer { Smoothing = [|-0.5|] };")]
    [InlineData("TEX0206", "public static object A => new SeedVariance<Loan> { Explainer = seed => Given.Linex with { Seed = seed }, Runs = [|1|] };")]
    [InlineData("TEX0206", "public static object A => new Maple<Loan> { Background = Given.Loans, ValidationFraction = [|30|] };")]
    [InlineData("TEX0206", "public static object A(IExplainer<Loan> e) => e.ExplainMany(Given.Model, Given.Loans.Rows, threads: [|0|]);")]
    [InlineData("TEX0206", "public static object A => Given.Loans.Select([0, [|-1|]]);")]
    [InlineData("TEX0206", "public static object A => Given.Loans[[|-1|]];")]
    [InlineData("TEX0206", "public static object A => new Melime<Loan> { Neighborhood = new GaussianNeighborhood<Loan>(), Batches = [|0|] };")]
    [InlineData("TEX0206", "public static object A => new ExplanationStandard { TopReasonsDecided = [|-1|] };")]
    [InlineData("TEX0206", """public static object A => new RemoteModel<Loan>(new System.Net.Http.HttpClient(), new Uri("http://a"), "x") { BatchRows = [|0|] };""")]
    [InlineData("TEX0206", "public static object A => new GaussianNeighborhood<Loan> { Design = [|(SamplingDesign)9|] };")]
    [InlineData("TEX0206", "public static object A => OutputKind.Votes([|0|]);")]
    public void Option(string id, string member) => SaysOf(id, member);

    /// <summary>A record that its own schema does not allow.</summary>
    [Theory]
    [InlineData("TEX0207", "public static Loan A(Loan loan) => loan with { Age = [|17|] };")]
    [InlineData("TEX0207", "public static Loan A => new(30, [|-1|], Housing.Own, false);")]
    [InlineData("TEX0207", "public static Loan A => new(30, 1, [|(Housing)7|], false);")]
    [InlineData("TEX0207", """public static House A => new(Rooms: 3, Area: 50, Walls: [|"stone"|]);""")]
    [InlineData("TEX0207", "public static Loan A => new(30, [|double.NaN|], Housing.Own, false);")]
    [InlineData("TEX0207", "const int Young = 3; public static Loan A => new(Young * 5 is var x ? [|Young|] : x, 1, Housing.Own, false);")]
    [InlineData("TEX0207", "public static Loan[] A => [new(30, 1, Housing.Own, false), new([|300|], 1, Housing.Own, false)];")]
    [InlineData("TEX0207", "public static double A => Given.Model.Predict(new Loan([|101|], 1, Housing.Own, false));")]
    [InlineData("TEX0207", "public static Loan A(bool old) => new(old ? 40 : [|4|], 1, Housing.Own, false);")]
    [InlineData("TEX0207", """public static House A(House house) => house with { Walls = [|"Brick "|] };""")]
    public void Value(string id, string member) => SaysOf(id, member);

    /// <summary>Seeds that differ from run to run.</summary>
    [Theory]
    [InlineData("TEX0205", "public static object A => Given.Linex with { Seed = [|DateTime.UtcNow.GetHashCode()|] };")]
    [InlineData("TEX0205", "public static object A => Given.Linex with { Seed = [|Environment.ProcessId|] };")]
    [InlineData("TEX0205", "public static object A => Given.Loans.Split(0.5, [|new Random(DateTime.Now.Millisecond).Next()|]);")]
    [InlineData("TEX0205", "public static object A => Given.Loans.Summarize(10, seed: [|Random.Shared.Next()|]);")]
    [InlineData("TEX0205", "static readonly int s_seed = Environment.TickCount; public static object A => Given.Linex with { Seed = [|s_seed|] };")]
    [InlineData("TEX0205", "static int Seed() => Guid.NewGuid().GetHashCode(); public static object A => Given.Linex with { Seed = [|Seed()|] };")]
    [InlineData("TEX0205", """public static object A => new RandomStream([|Environment.TickCount|], "x");""")]
    [InlineData("TEX0205", "public static object A(Loan loan) => Given.Linex with { Seed = [|loan.GetHashCode()|] };")]
    [InlineData("TEX0205", "public static object A => Given.Linex with { Seed = [|BitConverter.ToInt32(Guid.NewGuid().ToByteArray())|] };")]
    [InlineData("TEX0205", "public static object A => new SeedVariance<Loan> { Explainer = seed => Given.Linex with { Seed = seed }, FirstSeed = [|(int)DateTime.Now.Ticks|] };")]
    public void Seed(string id, string member) => SaysOf(id, member);

    /// <summary>Results that nobody gets.</summary>
    [Theory]
    [InlineData("TEX0202", "public static void A() { Given.Loans.[|Split|](0.5, 3); }")]
    [InlineData("TEX0202", "public static void A(Loan loan) { foreach (int seed in new[] { 1, 2 }) (Given.Linex with { Seed = seed }).[|Explain|](Given.Model, loan); }")]
    [InlineData("TEX0202", "public static void A() { Given.Loans.[|Summarize|](10); }")]
    [InlineData("TEX0202", "public static void A(Forest<Loan> f) { f.[|Output|](Housing.Own); }")]
    [InlineData("TEX0202", "public static void A() { Given.Model.[|As|](OutputKind.Probability); }")]
    [InlineData("TEX0202", "public static void A(CsvOptions o) { o.[|Labels<Housing>|](); }")]
    [InlineData("TEX0202", "public static void A(Loan[] all) { all.ToList().ForEach(loan => Given.Linex.[|Explain|](Given.Model, loan)); }")]
    [InlineData("TEX0202", "public static async Task A(Loan loan) { await Task.[|WhenAll|](Enumerable.Range(0, 3).Select(i => Task.Run(() => Given.Linex.Explain(Given.Model, loan)))); }")]
    [InlineData("TEX0202", "public static void A(Explanation<Loan> e) { e.[|Meets|](0.9); }")]
    [InlineData("TEX0202", "public static void A(Explanation<Loan> e) { e.Attribution.[|Ranked|](); }")]
    [InlineData("TEX0202", "public static void A(KernelShap<Loan> s, Loan loan) { s.[|Values|](Given.Model, loan); }")]
    [InlineData("TEX0202", "public static void A(Loan loan) { new Thread(() => Given.Linex.[|Explain|](Given.Model, loan)).Start(); }")]
    public void Lost(string id, string member) => SaysOf(id, member);

    /// <summary>Options and data that do not go together.</summary>
    [Theory]
    [InlineData("TEX0204", "public static object A => new Linex<Loan> { Partition = [new GaussianNeighborhood<Loan>(), new GaussianNeighborhood<Loan> { Radius = 1 }], [|Environments = 3|] };")]
    [InlineData("TEX0203", """public static object A => Csv.[|Read<Loan>|]("x.csv", new CsvOptions { CollectErrors = true }).ToDataset();""")]
    [InlineData("TEX0211", """public static object A => Csv.Read<Loan>("x.csv", new CsvOptions { Target = [|"Age"|] });""")]
    [InlineData("TEX0210", "public static object A { get { var net = new RandomForest<Loan>().Train(Given.Loans); return new PointFidelity<Loan>().Evaluate(Given.Linex, net, [|Given.Loans|]); } }")]
    [InlineData("TEX0210", "public static object A { get { (var train, var test) = Given.Loans.Split(0.5, 1); var f = new RandomForest<Loan>().Train(train); return MetricTable<Loan>.Of([Given.Linex], [new Infidelity<Loan>()], f, [|train|]); } }")]
    [InlineData("TEX0204", "public static object A => new KernelShap<Loan> { Background = Given.Loans, [|Samples = 100|] };")]
    [InlineData("TEX0216", "public static void A(string json) => FeatureSchema.Of<House>().CheckJson([|FeatureSchema.Of<Loan>().ToJson()|]);")]
    [InlineData("TEX0212", "public static object A(IModel<Loan> m) => new Lime<Loan> { Neighborhood = new BinnedNeighborhood<Loan> { Background = Given.Loans }, StandardErrors = false }.Explain(m, Given.Loans[0]).Meets(0.5, 0, [|0.1|]);")]
    [InlineData("TEX0201", "public static double A(Explanation<Loan> e) => e.Attribution[[|HouseFeatures.Rooms|]];")]
    public void Combination(string id, string member) => SaysOf(id, member);
}
