using System.Text.RegularExpressions;
using TypedExplain.Tests.Support;
using TypedExplain.Training;

namespace TypedExplain.Onnx.Tests.Pages;

/// <summary>The page on ONNX: its code is that of PageCode.cs, word for word, and so compiles; what can run does.</summary>
public class PageTests
{
    private static readonly Dataset<Loan> s_background = new(Enumerable.Range(0, 60).Select(i => new Loan(18 + (i * 7 % 60), 20_000 + (i * 3571 % 90_000), new[] { "Rent", "Mortgage", "Own" }[i % 3], i % 5 == 0)));

    [Fact]
    public void EveryBlockOfCodeIsCompiled()
    {
        string compiled = File.ReadAllText(Path.Combine(Repository.Root, "tests", "TypedExplain.Onnx.Tests", "Pages", "PageCode.cs"));
        MatchCollection blocks = Regex.Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "onnx.md")), "```csharp\n(.*?)```", RegexOptions.Singleline);
        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.Contains(block.Groups[1].Value, compiled, StringComparison.Ordinal));
    }

    [Fact]
    public void LoadsAndExplains()
    {
        Explanation<Loan> explanation = LoadAndExplain.Run(Support.Loans.File("classifier"), s_background, s_background[3]);
        Assert.Equal("good", explanation.Output);
    }

    [Fact]
    public void ExplainsTrees()
    {
        ShapValues<Loan> values = Trees.Explain(Support.Loans.File("tree-logistic"), s_background, s_background[3]);
        Assert.Equal("log-odds of yes", values.Output);
    }

    [Fact]
    public void Exports()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        Dataset<Loan> data = s_background.WithLabels(s_background.Rows.Select(loan => loan.HasDefaulted ? DayOfWeek.Monday : DayOfWeek.Friday));
        Export.Write(new ExpoTrainer<Loan> { HiddenUnits = [4], MaxEpochs = 2, MinEpochs = 1 }.Train(data), new RandomForest<Loan> { Trees = 3 }.Train(data), folder.FullName);
        using OnnxModel<Loan> network = OnnxModel<Loan>.Load(Path.Combine(folder.FullName, "network.onnx"));
        Assert.Equal(Enum.GetNames<DayOfWeek>(), network.Outputs.AsEnumerable());
        Assert.Contains("Loan", Assert.Throws<InvalidSchemaException>(() => OnnxModel<TypedExplain.Tests.Zoo.LoanApplication>.Load(Path.Combine(folder.FullName, "forest.onnx"))).Message);
        folder.Delete(recursive: true);
    }
}
