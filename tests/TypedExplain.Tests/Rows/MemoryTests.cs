using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Rows;

/// <summary>Models that remember rows do not take an instance for another one with the same columns.</summary>
public class MemoryTests
{
    private static readonly Visit s_east = new(70, new(2024, 6, 1, 12, 0, 0, TimeSpan.FromHours(2)), 5, "east"), s_west = s_east with { Ward = "west" };

    private static readonly GaussianNeighborhood<Visit> s_around = new() { Background = new([s_east, new(50, s_east.Arrival.AddDays(1), 6)]), Samples = 40 };

    [Fact]
    public void ACacheOfRecordsTellsThemApart()
    {
        int asked = 0;
        CachedModel<Visit> model = new(Counted(ref asked, out Func<int> count));
        Assert.Equal((1, 0, 1, 0), (model.Predict(s_east), model.Predict(s_west), model.Predict(s_east with { }), model.Predict(s_west with { })));
        Assert.Equal(2, count());

        // An equal instance has the same neighbors; another one's inherit from it.
        Explanation<Visit> east = new Lime<Visit> { Neighborhood = s_around }.Explain(model, s_east), west = new Lime<Visit> { Neighborhood = s_around }.Explain(model, s_west);
        Assert.Equal((1, 0.0, 0, null), (east.Prediction, east.RowLoss!.RowPrediction, west.Prediction, west.RowLoss));
        int before = count();
        Assert.Equal(Bits.Of(east), Bits.Of(new Lime<Visit> { Neighborhood = s_around }.Explain(model, s_east with { })));
        Assert.Equal(before, count());
        Assert.Equal(Bits.Of(east), Bits.Of(new Lime<Visit> { Neighborhood = s_around }.Explain(Model.From<Visit>(visit => visit.Ward == "east" ? 1 : 0), s_east)));
    }

    [Fact]
    public void ACacheOfRowsTakesEqualColumnsForTheSame()
    {
        int asked = 0;
        CachedModel<Visit> model = new(Model.FromRows<Visit>((rows, scores) =>
        {
            asked += rows.Count;
            scores.Fill(3);
        }));
        Explanation<Visit> first = new Lime<Visit> { Neighborhood = s_around }.Explain(model, s_east);
        int once = asked;
        Explanation<Visit> second = new Lime<Visit> { Neighborhood = s_around }.Explain(model, s_west);
        Assert.Equal((once, null, null), (asked, first.RowLoss, second.RowLoss));
        Assert.InRange(once, 1, 40);
    }

    [Fact]
    public void AnInstanceThatChangesIsNotTakenForWhatItWas()
    {
        CachedModel<Holder> model = new(Model.From<Holder>(account => account.Owner.Length));
        Holder account = new() { Balance = 3, Owner = "Ann" };
        Assert.Equal(3, model.Predict(account));
        account.Owner = "Bertha";
        Assert.Equal(6, model.Predict(account));
    }

    [Fact]
    public void ACertifierCountsWhatTheRowStandsForOnce()
    {
        int asked = 0;
        IModel<Visit> model = Counted(ref asked, out Func<int> count);
        Certifier<Visit> certifier = new() { Explainer = new Lime<Visit> { Neighborhood = s_around }, Standard = new() { MinimumSignAgreement = 1 }, MaxQueries = 100 };
        BestEffort<Visit> best = Assert.IsType<BestEffort<Visit>>(certifier.Explain(model, s_east));
        Assert.Equal((100, 100), (best.Queries, count()));
        Assert.Equal((1, 0.0), (best.Explanation.Prediction, best.Explanation.RowLoss!.RowPrediction));

        Refused<Visit> refused = Assert.IsType<Refused<Visit>>((certifier with { MaxQueries = 40 }).Explain(model, s_east));
        Assert.Contains("leaves none, after the 40 samples of one neighborhood, for the record that the instance's row stands for", refused.Reason);
    }

    [Fact]
    public void AConsensusAsksOnce()
    {
        ConsensusExplanation<Visit> consensus = new Consensus<Visit> { Explainers = [new Lime<Visit> { Neighborhood = s_around }, new Linex<Visit> { Neighborhood = s_around }] }
            .Explain(Model.From<Visit>(visit => visit.Ward == "east" ? 1 : 0), s_east);
        Assert.Equal(41, consensus.Queries);
        Assert.All(consensus.Explanations, explanation => Assert.Equal((1, 0.0), (explanation.Prediction, explanation.RowLoss!.RowPrediction)));
    }

    private static IModel<Visit> Counted(ref int start, out Func<int> count)
    {
        int asked = start;
        count = () => asked;
        return Model.From<Visit>(visit =>
        {
            asked++;
            return visit.Ward == "east" ? 1 : 0;
        });
    }
}
