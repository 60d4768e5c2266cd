using static TypedExplain.Generators.Tests.Usage.UsageAssert;

namespace TypedExplain.Generators.Tests.Usage;

/// <summary>TEX0210.</summary>
public class JudgedByItsTrainingRowsTests
{
    [Theory]
    [InlineData("var network = new ExpoTrainer<Loan>().Train(train, [|train|]);", "train", "'Train' learns from it, too")]
    [InlineData("var senn = new SennTrainer<Loan>().Train(validation: [|train|], train: train);", "train", "'Train' learns from it, too")]
    [InlineData("var frontier = new ExpoFrontier<Loan> { Explainers = [explainer] }.Run(train, [|train|]);", "train", "'Run' learns from it, too")]
    [InlineData("Dataset<Loan> rows = train.Select([0, 1]); var network = new ExpoTrainer<Loan>().Train(rows, [|rows|]);", "rows", "'Train' learns from it, too")]
    [InlineData("(Dataset<Loan> one, Dataset<Loan> two) = train.Split(0.5, 1); var network = new ExpoTrainer<Loan>().Train(two, [|two|]);", "two", "'Train' learns from it, too")]
    [InlineData("Forest<Loan> forest = new RandomForest<Loan>().Train(train); var score = new Infidelity<Loan>().Evaluate(explainer, forest, [|train|]);", "train", "'forest' learned from it")]
    [InlineData("IModel<Loan> own = new RandomForest<Loan>().Train(train).Output(Housing.Rent); var score = new Infidelity<Loan>().Evaluate(explainer, own, data: [|train|]);", "train", "'own' learned from it")]
    [InlineData("var network = new ExpoTrainer<Loan>().Train(train); var table = MetricTable<Loan>.Of([explainer], [new Infidelity<Loan>()], network, [|train|]);", "train", "'network' learned from it")]
    public void Same_rows(string failing, string rows, string why) => Finds(
        "TEX0210",
        failing,
        $"'{rows}' is what the result is judged by, and {why}, so the numbers flatter; keep rows apart with 'Split'",
        "(Dataset<Loan> some, Dataset<Loan> others) = train.Split(0.2, 1); var network = new ExpoTrainer<Loan>().Train(some, others);");

    [Theory]
    [InlineData("Dataset<Loan> rows = train; var first = new ExpoTrainer<Loan>().Train(train, rows); rows = train.Select([1]);")]
    [InlineData("var network = new ExpoTrainer<Loan>().Train(train, train.Select([0, 1]));")]
    [InlineData("var forest = new RandomForest<Loan>().Train(train.Select([0, 1])); var score = new Infidelity<Loan>().Evaluate(explainer, forest, train);")]
    [InlineData("var forest = new RandomForest<Loan>().Train(train); var score = new Infidelity<Loan>().Evaluate(explainer, model, train); Console.WriteLine(forest);")]
    [InlineData("var forest = new RandomForest<Loan>().Train(train); forest = new RandomForest<Loan>().Train(train.Select([0])); var score = new Infidelity<Loan>().Evaluate(explainer, forest, train);")]
    public void Other_rows_or_not_known(string right) => IsFine(right);

    [Fact]
    public void A_field() => ReportsMember(
        "TEX0210",
        "private static readonly Dataset<Loan> s_rows = new([]); public static object Run() => new ExpoTrainer<Loan>().Train(s_rows, [|s_rows|]);",
        "'s_rows' is what the result is judged by, and 'Train' learns from it, too, so the numbers flatter; keep rows apart with 'Split'");
}
