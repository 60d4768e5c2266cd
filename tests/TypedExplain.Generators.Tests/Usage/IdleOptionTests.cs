using static TypedExplain.Generators.Tests.Usage.UsageAssert;

namespace TypedExplain.Generators.Tests.Usage;

/// <summary>TEX0204.</summary>
public class IdleOptionTests
{
    private const string Ranges = "without a Background the stated ranges tell the spread, and by them no feature is constant; remove it, or set Background";
    private const string Reading = "it is about reading, and these options are for writing; remove it, or pass the options to Csv.Read";

    [Theory]
    [InlineData("IExplainer<Loan> lime = new Lime<Loan> { Neighborhood = new GaussianNeighborhood<Loan> { [|HoldConstantFeatures = true|] } };")]
    [InlineData("INeighborhood<Loan> around = new GaussianNeighborhood<Loan>() { Samples = 9, Background = null, [|HoldConstantFeatures = true|] };")]
    [InlineData("GaussianNeighborhood<Loan> around = new() { [|HoldConstantFeatures = true|] }; var lime = new Lime<Loan> { Neighborhood = around };")]
    [InlineData("bool hold = writer is null; var statistics2 = new GaussianNeighborhood<Household> { [|HoldConstantFeatures = hold|] }.Statistics;")]
    public void Constant_features_without_a_background(string failing) => Finds(
        "TEX0204",
        failing,
        $"'HoldConstantFeatures' has no effect here: {Ranges}",
        "INeighborhood<Loan> around = new GaussianNeighborhood<Loan> { Background = train, HoldConstantFeatures = true };");

    [Theory]
    [InlineData("CollectErrors", "true")]
    [InlineData("AllowExtraColumns", "true")]
    [InlineData("MaxRowBytes", "10")]
    public void Reading_options_for_writing(string option, string value)
    {
        Finds(
            "TEX0204",
            $"Csv.Write(writer, train, new CsvOptions {{ Target = \"Paid\", [|{option} = {value}|] }});",
            $"'{option}' has no effect here: {Reading}",
            $"var read = Csv.Read<Loan>(text, new CsvOptions {{ Target = \"Paid\", {option} = {value} }}); Console.WriteLine(read);");
        Finds(
            "TEX0204",
            $"Csv.Write(\"loans.csv\", train.Rows, new() {{ [|{option} = {value}|], Delimiter = ';' }});",
            $"'{option}' has no effect here: {Reading}",
            $"Csv.Write(\"loans.csv\", train.Rows, new() {{ Delimiter = ';' }});");
    }

    [Theory]
    [InlineData("var x = new Linex<Loan> { Partition = [new GaussianNeighborhood<Loan>(), new GaussianNeighborhood<Loan>()], [|Environments = 3|] };", "Environments", "the parts of Partition are the environments; remove it, or remove Partition")]
    [InlineData("var x = new SmoothedLime<Loan> { [|Bootstrap = Bootstrap.Uniform|], Partition = [new GaussianNeighborhood<Loan>(), new GaussianNeighborhood<Loan> { Radius = 2 }] };", "Bootstrap", "the parts of Partition are the environments; remove it, or remove Partition")]
    [InlineData("TrainingSelection<Loan> around = new() { Weights = null! }; var x = new Lime<Loan> { Neighborhood = around, [|Kernel = new ExponentialKernel()|] };", "Kernel", "the neighborhood weighs its samples itself; remove it, or choose another neighborhood")]
    [InlineData("var x = new KernelShap<Loan> { Background = train, [|Samples = 500|] };", "Samples", "the few features of 'Loan' are divided exactly; remove it, or lower ExactUpTo")]
    [InlineData("var x = new KernelShap<Loan> { Background = train, Selection = FeatureSelection.Forward(1), [|Estimator = CoalitionEstimator.Adjusted|] };", "Estimator", "a selection is made from one additive fit, by the published estimator; remove it, or remove Selection")]
    [InlineData("var x = new KernelShap<Loan> { [|Estimator = CoalitionEstimator.Automatic|], Background = train, Selection = FeatureSelection.Auto(1) };", "Estimator", "a selection is made from one additive fit, by the published estimator; remove it, or remove Selection")]
    [InlineData("var x = new Maple<Loan> { Background = train, Validation = train.Select([0]), [|ValidationFraction = 0.5|] };", "ValidationFraction", "the rows to validate by are given; remove it, or remove Validation")]
    [InlineData("var x = new GridSegmentation { Rows = 2, [|BlockSize = 3|], Columns = 2 };", "BlockSize", "Rows and Columns say how many blocks there are; remove it, or remove one of them")]
    [InlineData("var x = new ExpoTrainer<Loan> { [|Regularizer = new L1Regularizer<Loan>()|], Regularizers = [new L2Regularizer<Loan>()] };", "Regularizer", "it sets the same list as Regularizers, which comes later; remove it, or add it to Regularizers")]
    [InlineData("var x = new ExpoTrainer<Loan> { [|Regularizers = [new L2Regularizer<Loan>()]|], Regularizer = new L1Regularizer<Loan>() };", "Regularizers", "Regularizer, which comes later, replaces the list; remove it, or add the later one to Regularizers")]
    public void Options_that_cancel(string failing, string option, string reason) => Finds(
        "TEX0204",
        failing,
        $"'{option}' has no effect here: {reason}",
        "var shap = new KernelShap<Loan> { Background = train, ExactUpTo = 2, Samples = 500 }; var linex = new Linex<Loan> { Partition = null, Environments = 3 }; " +
        "IReadOnlyList<INeighborhood<Loan>>? parts = writer is null ? null : []; var perhaps = new Linex<Loan> { Partition = parts, Environments = 3 }; " +
        "var lime = new Lime<Loan> { Neighborhood = new GaussianNeighborhood<Loan>(), Kernel = new ExponentialKernel() }; var grid = new GridSegmentation { Rows = 2, BlockSize = 3 };");

    [Fact]
    public void A_target_of_records() => Finds(
        "TEX0204",
        "Csv.Write(writer, train.Rows, new CsvOptions { [|Target = \"Paid\"|] });",
        "'Target' has no effect here: records have no target, which a data set has; remove it, or write a Dataset",
        "Csv.Write(writer, train, new CsvOptions { Target = \"Paid\" });");

    [Theory]
    [InlineData("var around = new GaussianNeighborhood<Loan> { HoldConstantFeatures = true }; var nearer = around with { Background = train };")]
    [InlineData("var around = new GaussianNeighborhood<Loan> { HoldConstantFeatures = true }; Use(around); void Use(GaussianNeighborhood<Loan> use) { }")]
    [InlineData("INeighborhood<Fixed> around = new GaussianNeighborhood<Fixed> { HoldConstantFeatures = true };")]
    [InlineData("INeighborhood<Loan> around = new GaussianNeighborhood<Loan> { HoldConstantFeatures = false };")]
    [InlineData("INeighborhood<Loan> around = new GaussianNeighborhood<Loan> { Center = NeighborhoodCenter.Background };")]
    [InlineData("INeighborhood<Ranked> around = new GaussianNeighborhood<Ranked> { Radius = 0.5 };")]
    [InlineData("INeighborhood<Answers> around = new GaussianNeighborhood<Answers> { Radius = 0.5, Center = NeighborhoodCenter.Background };")]
    [InlineData("INeighborhood<Couple> around = new GaussianNeighborhood<Couple> { Radius = 0.5 };")]
    [InlineData("Linex<Loan> linex = new() { Budget = 1, Bound = 2, Bootstrap = Bootstrap.ByWeight, Ridge = 0 };")]
    [InlineData("var x = new KernelShap<Loan> { Background = train, Selection = FeatureSelection.All, Estimator = CoalitionEstimator.Adjusted };")]
    [InlineData("var x = new KernelShap<Loan> { Background = train, Selection = FeatureSelection.Forward(1), Estimator = CoalitionEstimator.Published };")]
    [InlineData("CoalitionEstimator any = writer is null ? CoalitionEstimator.Published : CoalitionEstimator.Adjusted; var x = new KernelShap<Loan> { Background = train, Selection = FeatureSelection.Forward(1), Estimator = any };")]
    [InlineData("CsvOptions options = new() { CollectErrors = true }; Csv.Write(writer, train, options);")]
    [InlineData("Csv.Write(writer, train, new CsvOptions { CollectErrors = false });")]
    public void Has_an_effect_or_may_have(string right) => IsFine(right);

    [Fact]
    public void Any_record() => IsFineMember("""
        public static INeighborhood<T> Around<T>() where T : IFeatureRecord<T> => new GaussianNeighborhood<T> { HoldConstantFeatures = true, Radius = 0.5 };
        public static GaussianNeighborhood<Loan> Base { get; } = new() { HoldConstantFeatures = true };
        """);
}
