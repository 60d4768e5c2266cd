using System.Text;
using TypedExplain.ML.Tests.Support;

namespace TypedExplain.ML.Tests.XGBoost;

/// <summary>Rounds behind the best one: who trained with early stopping has to say whether they count.</summary>
public class EarlyStoppingTests
{
    // What XGBoost 1.7.4 answers to the first three rows with iteration_range=(0, rounds).
    public static TheoryData<string, int, double[]> Answers => new()
    {
        { "binary", 3, [0.404764891, 0.227745757, 0.184715688] },
        { "forest", 2, [0.684738576, 0.220772013, 0.0868221372] },
        { "softprob", 2, [0.231568724, 0.253001183, 0.515430093, 0.21404995, 0.459811449, 0.326138586, 0.562156081, 0.203615502, 0.234228432] },
        { "dart", 2, [0.612258554, 0.462253571, 0.372001708] },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void TheFirstRoundsAnswerAsXGBoostDoesByThem(string name, int rounds, double[] expected)
    {
        XGBoostForest<Loan> model = XGBoostForest<Loan>.Load(ModelFiles.Path($"xgboost-{name}.json"), new() { Rounds = rounds });
        double[] scores = new double[expected.Length];
        model.Score(new EncodedRows<Loan>(ModelFiles.Encode([.. XGBoostTests.Rows.Take(3)])), scores);
        for (int i = 0; i < scores.Length; i++)
            Assert.Equal(expected[i], scores[i], 1e-6);
    }

    [Fact]
    public void AFileWithABestRoundIsAmbiguous()
    {
        string message = Assert.Throws<InvalidModelException>(() => Stopped(null)).Message;
        Assert.Contains("trained for 5 rounds, and its file says that the first 3 are its best", message, StringComparison.Ordinal);
        Assert.Equal(3, Stopped(3).Forest.TreeCount);
        Assert.Equal(5, Stopped(5).Forest.TreeCount);
        Assert.Contains("Rounds is 6, and the model was trained for 5 rounds", Assert.Throws<InvalidOptionException>(() => Stopped(6)).Message, StringComparison.Ordinal);
    }

    private static XGBoostForest<Loan> Stopped(int? rounds)
    {
        string text = File.ReadAllText(ModelFiles.Path("xgboost-binary.json")).Replace("\"best_iteration\":\"4\"", "\"best_iteration\":\"2\"", StringComparison.Ordinal);
        return XGBoostForest<Loan>.Load(new MemoryStream(Encoding.UTF8.GetBytes(text)), new() { Rounds = rounds });
    }
}
