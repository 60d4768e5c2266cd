using static TypedExplain.Generators.Tests.Usage.UsageAssert;

namespace TypedExplain.Generators.Tests.Usage;

/// <summary>TEX0206.</summary>
public class OptionOutOfRangeTests
{
    private const string Right = "var lime = new Lime<Loan> { Ridge = 0, Neighborhood = new GaussianNeighborhood<Loan> { Samples = 2, Radius = 1e-9 } };";

    [Theory]
    [InlineData("var around = new GaussianNeighborhood<Loan> { Samples = [|0|] };", "'Samples' of 'GaussianNeighborhood<Loan>' is 0; it must be at least 2")]
    [InlineData("var around = new GaussianNeighborhood<Loan> { Radius = [|-0.3|] };", "'Radius' of 'GaussianNeighborhood<Loan>' is -0.3; it must be above 0")]
    [InlineData("var around = new KdeNeighborhood<Loan> { Background = train, Radius = [|0|] };", "'Radius' of 'KdeNeighborhood<Loan>' is 0; it must be above 0")]
    [InlineData("var around = new GaussianNeighborhood<Loan> { Radius = [|double.PositiveInfinity|] };", "'Radius' of 'GaussianNeighborhood<Loan>' is Infinity; it must be above 0 and finite")]
    [InlineData("var around = new GaussianNeighborhood<Loan> { Samples = writer is null ? 500 : [|1|] };", "'Samples' of 'GaussianNeighborhood<Loan>' is 1; it must be at least 2")]
    [InlineData("var some = train.Select([0, [|-1|]]);", "'rows' of 'Select' is -1; it must be at least 0")]
    [InlineData("var lime = new Lime<Loan> { Ridge = [|-1|] };", "'Ridge' of 'LinearExplainer<Loan>' is -1; it must be at least 0")]
    [InlineData("var lime = new Lime<Loan> { Ridge = [|double.NaN|] };", "'Ridge' of 'LinearExplainer<Loan>' is NaN; it must be at least 0")]
    [InlineData("const int none = 0; var linex = new Linex<Loan>() with { Environments = [|none + 1|] };", "'Environments' of 'EnvironmentExplainer<Loan>' is 1; it must be from 2 to 1024")]
    [InlineData("var linex = new Linex<Loan> { Tolerance = [|1|] };", "'Tolerance' of 'Linex<Loan>' is 1; it must be above 0 and below 1")]
    [InlineData("var standard = new ExplanationStandard { MinimumSignAgreement = [|1.5|] };", "'MinimumSignAgreement' of 'ExplanationStandard' is 1.5; it must be from 0 to 1; write 0.015 for 1.5 %")]
    [InlineData("var standard = new ExplanationStandard { MinimumFit = [|2|] };", "'MinimumFit' of 'ExplanationStandard' is 2; it must be at most 1")]
    [InlineData("var certifier = new Certifier<Loan> { Explainer = explainer, MaxQueries = [|0|] };", "'MaxQueries' of 'Certifier<Loan>' is 0; it must be at least 1")]
    [InlineData("var shap = new KernelShap<Loan> { Background = train, ExactUpTo = 0, Samples = [|1|] };", "'Samples' of 'KernelShap<Loan>' is 1; it must be at least 2")]
    [InlineData("var shap = new PermutationShap<Loan> { Background = train, Permutations = [|2_000_000|] };", "'Permutations' of 'PermutationShap<Loan>' is 2000000; it must be from 1 to 1000000")]
    [InlineData("var forest = new RandomForest<Loan> { MaxDepth = [|0|] };", "'MaxDepth' of 'RandomForest<Loan>' is 0; it must be at least 1")]
    [InlineData("var trainer = new ExpoTrainer<Loan> { HiddenUnits = [32, [|0|]] };", "'HiddenUnits' of 'ExpoTrainer<Loan>' is 0; it must be at least 1")]
    [InlineData("var trainer = new ExpoTrainer<Loan> { ValidationFraction = [|20|] };", "'ValidationFraction' of 'ExpoTrainer<Loan>' is 20; it must be above 0 and below 1; write 0.2 for 20 %")]
    [InlineData("var trainer = new ExpoTrainer<Loan> { Regularizer = new FidelityRegularizer<Loan> { Weight = [|-1|] } };", "'Weight' of 'NeighborhoodRegularizer<Loan>' is -1; it must be at least 0")]
    [InlineData("var search = new ConfigurationSearch<Loan> { HeldOutFraction = [|1|] };", "'HeldOutFraction' of 'ConfigurationSearch<Loan>' is 1; it must be above 0 and below 1")]
    [InlineData("var kernel = new ExponentialKernel { Width = [|0|] };", "'Width' of 'ExponentialKernel' is 0; it must be above 0")]
    [InlineData("var options = new CsvOptions { MaxRowBytes = [|-1|] };", "'MaxRowBytes' of 'CsvOptions' is -1; it must be at least 1")]
    [InlineData("var parts = train.Split(testFraction: [|25|], seed: 1);", "'testFraction' of 'Split' is 25; it must be above 0 and below 1; write 0.25 for 25 %")]
    [InlineData("var parts = train.Split([|0|], 1);", "'testFraction' of 'Split' is 0; it must be above 0 and below 1")]
    [InlineData("var score = new Infidelity<Loan>().Evaluate(explainer, model, train, neighbors: [|0|]);", "'neighbors' of 'Evaluate' is 0; it must be at least 1")]
    [InlineData("var many = explainer.ExplainMany(model, train.Rows, threads: [|0|]);", "'threads' of 'ExplainMany' is 0; it must be at least 1")]
    [InlineData("var few = FeatureSelection.Forward([|0|]);", "'features' of 'Forward' is 0; it must be at least 1")]
    [InlineData("var memory = new CachedModel<Loan>(model, [|0|]);", "'capacity' of 'CachedModel<Loan>' is 0; it must be at least 1")]
    [InlineData("var around = new GaussianNeighborhood<Loan> { Design = [|(SamplingDesign)9|] };", "'Design' of 'GaussianNeighborhood<Loan>' is 9; it must be one of Independent, AntitheticPairs, OrthogonalPairs, LatinHypercube")]
    [InlineData("var first = train[[|-1|]];", "'row' of 'Dataset<Loan>' is -1; it must be at least 0")]
    [InlineData("var effect = explanation.Attribution[[|3|]];", "'index' of 'FeatureVector<Loan>' is 3; it must be from 0 to 2")]
    [InlineData("var effect = explanation.Standardized[index: [|-1|]];", "'index' of 'FeatureVector<Loan>' is -1; it must be from 0 to 2")]
    public void Constant(string failing, string message) => Finds("TEX0206", failing, message, Right);

    [Theory]
    [InlineData("var effect = explanation.Attribution[2] + household.Attribution[6];")]
    [InlineData("int samples = 0; var around = new GaussianNeighborhood<Loan> { Samples = samples };")]
    [InlineData("var linex = new Linex<Loan> { Budget = double.PositiveInfinity, Bound = null };")]
    [InlineData("var standard = new ExplanationStandard { MaximumHalfWidth = double.PositiveInfinity, MinimumFit = -5 };")]
    [InlineData("var trainer = new ExpoTrainer<Loan> { HiddenUnits = [], MinEpochs = 0, BatchSize = null };")]
    [InlineData("var parts = train.Split(0.999, -5);")]
    [InlineData("Throws(() => new Lime<Loan> { Ridge = -1 }.Explain(model, loan)); static void Throws(Action run) => Console.WriteLine(run);")]
    [InlineData("Throws(() => { var bad = train.Split(25, 1); }); static void Throws(Action run) => Console.WriteLine(run);")]
    [InlineData("await ThrowsAsync(async () => { await Task.Yield(); _ = train[-1]; }); static Task ThrowsAsync(Func<Task> run) => run();")]
    [InlineData("#pragma warning disable TEX0206\nvar lime = new Lime<Loan> { Ridge = -1 };")]
    public void Fine(string right) => IsFine(right);

    [Fact]
    public void Options_of_the_user() => IsFineMember("""
        public sealed class Mine { [OptionRange(AtLeast = 1, Below = 9)] public int Rounds { get; init; } = 3; public int Samples { get; init; } }
        public static void Run() => Console.WriteLine(new Mine { Rounds = 8, Samples = 0 });
        """);

    [Fact]
    public void An_option_of_the_user_out_of_range() => ReportsMember(
        "TEX0206",
        """
        public class Mine { [OptionRange(AtLeast = 1, Below = 9)] public virtual int Rounds { get; init; } = 3; }
        public sealed class More : Mine { public override int Rounds { get; init; } = 4; }
        public static void Run() => Console.WriteLine(new More { Rounds = [|9|] });
        """,
        "'Rounds' of 'User.More' is 9; it must be at least 1 and below 9");
}
