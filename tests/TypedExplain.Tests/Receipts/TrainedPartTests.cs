using TypedExplain.Media;
using TypedExplain.Tests.Media;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Receipts;

/// <summary>Trained parts of an explainer are subjects of its receipts by their digest, and are given to a replay.</summary>
public class TrainedPartTests
{
    private static readonly Word2Vec s_words = new(["good", "fine", "bad", "poor", "bread"], [1, 0, 0.9f, 0.1f, -1, 0, -0.9f, 0.1f, 0, 1]);

    [Fact]
    public void Word_vectors()
    {
        Lime<Listing> lime = Lime(s_words);
        Receipt<Listing> receipt = Receipt<Listing>.FromJson(Receipt.Of(lime.Explain(MediaZoo.Worth, MediaZoo.Offer), MediaZoo.Worth).ToJson());

        Assert.Contains(new ReceiptSubject("neighborhood.text.words", s_words.Sha256), receipt.Subjects);
        Assert.StartsWith("cannot be replayed: The neighborhood of texts was TypedExplain.Word2VecNeighborhood", receipt.Replay(MediaZoo.Worth).ToString(), StringComparison.Ordinal);
        Assert.IsType<Identical>(receipt.Replay(MediaZoo.Worth, lime));
        Differs differs = Assert.IsType<Differs>(receipt.Replay(MediaZoo.Worth, Lime(new(["good", "fine", "bad", "poor", "bread"], [1, 0, 0.9f, 0.1f, -1, 0, -0.9f, 0.1f, 0.01f, 1]))));
        Assert.Equal(ReplayCause.OtherOptions, differs.Reasons[0].Cause);
        Assert.Contains("neighborhood.text.words.sha256 was ", differs.Reasons[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_forest_of_Maple()
    {
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        FittedMaple<LoanApplication> maple = new Maple<LoanApplication> { Background = loans, Trees = 9 }.Fit(model);
        Receipt<LoanApplication> receipt = Receipt.Of(maple.Explain(loans[3]), model);

        Assert.Equal(["schema:LoanApplication", "background", "forest"], receipt.Subjects.Select(subject => subject.Name));
        Assert.IsType<Identical>(receipt.Replay(model, maple));
        Assert.IsType<Identical>(receipt.Replay(model, loans));
        Linex<LoanApplication> real = new() { Neighborhood = new TrainingSelection<LoanApplication> { Weights = maple.Weights, Samples = 25 } };
        Receipt<LoanApplication> selected = Receipt.Of(real.Explain(model, loans[3]), model);
        Assert.IsType<CannotReplay>(selected.Replay(model, loans));
        Assert.IsType<Identical>(selected.Replay(model, real));
    }

    private static Lime<Listing> Lime(Word2Vec words) => new() { Neighborhood = new MediaNeighborhood<Listing> { Samples = 80, Text = new Word2VecNeighborhood { Words = words } } };
}
