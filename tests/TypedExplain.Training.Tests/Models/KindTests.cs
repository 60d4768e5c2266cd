using TypedExplain.Tests.Zoo;
using TypedExplain.Training.Tests.Regularizers;

namespace TypedExplain.Training.Tests.Models;

/// <summary>Networks say what they answer with.</summary>
public class KindTests
{
    private static readonly Dataset<LoanApplication> s_rows = ZooData.Of<LoanApplication>(60);
    private static readonly Dataset<LoanApplication> s_two = s_rows.WithLabels(Enumerable.Range(0, s_rows.Count).Select(row => (Answer)(row % 2)));
    private static readonly ExpoTrainer<LoanApplication> s_trainer = new() { HiddenUnits = [4], MaxEpochs = 2, MinEpochs = 1 };

    [Theory]
    [InlineData(0, "score", "score")]
    [InlineData(2, "probability", "log odds")]
    [InlineData(3, "probability", "score")]
    public void ANetworkKnowsWhatItAnswersWith(int classes, string kind, string raw)
    {
        Mlp<LoanApplication> network = s_trainer.Train(classes == 0
            ? s_rows.WithTarget(Enumerable.Range(0, s_rows.Count).Select(row => row % 7.0))
            : classes == 2 ? s_two
            : s_rows.WithLabels(Enumerable.Range(0, s_rows.Count).Select(row => (Housing)(row % classes))));
        Assert.Equal((kind, raw), (network.KindOf(0).ToString(), network.Raw.KindOf(0).ToString()));
    }

    [Fact]
    public void TheLogOddsOfAProbabilityAreTheNetworksOwn()
    {
        Mlp<LoanApplication> network = s_trainer.Train(s_two);
        Lime<LoanApplication> lime = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = s_rows, Samples = 200 } };
        Explanation<LoanApplication> probability = lime.Explain(network.Output(network.Outputs[1]), s_rows[0]), logOdds = lime.Explain(network.Raw, s_rows[0]);
        Assert.Equal(LinkFunction.Logit, probability.Link);
        Assert.Equal(LinkFunction.Identity, logOdds.Link);
        for (int feature = 0; feature < 4; feature++)
            Assert.Equal(logOdds.Standardized[feature], probability.Standardized[feature], 1e-9);
    }

    [Fact]
    public void ASelfExplainingNetworkAnswersWithProbabilities()
    {
        Senn<LoanApplication> network = new SennTrainer<LoanApplication> { Epochs = 1 }.Train(s_two, s_two);
        Assert.Equal(OutputKind.Probability, network.KindOf(1));
    }

    private enum Answer
    {
        No,
        Yes,
    }
}
