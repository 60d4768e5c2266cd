using TypedExplain.Tests.Json;
using TypedExplain.Tests.Media;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Receipts;

/// <summary>A receipt that was written and read makes its result again, to the bit, and says what is other where something is.</summary>
public class ReplayTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();

    private static readonly GaussianNeighborhood<LoanApplication> s_around = new() { Background = s_loans, Samples = 120 };

    private static readonly IModel<LoanApplication> s_model = Settings.Credit.Identified("credit", "2026-11", new string('a', 64));

    private static Linex<LoanApplication> ByParts { get; } = new()
    {
        Neighborhood = s_around,
        Partition = [.. s_loans.PartitionBy(loan => loan.AnnualIncome > 60_000).Select(part => new GaussianNeighborhood<LoanApplication> { Background = part, Samples = 60, HoldConstantFeatures = true })],
    };

    public static TheoryData<string> Cases => [.. Receipts.Keys];

    private static Dictionary<string, Func<Receipt<LoanApplication>>> Receipts { get; } = new()
    {
        ["LIME"] = () => Explained(new Lime<LoanApplication> { Neighborhood = s_around, Seed = -3 }),
        ["LIME without a background"] = () => Explained(new Lime<LoanApplication>()),
        ["adjusted"] = () => Explained(new Lime<LoanApplication> { Neighborhood = s_around, Adjustment = new ForestAdjustment { Trees = 3, MinLeafRows = 4 } }),
        ["S-LIME"] = () => Explained(new SmoothedLime<LoanApplication> { Neighborhood = new BinnedNeighborhood<LoanApplication> { Background = s_loans, Samples = 90 }, Environments = 3 }),
        ["LINEX"] = () => Explained(new Linex<LoanApplication> { Neighborhood = s_around, Redraws = 2 }),
        ["LINEX by parts"] = () => Explained(ByParts),
        ["MeLIME"] = () => Explained(new Melime<LoanApplication> { Neighborhood = new KdeNeighborhood<LoanApplication> { Background = s_loans, Samples = 60 }, Batches = 3 }),
        ["MAPLE"] = () => Explained(new Maple<LoanApplication> { Background = s_loans, Trees = 9, Seed = 5 }.Fit(s_model)),
        ["global"] = () => Explained(new GlobalSurrogate<LoanApplication> { Background = s_loans, Ridge = 2 }.Fit(s_model)),
        ["random"] = () => Explained(new RandomExplainer<LoanApplication> { Background = s_loans, Seed = 9 }),
        ["linear SHAP"] = () => Explained(new KernelShap<LoanApplication> { Background = s_loans, ExactUpTo = 0, Samples = 12, Seed = 4 }),
        ["SHAP"] = () => Receipt.Of(new KernelShap<LoanApplication> { Background = s_loans.Summarize(5, seed: 1) }.Values(s_model, s_loans[3]), s_model),
        ["permutation SHAP"] = () => Receipt.Of(new PermutationShap<LoanApplication> { Background = s_loans, Permutations = 3 }.Values(s_model, s_loans[3]), s_model, s_loans),
        ["certified"] = () => Receipt.Of(new Certifier<LoanApplication> { Explainer = new Linex<LoanApplication> { Neighborhood = s_around }, Standard = new() { MinimumFit = 0.1 } }.Explain(s_model, s_loans[3]), s_model, s_loans),
        ["best effort"] = () => Receipt.Of(new Certifier<LoanApplication> { Explainer = new Lime<LoanApplication> { Neighborhood = s_around }, Standard = new() { MinimumFit = 1, TopReasonsDecided = 2 }, MaxQueries = 500 }.Explain(s_model, s_loans[3]), s_model, s_loans),
        ["refused"] = () => Receipt.Of(new Certifier<LoanApplication> { Explainer = new Lime<LoanApplication> { Neighborhood = s_around }, MaxQueries = 7 }.Explain(s_model, s_loans[3]), s_model, s_loans),
        ["consensus"] = () => Receipt.Of(new Consensus<LoanApplication> { Explainers = [new Lime<LoanApplication> { Neighborhood = s_around }, new Linex<LoanApplication> { Neighborhood = s_around }] }.Explain(s_model, s_loans[3]), s_model, s_loans),
    };

    private static WeightedRows<LoanApplication>[] Backgrounds { get; } = [s_loans, s_loans.Summarize(5, seed: 1), .. s_loans.PartitionBy(loan => loan.AnnualIncome > 60_000).Select(part => (WeightedRows<LoanApplication>)part)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_receipt_that_was_read_replays(string name)
    {
        Receipt<LoanApplication> receipt = Receipts[name](), read = Receipt<LoanApplication>.FromJson(receipt.ToJson());

        Assert.Equal((receipt.Id, receipt.ToJson(), receipt.Model), (read.Id, read.ToJson(), read.Model));
        Assert.Equal(receipt.Subjects.AsEnumerable(), read.Subjects);
        Assert.Equal("identical", read.Replay(s_model, Backgrounds).ToString());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_receipt_without_the_instance_replays_once_it_is_given(string name)
    {
        Receipt<LoanApplication> whole = Receipts[name](), receipt = Receipt<LoanApplication>.FromJson(Hashed(whole).ToJson());

        Assert.DoesNotContain("\"value\"", receipt.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"columns\"", receipt.ToJson(), StringComparison.Ordinal);
        Assert.Equal((whole.ResultSha256, whole.InstanceSha256), (receipt.ResultSha256, receipt.InstanceSha256));
        Assert.StartsWith("cannot be replayed: the receipt holds the instance by its SHA-256 only", receipt.Replay(s_model, Backgrounds).ToString(), StringComparison.Ordinal);
        Assert.Contains("the receipt has " + receipt.InstanceSha256, Assert.Throws<InvalidOptionException>(() => receipt.WithInstance(s_loans[4])).Message, StringComparison.Ordinal);
        Assert.Equal("identical", receipt.WithInstance(s_loans[3]).Replay(s_model, Backgrounds).ToString());
        Assert.Equal(receipt.Id, receipt.WithInstance(s_loans[3]).Id);
    }

    [Fact]
    public void Texts_images_and_numbers_replay()
    {
        IModel<Listing> model = MediaZoo.Worth;
        foreach (IExplainer<Listing> explainer in (IExplainer<Listing>[])[new Lime<Listing> { Neighborhood = MediaZoo.All }, new Linex<Listing> { Neighborhood = MediaZoo.All, Redraws = 2 }])
        {
            Receipt<Listing> receipt = Receipt.Of(explainer.Explain(model, MediaZoo.Offer), model);
            ReplayOutcome replay = Receipt<Listing>.FromJson(receipt.ToJson()).Replay(model);
            Assert.Equal("identical; the receipt does not say which model it was, so this is one that answers alike", replay.ToString());
        }
    }

    [Fact]
    public void One_output_of_a_forest_by_its_trees()
    {
        Forest<LoanApplication> forest = Forest(s_loans);
        ShapValues<LoanApplication> values = new TreeShap<LoanApplication> { Background = s_loans }.Values(forest.Output("good"), s_loans[3]);
        Receipt<LoanApplication> receipt = Receipt<LoanApplication>.FromJson(Receipt.Of(values, forest, s_loans).ToJson());

        Assert.Equal(forest.Identity, receipt.Model);
        Assert.Equal("identical", receipt.Replay(forest, s_loans).ToString());
        Assert.Equal("identical", receipt.Replay(forest.Output("good").Identified("credit"), s_loans).ToString());
        Differs differs = Assert.IsType<Differs>(receipt.Replay(Forest(new(s_loans.Rows.Reverse())), s_loans));
        Assert.Equal(ReplayCause.OtherModel, differs.Reasons[0].Cause);
    }

    [Fact]
    public void Another_model_is_named_whether_or_not_it_answers_alike()
    {
        Receipt<LoanApplication> receipt = Receipts["LINEX"]();
        IModel<LoanApplication> alike = Settings.Credit.Identified("credit", "2026-12", new string('b', 64));
        Differs differs = Assert.IsType<Differs>(receipt.Replay(alike, s_loans));
        Assert.Empty(differs.Differences);
        Assert.Equal(
            $"differs: the model is another one: the receipt is of credit 2026-11 (SHA-256 {new string('a', 64)}), and this is credit 2026-12 (SHA-256 {new string('b', 64)})\nevery number came out the same",
            differs.ToString());

        differs = Assert.IsType<Differs>(receipt.Replay(Model.From<LoanApplication>(loan => 1.001 * Loans.Score(loan)), s_loans));
        Assert.Equal(ReplayCause.OtherAnswers, Assert.Single(differs.Reasons).Cause);
        Assert.Contains(differs.Differences, difference => difference.Place == "features.AnnualIncome.effect" && difference.By is not (null or 0));
        Assert.Contains(differs.Differences, difference => difference.Place == "prediction");
    }

    [Fact]
    public void A_model_that_is_no_longer_said_to_answer_with_a_probability_is_named()
    {
        IModel<LoanApplication> chance = Model.From<LoanApplication>(loan => Math.Clamp(Loans.Score(loan), 0.01, 0.99));
        Receipt<LoanApplication> receipt = Receipt.Of(new Lime<LoanApplication> { Neighborhood = s_around }.Explain(chance.As(OutputKind.Probability), s_loans[3]), chance);

        Assert.IsType<Identical>(receipt.Replay(chance.As(OutputKind.Probability), s_loans));
        Differs differs = Assert.IsType<Differs>(receipt.Replay(chance, s_loans));
        Assert.Equal("the model says that its answer is a \"score\", and it was a \"probability\": say so with model.As(...)", Assert.Single(differs.Reasons).Text);
    }

    [Fact]
    public void A_model_that_answers_differently_each_time_is_named()
    {
        int asked = 0;
        IModel<LoanApplication> unsteady = Model.From<LoanApplication>(loan => Loans.Score(loan) + (1e-12 * Interlocked.Increment(ref asked)));
        Differs differs = Assert.IsType<Differs>(Receipts["LIME"]().Replay(unsteady, s_loans));
        Assert.Equal(ReplayCause.UnsteadyModel, differs.Reasons[0].Cause);

        int calls = 0;
        IModel<LoanApplication> wild = Model.From<LoanApplication>(loan => Interlocked.Increment(ref calls));
        Explanation<LoanApplication> explanation = new Lime<LoanApplication>().Explain(wild, s_loans[3]);
        Assert.Contains("and 203 when it is asked again: it is not a function of the row", Assert.Throws<InvalidModelException>(() => Receipt.Of(explanation, Counting(202))).Message, StringComparison.Ordinal);

        IModel<LoanApplication> Counting(int from) => Model.From<LoanApplication>(_ => from++);
    }

    [Fact]
    public void Another_background_is_named()
    {
        Receipt<LoanApplication> receipt = Receipts["LIME"]();

        Differs order = Assert.IsType<Differs>(receipt.Replay(s_model, new Dataset<LoanApplication>(s_loans.Rows.Reverse())));
        Assert.Equal(ReplayCause.OtherBackground, order.Reasons[0].Cause);
        Assert.Contains("it has the same rows in another order", order.ToString(), StringComparison.Ordinal);
        Differs values = Assert.IsType<Differs>(receipt.Replay(s_model, new Dataset<LoanApplication>(s_loans.Rows.SetItem(7, s_loans[7] with { AnnualIncome = s_loans[7].AnnualIncome + 1 }))));
        Assert.Contains("it has as many rows with other values", values.ToString(), StringComparison.Ordinal);
        Assert.Contains(s_loans.Sha256, values.ToString(), StringComparison.Ordinal);
        Differs fewer = Assert.IsType<Differs>(receipt.Replay(s_model, new Dataset<LoanApplication>(s_loans.Rows.Take(39))));
        Assert.Contains("it has 39", fewer.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(fewer.Differences);
        Assert.Equal(
            "cannot be replayed: The explainer had a background of 40 rows of LoanApplication, which JSON does not have; give it to Replay.",
            Assert.IsType<CannotReplay>(receipt.Replay(s_model)).ToString());
    }

    [Fact]
    public void An_explainer_of_ones_own_is_given()
    {
        Lime<LoanApplication> lime = new() { Kernel = new Flat(), Seed = 3 };
        Receipt<LoanApplication> receipt = Receipt.Of(lime.Explain(s_model, s_loans[3]), s_model);

        Assert.StartsWith("cannot be replayed: The kernel was TypedExplain.Tests.Receipts.ReplayTests+Flat", receipt.Replay(s_model).ToString(), StringComparison.Ordinal);
        Assert.Equal("identical", receipt.Replay(s_model, lime).ToString());
        Differs differs = Assert.IsType<Differs>(receipt.Replay(s_model, lime with { Seed = 4 }));
        Assert.Equal("the explainer that was given is another one: seed was 3, is 4 (+1e+0)", Assert.Single(differs.Reasons).Text);
        Assert.Equal(
            "cannot be replayed: The receipt is of an explanation, and TypedExplain.Consensus makes none",
            receipt.Replay(s_model, new Consensus<LoanApplication> { Explainers = [lime, lime] }).ToString()!.Split(" (")[0]);
    }

    [Fact]
    public void Another_version_is_noted_where_all_is_the_same_and_a_reason_where_it_is_not()
    {
        Receipt<LoanApplication> receipt = Receipt<LoanApplication>.FromJson(Receipts["LIME"]().ToJson().Replace("\"version\":\"0.1.0\"", "\"version\":\"0.0.9\"", StringComparison.Ordinal));

        Assert.Equal("0.0.9", receipt.LibraryVersion);
        Assert.Equal("identical; the result was made by version 0.0.9, and this is 0.1.0", receipt.Replay(s_model, s_loans).ToString());
        Differs differs = Assert.IsType<Differs>(receipt.Replay(Model.From<LoanApplication>(loan => 2 * Loans.Score(loan)).Identified("credit", "2026-11", new string('a', 64)), s_loans));
        Assert.Equal(ReplayCause.OtherVersion, Assert.Single(differs.Reasons).Cause);
    }

    [Fact]
    public void A_receipt_names_the_model_that_answered()
    {
        Explanation<LoanApplication> explanation = new Lime<LoanApplication>().Explain(s_model, s_loans[3]);

        Assert.EndsWith("it is another model. Give the one that was explained.", Assert.Throws<InvalidModelException>(() => Receipt.Of(explanation, Model.From<LoanApplication>(loan => 0.5))).Message, StringComparison.Ordinal);
        Assert.StartsWith("background is given for a receipt of TypedExplain.Lime, which had none", Assert.Throws<InvalidOptionException>(() => Receipt.Of(explanation, s_model, s_loans)).Message, StringComparison.Ordinal);
        Assert.Contains("is not one that TypedExplain.FittedMaple had", Assert.Throws<InvalidOptionException>(() =>
            Receipt.Of(new Maple<LoanApplication> { Background = s_loans, Trees = 3 }.Fit(s_model).Explain(s_loans[3]), s_model, new Dataset<LoanApplication>(s_loans.Rows.Reverse()))).Message, StringComparison.Ordinal);
        Assert.Contains("read from JSON", Assert.Throws<InvalidOptionException>(() => Receipt.Of(Outcome<LoanApplication>.FromJson(((Outcome<LoanApplication>)Receipts["refused"]().Result!).ToJson()), s_model)).Message, StringComparison.Ordinal);
    }

    private static Receipt<LoanApplication> Explained(IExplainer<LoanApplication> explainer) => Receipt.Of(explainer.Explain(s_model, s_loans[3]), s_model);

    private static Receipt<LoanApplication> Hashed(Receipt<LoanApplication> whole) => whole.Result switch
    {
        Explanation<LoanApplication> explanation => Receipt.Of(explanation, s_model, null, ReceiptContent.HashedInstance),
        ShapValues<LoanApplication> values => Receipt.Of(values, s_model, null, ReceiptContent.HashedInstance),
        Outcome<LoanApplication> outcome => Receipt.Of(outcome, s_model, null, ReceiptContent.HashedInstance),
        ConsensusExplanation<LoanApplication> consensus => Receipt.Of(consensus, s_model, null, ReceiptContent.HashedInstance),
        _ => throw new InvalidOperationException(),
    };

    private static Forest<LoanApplication> Forest(Dataset<LoanApplication> loans) =>
        new RandomForest<LoanApplication> { Trees = 5 }.Train(loans.WithLabels(loans.Rows.Select(loan => Loans.Score(loan) > 0.5 ? Answer.good : Answer.bad)));

    private enum Answer
    {
        bad,
        good,
    }

    private sealed class Flat : IKernel
    {
        public void Weigh(Span<double> squaredDistances, int features) => squaredDistances.Fill(1);
    }
}
