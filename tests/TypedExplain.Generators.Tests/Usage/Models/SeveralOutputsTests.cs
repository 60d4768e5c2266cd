using static TypedExplain.Generators.Tests.Usage.UsageAssert;

namespace TypedExplain.Generators.Tests.Usage.Models;

/// <summary>TEX0213 and TEX0215.</summary>
public class SeveralOutputsTests
{
    private const string Labels = "Dataset<Loan> labeled = train.WithLabels(train.Rows.Select(row => row.Housing)); ";
    private const string Forest = Labels + "Forest<Loan> forest = new RandomForest<Loan> { Trees = 5 }.Train(labeled); ";

    [Theory]
    [InlineData(Forest + "Console.WriteLine(explainer.Explain([|forest|], loan));", "forest")]
    [InlineData(Forest + "var all = explainer.ExplainMany([|forest|], train.Rows, threads: 2); Console.WriteLine(all);", "forest")]
    [InlineData(Forest + "Console.WriteLine([|forest|].Predict(loan));", "forest")]
    [InlineData(Labels + "var (learned, rest) = labeled.Split(0.25, seed: 7); var forest = new RandomForest<Loan>().Train(learned); Console.WriteLine(new Infidelity<Loan>().Evaluate(explainer, [|forest|], rest));", "forest")]
    [InlineData(Labels + "var parts = labeled.Split(0.25, seed: 7); IModel<Loan> any = new ExpoTrainer<Loan>().Train(parts.Train); Console.WriteLine(new Certifier<Loan> { Explainer = new Lime<Loan>() }.Explain([|any|], loan));", "any")]
    public void One_is_explained(string failing, string model) => Finds(
        "TEX0213",
        failing,
        $"'{model}' has 3 outputs (Rent, Own, Mortgage), and one is explained at a time; choose it with 'Output(...)'",
        Forest + "Console.WriteLine(explainer.Explain(forest.Output(Housing.Rent), loan)); Console.WriteLine(new Lime<Loan>().ExplainOutputs(forest, loan)); " +
        "Console.WriteLine(forest.Predict(loan, [\"Rent\", \"Own\"])); Forest<Loan> number = new RandomForest<Loan>().Train(train); Console.WriteLine(explainer.Explain(number, loan)); " +
        "Forest<Loan> either = forest; either = number; Console.WriteLine(explainer.Explain(either, loan)); Throws(() => explainer.Explain(forest, loan)); void Throws(Func<object> run) { }");

    [Theory]
    [InlineData(Forest + "Console.WriteLine(forest.Output([|\"rent\"|]));", "\"rent\"")]
    [InlineData(Forest + "Console.WriteLine(forest.Predict(loan, [\"Rent\", [|\"Buy\"|]]).Length);", "\"Buy\"")]
    [InlineData(Forest + "Console.WriteLine(forest.Output([|Only.One|]));", "Only.One")]
    public void Has_the_output(string failing, string name) => Finds(
        "TEX0215",
        failing,
        $"The model has no output named by {name}; it has 'Rent', 'Own', 'Mortgage'",
        Forest + "Console.WriteLine(forest.Output(\"Rent\")); Console.WriteLine(forest.Output(Housing.Own)); string name = writer.ToString()!; Console.WriteLine(forest.Output(name)); Console.WriteLine(model.Output(\"anything\"));");
}
