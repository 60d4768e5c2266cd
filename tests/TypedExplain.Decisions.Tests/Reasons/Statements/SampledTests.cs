using TypedExplain.Decisions.Tests.Reasons.Support;

namespace TypedExplain.Decisions.Tests.Reasons.Statements;

/// <summary>Twenty features: orders of them are drawn, and what is stated then is what the trees say exactly.</summary>
public class SampledTests
{
    private static readonly Dataset<Wide> s_past = Wide.Draw(40, seed: 1);

    private static readonly PrincipalReasons<Wide> s_reasons = new() { Reference = Reference.AllApplicants(s_past), Cutoff = 1e6, MaxReasons = 2, MaxQueries = 600_000 };

    private static readonly Forest<Wide> s_forest = Trained(one => (6 * one[0]) + (5 * one[1] * one[2]) + (4 * Math.Max(one[3], one[4]) * one[5]) + (one[6] > 0.5 ? one[7] * 3 : 0));

    [Fact]
    public void What_is_stated_is_exactly_so_or_nothing_is()
    {
        int stated = 0;
        foreach (Wide person in Wide.Draw(12, seed: 2).Rows)
        {
            if (s_reasons.State(Model.FromRows<Wide>(s_forest.Score), person) is not Stated<Wide> drawn)
                continue;
            Stated<Wide> exact = Assert.IsType<Stated<Wide>>(s_reasons.State(s_forest, person));
            stated++;
            Assert.Equal(("TreeSHAP", "PermutationSHAP"), (exact.Explainer.Name, drawn.Explainer.Name));
            Assert.Equal(exact.Reasons.Select(reason => reason.Reason.CodeText).Order(), drawn.Reasons.Select(reason => reason.Reason.CodeText).Order());
        }

        Assert.True(stated >= 4, $"{stated} of 12");
    }

    [Fact]
    public void An_additive_score_of_many_features_is_known_from_a_few_orders()
    {
        IModel<Wide> model = Additive(Enumerable.Range(0, Wide.Features - 1).Select(i => 1.0 + i));
        Wide person = new([.. Enumerable.Repeat(0.1, Wide.Features)]);
        Stated<Wide> stated = Assert.IsType<Stated<Wide>>((s_reasons with { MaxReasons = 4, MaxQueries = 20_000 }).State(model, person));

        Assert.Equal(4, stated.Reasons.Length);
        foreach (StatedReason<Wide> reason in stated.Reasons)
        {
            int i = reason.Features[0].Index;
            Assert.Equal((1.0 + i) * (0.1 - s_past.Rows.Average(one => one.Numbers[i])), reason.Contribution, 9);
        }
    }

    [Fact]
    public void A_protected_feature_is_refused_though_it_has_a_reason()
    {
        IModel<Wide> model = Additive([1, 1, .. Enumerable.Repeat(0.0, Wide.Features - 3), 50]);
        ReasonsRefused<Wide> refused = Assert.IsType<ReasonsRefused<Wide>>(s_reasons.State(model, new([.. Enumerable.Repeat(0.1, Wide.Features)])));

        Assert.Equal(RefusalCause.ProtectedFeature, refused.Cause);
        Assert.Contains("X19", refused.Explanation);
        Assert.DoesNotContain("0.1", refused.Explanation);
    }

    [Fact]
    public void A_protected_feature_that_the_model_does_not_read_hinders_nothing()
    {
        // Three features act together, so that the orders tell no contribution exactly.
        IModel<Wide> model = Model.FromRows<Wide>((rows, scores) =>
        {
            for (int row = 0; row < rows.Count; row++)
                scores[row] = (9 * rows[row][0]) + (rows[row][1] * rows[row][2] * rows[row][3]);
        });
        Stated<Wide> stated = Assert.IsType<Stated<Wide>>((s_reasons with { MaxReasons = 6 }).State(model, new([.. Enumerable.Repeat(0.1, Wide.Features)])));

        Assert.Equal("C00", stated.Reasons[0].Reason.CodeText);
        Assert.Equal(["C00", "C01", "C02", "C03"], stated.Reasons.Select(reason => reason.Reason.CodeText).Order());
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_for_any_number_of_threads()
    {
        IReadOnlyList<Wide> people = [.. Wide.Draw(6, seed: 3).Rows];
        IModel<Wide> model = Model.FromRows<Wide>(s_forest.Score);

        Assert.Equal(
            s_reasons.StateMany(model, people, threads: 1).Results.Select(statement => statement.ToJson()),
            s_reasons.StateMany(model, people, threads: 3).Results.Select(statement => statement.ToJson()));
    }

    private static IModel<Wide> Additive(IEnumerable<double> weights)
    {
        double[] all = [.. weights];
        return Model.FromRows<Wide>((rows, scores) =>
        {
            for (int row = 0; row < rows.Count; row++)
            {
                double sum = 0;
                for (int i = 0; i < all.Length; i++)
                    sum += all[i] * rows[row][i];
                scores[row] = sum;
            }
        });
    }

    private static Forest<Wide> Trained(Func<double[], double> score)
    {
        Dataset<Wide> train = Wide.Draw(200, seed: 7);
        return new RandomForest<Wide> { Trees = 10, Seed = 1 }.Train(train.WithTarget(train.Rows.Select(one => score(one.Numbers))));
    }
}
