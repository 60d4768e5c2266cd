using TypedExplain.Tests.Media;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explainers;

/// <summary>A probability is explained in log odds, and told in both.</summary>
public class LinkTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly GaussianNeighborhood<LoanApplication> s_around = new() { Background = s_loans, Samples = 300 };
    private static readonly Lime<LoanApplication> s_lime = new() { Neighborhood = s_around, Ridge = 0 };

    // 0.02 a year and half a unit for a default, in log odds.
    private static readonly IModel<LoanApplication> s_logistic = Model.From<LoanApplication>(loan => Logistic((0.02 * loan.Age) - 1 + (loan.HasDefaulted ? 0.5 : 0))).As(OutputKind.Probability);

    // As sure as most models are of most records: 0.9997 here, and a straight line through such answers leaves 0 to 1.
    private static readonly IModel<LoanApplication> s_sure = Model.From<LoanApplication>(loan => Logistic((loan.Age - 30) / 5.0)).As(OutputKind.Probability);

    private static readonly string[] s_methods = ["LIME", "S-LIME", "LINEX", "MeLIME", "MAPLE", "global", "trivial", "random"];

    public static TheoryData<string> Methods => [.. s_methods];

    [Theory]
    [MemberData(nameof(Methods))]
    public void ASurrogateNeverLeavesAProbability(string method)
    {
        bool leaves = false;
        IExplainer<LoanApplication> odds = Explainer(method, s_sure, null), straight = Explainer(method, s_sure, LinkFunction.Identity);
        foreach (LoanApplication loan in s_loans.Rows.Take(12))
        {
            Explanation<LoanApplication> explanation = odds.Explain(s_sure, loan), line = straight.Explain(s_sure, loan);
            Assert.Equal(s_sure.Predict(loan), explanation.Prediction);
            foreach (LoanApplication other in s_loans.Rows)
            {
                Assert.InRange(explanation.Predict(other), 0, 1);
                leaves |= line.Predict(other) is < 0 or > 1;
            }
        }

        Assert.True(leaves, "the case asks nothing");
    }

    [Fact]
    public void AStraightLineThatLeavesAProbabilityIsACaveat()
    {
        // Neighbors of all kinds, all of the same weight: for the youngest and oldest the line goes on.
        Lime<LoanApplication> line = s_lime with { Neighborhood = s_around with { Center = NeighborhoodCenter.Background }, Kernel = new ExponentialKernel { Width = 100 }, Link = LinkFunction.Identity };
        Explanation<LoanApplication>[] explanations = [.. s_loans.Rows.Select(loan => line.Explain(s_sure, loan))];
        Assert.All(explanations, explanation => Assert.Equal(explanation.LocalPrediction is < 0 or > 1, explanation.Caveats.HasFlag(Caveats.NoProbability)));
        Explanation<LoanApplication> beyond = explanations.MaxBy(explanation => explanation.LocalPrediction)!;
        Assert.True(beyond.LocalPrediction > 1);
        Assert.Contains($"caution: the surrogate says {beyond.LocalPrediction:0.000} of a probability, as a straight line through probabilities may; explain its log odds (LinkFunction.Logit)", beyond.ToString());
        Assert.False(line.Explain(s_sure.As(OutputKind.Score), beyond.Instance).Caveats.HasFlag(Caveats.NoProbability));
    }

    [Fact]
    public void BothScalesAreTold()
    {
        LoanApplication loan = new(50, 30_000, Housing.Own, true);
        Explanation<LoanApplication> explanation = s_lime.Explain(s_logistic, loan);
        Assert.Equal(Logistic(0.5), explanation.Prediction);
        Assert.Equal(0.5, explanation.LinkedPrediction, 1e-12);
        Assert.Equal(0.02, explanation.Attribution.Age, 1e-9);
        Assert.Equal(0.5, explanation.Attribution.HasDefaulted, 1e-9);
        Assert.StartsWith("score of LoanApplication is 0.622 (log odds 0.500); LIME's surrogate says 0.622 (log odds 0.500)\n", explanation.ToString());
        Assert.Contains("  effects are in log odds: +1 takes the probability of 0.622 to 0.818, -1 to 0.378\n", explanation.ToString());

        FeatureVector<LoanApplication> changes = explanation.ProbabilityChanges!;
        double year = explanation.Standardized.Age;
        Assert.Equal(Logistic(0.5 + year) - Logistic(0.5), changes.Age, 1e-9);
        Assert.Equal(Logistic(0.5) - Logistic(0), changes.HasDefaulted, 1e-9);
        Assert.Equal(0, changes.Housing, 1e-9);
    }

    [Fact]
    public void LogOddsAreToldAsAProbabilityToo()
    {
        IModel<LoanApplication> model = Model.From<LoanApplication>(loan => 0.02 * loan.Age).As(OutputKind.LogOdds);
        Explanation<LoanApplication> explanation = s_lime.Explain(model, s_loans[0] with { Age = 50 });
        Assert.Equal(LinkFunction.Identity, explanation.Link);
        Assert.StartsWith("score of LoanApplication is 1.000 (probability 0.731); LIME's surrogate says 1.000 (probability 0.731)\n", explanation.ToString());
        Assert.Contains("of 0.731 to 0.881, -1 to 0.500", explanation.ToString());
        Assert.NotNull(explanation.ProbabilityChanges);
    }

    [Fact]
    public void AnAmountHasItsUnit()
    {
        IModel<LoanApplication> model = Model.From<LoanApplication>(loan => 1000.0 * loan.Age).As(OutputKind.Amount("EUR"));
        Explanation<LoanApplication> explanation = s_lime.Explain(model, s_loans[0] with { Age = 50 });
        Assert.StartsWith("score of LoanApplication is 50,000.00 EUR; LIME's surrogate says 50,000.00 EUR\n", explanation.ToString());
        Assert.Null(explanation.ProbabilityChanges);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void AnswersOfZeroAndOneAreClippedAndSaid(string method)
    {
        IModel<LoanApplication> step = Model.From<LoanApplication>(loan => loan.Age > 40 ? 1 : loan.Age > 35 ? 0.5 : 0).As(OutputKind.Probability);
        LoanApplication loan = s_loans.Rows.First(loan => loan.Age is > 40 and < 60);
        Explanation<LoanApplication> explanation = Explainer(method, step, null).Explain(step, loan);
        Assert.True(explanation.Caveats.HasFlag(Caveats.ClippedAnswers));
        ClippedAnswers clipped = explanation.Clipped!.Value;
        Assert.Equal(1e-9, clipped.Least);
        Assert.InRange(clipped.Count, 1, clipped.Samples);
        Assert.Equal(method switch { "LIME" or "S-LIME" or "LINEX" => 300, "trivial" or "random" => 1, "global" => 40, _ => clipped.Samples }, clipped.Samples);
        string expected = clipped is { Count: 1, Samples: 1 }
            ? "caution: 1 of 1 answer is 0 or 1, or nearly so, and has no log odds; it counts as 1E-09 away from it"
            : $"caution: {clipped.Count} of {clipped.Samples} answers are 0 or 1, or nearly so, and have no log odds; they count as 1E-09 away from it";
        Assert.Contains(expected, explanation.ToString());
        Assert.Equal(1, explanation.Prediction);
        Assert.InRange(explanation.LocalPrediction, 0, 1);
        Assert.All(explanation.Attribution.AsSpan().ToArray(), effect => Assert.True(double.IsFinite(effect)));
    }

    [Fact]
    public void ClippedSamplesAreCounted()
    {
        List<double> answers = [];
        IModel<LoanApplication> step = Model.From<LoanApplication>(loan =>
        {
            answers.Add(loan.Age > 40 ? 1 : loan.Age > 35 ? 0.5 : 0);
            return answers[^1];
        }).As(OutputKind.Probability);
        Explanation<LoanApplication> explanation = s_lime.Explain(step, s_loans[0]);
        Assert.Equal(answers.Count(answer => answer != 0.5), explanation.Clipped!.Value.Count);
    }

    [Fact]
    public void VotesAreClippedAtHalfAVote()
    {
        Forest<LoanApplication> forest = new RandomForest<LoanApplication> { Trees = 9 }.Train(s_loans.WithLabels(s_loans.Rows.Select(loan => loan.Age > 40 ? Housing.Own : Housing.Rent)));
        IModel<LoanApplication> own = forest.Output(Housing.Own);
        Assert.Equal(OutputKind.Votes(9), own.KindOf(0));
        Explanation<LoanApplication> explanation = s_lime.Explain(own, s_loans[0]);
        Assert.Equal(0.05, explanation.Clipped!.Value.Least);
        Assert.InRange(Math.Abs(explanation.LinkedPrediction), 0, 2.9444389791664407);
    }

    [Fact]
    public void NumbersThatAreNoProbabilitiesAreRefused()
    {
        IModel<LoanApplication> score = Model.From<LoanApplication>(loan => loan.Age > 60 ? 1.3 : 0.5), told = score.As(OutputKind.Probability);
        LoanApplication old = s_loans[0] with { Age = 70 };
        string[] messages =
        [
            .. s_methods.Select(method => Message(() => Explainer(method, told, null).Explain(told, old))),
            Message(() => s_lime.Explain(told, s_loans[0])),
            Message(() => told.Predict(old)),
            Message(() => new KernelShap<LoanApplication> { Background = s_loans }.Values(told, old)),
        ];
        Assert.All(messages, message =>
        {
            Assert.StartsWith("The model's output score is 1.3 for LoanApplication { Age = ", message);
            Assert.EndsWith(" }; a probability is from 0 to 1. Let the model answer with a probability, or say otherwise what it answers with: model.As(OutputKind.Score).", message);
        });

        // Log odds that were asked for are refused by every method too, and the fix is the link.
        Assert.All(s_methods, method => Assert.EndsWith("; a probability is from 0 to 1. Explain the answers as they are: LinkFunction.Identity.", Message(() => Explainer(method, score, LinkFunction.Logit).Explain(score, old))));

        // What sums in single precision are off by is none of it.
        IModel<LoanApplication> rounded = Model.From<LoanApplication>(_ => 1.0000001).As(OutputKind.Probability);
        Assert.True(s_lime.Explain(rounded, old).Caveats.HasFlag(Caveats.ClippedAnswers));

        static string Message(Action act) => Assert.Throws<InvalidModelException>(act).Message;
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void LogOddsOfWhatHasNoneAreRefused(string method)
    {
        foreach ((OutputKind kind, string words) in new[] { (OutputKind.LogOdds, "log odds already"), (OutputKind.Amount("EUR"), "an amount in EUR") })
        {
            IModel<LoanApplication> model = s_logistic.As(kind);
            Assert.Contains($"is Logit, and the model says that its output score is {words}; log odds are those of a probability. Use LinkFunction.Identity, or leave Link out.", Assert.Throws<InvalidOptionException>(() => Explainer(method, model, LinkFunction.Logit).Explain(model, s_loans[0])).Message);
        }

        Assert.Contains("is 7; it must be Identity or Logit", Assert.Throws<InvalidOptionException>(() => Explainer(method, s_logistic, (LinkFunction)7).Explain(s_logistic, s_loans[0])).Message);
    }

    [Fact]
    public void ShapleyValuesStayProbabilitiesUnlessAsked()
    {
        PermutationShap<LoanApplication> shap = new() { Background = s_loans };
        ShapValues<LoanApplication> shares = shap.Values(s_logistic, s_loans[0]), odds = (shap with { Link = LinkFunction.Logit }).Values(s_logistic, s_loans[0]);
        Assert.Equal(s_logistic.Predict(s_loans[0]), shares.Prediction);
        Assert.Equal((LinkFunction.Identity, LinkFunction.Logit), (shares.Link, odds.Link));
        Assert.Contains("\n  as a probability 0.", odds.ToString());
        Assert.DoesNotContain("as a probability", shares.ToString());

        // The linear form tells the model's own answer, whatever the scale of its effects.
        Explanation<LoanApplication> form = (shap with { Link = LinkFunction.Logit }).Explain(s_logistic, s_loans[0]);
        Assert.Equal(s_logistic.Predict(s_loans[0]), form.Prediction);
        Assert.Equal(odds.Prediction, form.LinkedPrediction, 1e-12);
        Assert.Equal("score", form.Output);
        Assert.Throws<InvalidOptionException>(() => (shap with { Link = LinkFunction.Logit }).Values(s_logistic.As(OutputKind.LogOdds), s_loans[0]));
    }

    [Fact]
    public void EveryDoorPassesTheKindOn()
    {
        IModel<LoanApplication> two = Model.From<LoanApplication>(["risk", "limit"], (loan, scores) => (scores[0], scores[1]) = (s_logistic.Predict(loan), 100 * loan.Age)).As(OutputKind.Probability, OutputKind.Amount("EUR"));
        Assert.Equal((OutputKind.Probability, OutputKind.Amount("EUR")), (two.Output("risk").KindOf(0), two.Output("limit").KindOf(0)));
        Assert.Equal(OutputKind.Amount("EUR"), new CachedModel<LoanApplication>(two).KindOf(1));
        IReadOnlyList<Explanation<LoanApplication>> both = s_lime.ExplainOutputs(two, s_loans[0]);
        Assert.Equal((LinkFunction.Logit, LinkFunction.Identity), (both[0].Link, both[1].Link));
        Assert.Equal(Bits.Of(s_lime.Explain(two.Output("risk"), s_loans[0])), Bits.Of(both[0]));
        Assert.Equal(Bits.Of(s_lime.Explain(two.Output("limit"), s_loans[0])), Bits.Of(both[1]));

        Outcome<LoanApplication> outcome = new Certifier<LoanApplication> { Explainer = s_lime }.Explain(s_logistic, s_loans[0]);
        Assert.Equal(LinkFunction.Logit, Assert.IsType<Certified<LoanApplication>>(outcome).Explanation.Link);

        Forest<LoanApplication> forest = new RandomForest<LoanApplication> { Trees = 3 }.Train(s_loans.WithLabels(s_loans.Rows.Select(loan => loan.Housing)));
        Assert.Equal(
            new TreeShap<LoanApplication>().Values(forest.Output(Housing.Own), s_loans[0]).Contributions.AsSpan(),
            new TreeShap<LoanApplication>().Values(forest.Output(Housing.Own).As(OutputKind.Score), s_loans[0]).Contributions.AsSpan());
        Assert.Equal(OutputKind.Score, new RandomForest<LoanApplication> { Trees = 3 }.Train(s_loans.WithTarget(s_loans.Rows.Select(loan => (double)loan.Age))).KindOf(0));
    }

    [Fact]
    public void KindsMustFitTheOutputs()
    {
        Assert.Equal("kinds of a model's outputs are 0, and its outputs are score; give one kind for all, or one for each.", Message(() => s_logistic.As()));
        Assert.StartsWith("kinds of a model's outputs are 2, and its outputs are score;", Message(() => s_logistic.As(OutputKind.Score, OutputKind.Score)));
        Assert.Contains("null among them", Message(() => s_logistic.As([null!])));
        Assert.Equal("voters of an output is 0; it must be at least 1.", Message(() => OutputKind.Votes(0)));
        Assert.StartsWith("unit of an amount is empty;", Message(() => OutputKind.Amount(" ")));
        Assert.Equal(["probability", "log odds", "score", "amount in EUR", "probability by 9 votes"], ((OutputKind[])[OutputKind.Probability, OutputKind.LogOdds, OutputKind.Score, OutputKind.Amount("EUR"), OutputKind.Votes(9)]).Select(kind => kind.ToString()));

        static string Message(Action act) => Assert.Throws<InvalidOptionException>(act).Message;
    }

    [Fact]
    public void AConsensusSharesItsLink()
    {
        Consensus<LoanApplication> consensus = new() { Explainers = [s_lime, new Linex<LoanApplication> { Neighborhood = s_around, Link = LinkFunction.Identity }] };
        Assert.StartsWith("Link of LINEX is not that of LIME;", Assert.Throws<InvalidOptionException>(() => consensus.Explain(s_logistic, s_loans[0])).Message);
        ConsensusExplanation<LoanApplication> both = new Consensus<LoanApplication> { Explainers = [s_lime, new Linex<LoanApplication> { Neighborhood = s_around, Ridge = 0 }] }.Explain(s_logistic, s_loans[0]);
        Assert.StartsWith($"score of LoanApplication is {both.Explanations[0].Prediction:0.000} (log odds {both.Explanations[0].LinkedPrediction:0.000}); effects per standard deviation, in log odds\n", both.ToString());
    }

    [Fact]
    public void BinsTextsAndImagesAreExplainedInLogOddsToo()
    {
        Lime<LoanApplication> bins = new() { Neighborhood = new BinnedNeighborhood<LoanApplication> { Background = s_loans, Samples = 300, Discretization = Discretization.Quartile }, Ridge = 0 };
        Explanation<LoanApplication> binned = bins.Explain(s_logistic, s_loans[0]);
        Assert.Equal(0.5, Math.Abs(binned.Attribution.HasDefaulted), 0.1);
        double own = binned.LinkedLocalPrediction;
        Assert.Equal(Logistic(own) - Logistic(own - binned.Standardized.Age), binned.ProbabilityChanges!.Age, 1e-9);

        IModel<Review> liked = Model.From<Review>(review => Logistic(MediaZoo.Liking.Predict(review))).As(OutputKind.Probability);
        Explanation<Review> words = new Lime<Review> { Neighborhood = MediaZoo.Words, Ridge = 0 }.Explain(liked, MediaZoo.Sentence);
        Assert.Equal(3, words.Attribution.Body.EffectOf("great"), 1e-6);
        Assert.Equal(liked.Predict(MediaZoo.Sentence), words.LocalPrediction, 1e-6);
        IModel<Photo> bright = Model.From<Photo>(photo => Logistic(MediaZoo.Brightness.Predict(photo))).As(OutputKind.Probability);
        Explanation<Photo> segments = new Lime<Photo> { Neighborhood = MediaZoo.Blocks, Ridge = 0 }.Explain(bright, MediaZoo.Picture);
        Assert.Equal(2 * MediaZoo.Picture.Pixels.Span[0], segments.Attribution.Pixels.Effects[0], 1e-6);
    }

    [Fact]
    public void NeighborsAreShownWithTheModelsOwnAnswers()
    {
        Explanation<LoanApplication> explanation = Explainer("MeLIME", s_logistic, null).Explain(s_logistic, s_loans[0]);
        Assert.All((ScoredRecord<LoanApplication>[])[.. explanation.Examples!.Favorable, .. explanation.Examples.Contrary], example => Assert.Equal(s_logistic.Predict(example.Record), example.Prediction));
    }

    private static IExplainer<LoanApplication> Explainer(string method, IModel<LoanApplication> model, LinkFunction? link) => method switch
    {
        "LIME" => s_lime with { Link = link },
        "S-LIME" => new SmoothedLime<LoanApplication> { Neighborhood = s_around, Link = link },
        "LINEX" => new Linex<LoanApplication> { Neighborhood = s_around, Link = link },
        "MeLIME" => new Melime<LoanApplication> { Neighborhood = s_around, Link = link, Batches = 3 },
        "MAPLE" => new Maple<LoanApplication> { Background = s_loans, Trees = 20, Link = link }.Fit(model),
        "global" => new GlobalSurrogate<LoanApplication> { Background = s_loans, Link = link }.Fit(model),
        "trivial" => new TrivialExplainer<LoanApplication> { Background = s_loans, Link = link },
        _ => new RandomExplainer<LoanApplication> { Background = s_loans, Link = link, Size = 1 },
    };

    private static double Logistic(double value) => 1 / (1 + Math.Exp(-value));
}
