using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Rows;

/// <summary>The instance is asked about as it was given, and neighbors inherit from it what no column holds.</summary>
public class PredictionTests
{
    private const decimal Money = 9_007_199_254_740_993.07m;

    private static readonly DateTimeOffset s_noon = new(2024, 6, 1, 12, 0, 0, TimeSpan.FromHours(2));

    private static readonly Visit s_visit = new(70, s_noon, Money, "east");

    /// <summary>One whose decimal a row holds, and the record that this row stands for.</summary>
    private static readonly Visit s_given = s_visit with { Money = 5 }, s_held = new(70, s_noon.ToUniversalTime(), 5, null!);

    private static readonly Dataset<Visit> s_visits = new(Enumerable.Range(0, 20).Select(i =>
        new Visit(40 + (i * 7 % 20), s_noon.AddMinutes(i * 13 % 60).ToUniversalTime(), 100 + (i * 3 % 7))));

    private static readonly GaussianNeighborhood<Visit> s_around = new() { Background = s_visits, Samples = 60, Radius = 0.01 };

    public static TheoryData<string> Explainers => [.. Make(Model.From<Visit>(_ => 0)).Keys];

    [Theory]
    [MemberData(nameof(Explainers))]
    public void TheInstanceIsAskedAboutAsItWasGiven(string explainer)
    {
        Is(12, visit => visit.Arrival.Hour);
        Is(0.07, visit => (double)(visit.Money - 9_007_199_254_740_993m));
        Is(5, visit => visit.Ward == "east" ? 5 : 0);

        void Is(double expected, Func<Visit, double> score)
        {
            IModel<Visit> model = Model.From(score);
            Explanation<Visit> explanation = Make(model)[explainer].Explain(model, s_visit);
            Assert.Equal(expected, explanation.Prediction);
            Assert.True(explanation.Caveats.HasFlag(Caveats.RowLoss));
            Assert.NotEqual(expected, explanation.RowLoss!.RowPrediction);
            Assert.Equal(["the offset of Arrival", "the last digits of Money", "Ward"], explanation.RowLoss.Members.Select(member => member.ToString()));
            Assert.Equal(expected, Make(model)[explainer].ExplainMany(model, [s_visit, s_visit], threads: 2).Results[1].Prediction);
            Assert.Contains("caution: a row does not hold the offset of Arrival, the last digits of Money and Ward, and without it the model answers", explanation.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Explainers))]
    public void AModelOfColumnsLosesNothing(string explainer)
    {
        IModel<Visit> model = Model.FromRows<Visit>((rows, scores) =>
        {
            for (int row = 0; row < scores.Length; row++)
                scores[row] = rows[row][0];
        });
        Explanation<Visit> given = Make(model)[explainer].Explain(model, s_given), plain = Make(model)[explainer].Explain(model, s_held);
        Assert.Equal((70, Caveats.None), (given.Prediction, given.Caveats & Caveats.RowLoss));
        Assert.Null(given.RowLoss);
        Assert.Equal(plain.Queries, given.Queries);
        Assert.Equal(Bits.Of(plain), Bits.Of(given));
    }

    [Theory]
    [MemberData(nameof(Explainers))]
    public void AModelThatDoesNotLookAtWhatIsLostGetsNoCaveat(string explainer)
    {
        IModel<Visit> model = Model.From<Visit>(visit => visit.Weight);
        Explanation<Visit> explanation = Make(model)[explainer].Explain(model, s_given);
        Assert.Equal(70, explanation.Prediction);
        Assert.Null(explanation.RowLoss);
        Assert.Equal(1, explanation.Queries - Make(model)[explainer].Explain(model, s_held).Queries);
    }

    [Theory]
    [InlineData("LIME")]
    [InlineData("S-LIME")]
    [InlineData("LINEX")]
    [InlineData("LINEX on parts")]
    [InlineData("MeLIME")]
    public void NeighborsInheritFromTheInstance(string explainer)
    {
        // With another ward or hour a neighbor's answer would fall from the line.
        IModel<Visit> model = Model.From<Visit>(visit => (visit.Ward == "east" ? 3 : -3) * visit.Weight * (visit.Arrival.Offset == s_noon.Offset ? 1 : 0));
        Explanation<Visit> explanation = Make(model)[explainer].Explain(model, s_visit);
        Assert.Equal(3, explanation.Attribution.Weight, 4);
        Assert.InRange(explanation.Fit!.Value.R2, 1 - 1e-9, 1);
        if (explanation.Examples is { } examples)
            Assert.All(examples.Favorable.Concat(examples.Contrary), example => Assert.Equal(("east", s_noon.Offset), (example.Record.Ward, example.Record.Arrival.Offset)));
    }

    [Fact]
    public void CoalitionsInheritFromTheInstance()
    {
        IModel<Visit> model = Model.From<Visit>(visit => (visit.Ward == "east" ? 100 : 0) + visit.Arrival.Hour + visit.Weight);
        Visit instance = s_visit with { Money = 100, Arrival = s_noon.AddDays(1).AddHours(2) };
        Dataset<Visit> background = new([new Visit(50, s_noon, 100, "west"), new Visit(60, s_noon, 100)]);
        foreach (IShapExplainer<Visit> explainer in (IShapExplainer<Visit>[])[new KernelShap<Visit> { Background = background }, new KernelShap<Visit> { Background = background, ExactUpTo = 0 }, new PermutationShap<Visit> { Background = background }])
        {
            ShapValues<Visit> values = explainer.Values(model, instance);
            Assert.Equal((184, 167), (values.Prediction, values.BaseValue));
            Assert.Equal([15, 2, 0], values.Contributions.AsSpan().ToArray().Select(value => Math.Round(value, 9)));
            Assert.Equal(82, values.RowLoss!.RowPrediction);
        }
    }

    [Fact]
    public void EveryOutputHasItsOwnLoss()
    {
        IModel<Visit> model = Model.From<Visit>(["hour", "weight"], (visit, scores) => (scores[0], scores[1]) = (visit.Arrival.Hour, visit.Weight));
        IReadOnlyList<Explanation<Visit>> explanations = new Lime<Visit> { Neighborhood = s_around }.ExplainOutputs(model, s_visit);
        Assert.Equal((12, 10.0), (explanations[0].Prediction, explanations[0].RowLoss!.RowPrediction));
        Assert.Equal((70, null), (explanations[1].Prediction, explanations[1].RowLoss));
        Assert.Equal([70.0, 12.0], [.. model.Predict(s_visit, ["weight", "hour"])]);
        Assert.Equal(12, model.Output("hour").Predict(s_visit));
    }

    [Fact]
    public void OthersKeepWhatTheyHold()
    {
        Moment utc = new(1, new(2024, 6, 1, 12, 0, 0, DateTimeKind.Utc));
        IModel<Moment> kind = Model.From<Moment>(moment => (int)moment.At.Kind);
        GaussianNeighborhood<Moment> moments = new() { Background = new([utc, utc with { Weight = 3, At = utc.At.AddDays(1) }]) };
        Explanation<Moment> explained = new Lime<Moment> { Neighborhood = moments }.Explain(kind, utc);
        Assert.Equal((1, Caveats.RowLoss | Caveats.ConstantModel), (explained.Prediction, explained.Caveats));

        IModel<Trip> town = Model.From<Trip>(trip => trip.To?.Town.Length ?? -1);
        Trip trip = new(1, new(1, s_noon, "Bonn"), new(2, s_noon, "Rome"));
        Assert.Equal(4, town.Predict(trip));
        Assert.Equal(["the offset of From.At", "From.Town", "the offset of To.At", "To.Town"], new KernelShap<Trip> { Background = new Dataset<Trip>([trip with { Length = 2 }]) }.Values(Model.From<Trip>(t => t.From.Town?.Length ?? 0), trip).RowLoss!.Members.Select(member => member.ToString()));

        Assert.Equal(12, Model.FromBatch<Patient>(patients => [.. patients.Select(patient => (double)patient.Room)]).Predict(new Patient(3, "Ann", 12, s_noon)));
        Assert.Equal(0.07, Model.From<Basket>(basket => (double)(basket.Prices[0] - 9_007_199_254_740_993m)).Predict(new Basket([Money, 1], [1, 1], null)));
    }

    [Fact]
    public void TextsInheritToo()
    {
        IModel<Note> model = Model.From<Note>(note => note.Author != "Ann" ? 100 : note.Body.Contains("long") ? 3 : 2);
        Explanation<Note> explanation = new Lime<Note>().Explain(model, new("good and long", 3, "Ann"));
        Assert.Equal((3, 100.0), (explanation.Prediction, explanation.RowLoss!.RowPrediction));
        Assert.InRange(explanation.Attribution.Body.Words.First(word => word.Word == "long").Effect, 0.8, 1.1);
    }

    [Fact]
    public void MetricsAskAboutGivenRowsAndTheirPerturbations()
    {
        // Rows of one ward lie on one line, those of the other on another one.
        IModel<Visit> model = Model.From<Visit>(visit => visit.Ward == "east" ? 2 * visit.Weight : 50 - visit.Weight);
        Dataset<Visit> data = new(s_visits.Rows.Select((visit, i) => visit with { Ward = i % 2 == 0 ? "east" : "west" }));
        ExplainedRows<Visit> rows = ExplainedRows<Visit>.Of(new Lime<Visit> { Neighborhood = s_around, Ridge = 0 }, model, data);
        GaussianNeighborhood<Visit> fresh = new() { Background = data, Samples = 4, Radius = 0.1 };
        Assert.InRange(new Infidelity<Visit>().Evaluate(rows).Mean, 0, 1e-9);
        Assert.InRange(new PointFidelity<Visit>().Evaluate(rows).Mean, 0, 1e-9);
        Assert.InRange(new NeighborhoodFidelity<Visit> { Neighborhood = fresh }.Evaluate(rows).Mean, 0, 1e-9);
        Assert.InRange(new Stability<Visit> { Neighborhood = fresh }.Evaluate(rows).Mean, 0, 1e-9);
    }

    private static Dictionary<string, IExplainer<Visit>> Make(IModel<Visit> model)
    {
        KernelShap<Visit> shap = new() { Background = s_visits };
        return new()
        {
            ["LIME"] = new Lime<Visit> { Neighborhood = s_around, Ridge = 1e-9 },
            ["S-LIME"] = new SmoothedLime<Visit> { Neighborhood = s_around, Ridge = 1e-9 },
            ["LINEX"] = new Linex<Visit> { Neighborhood = s_around, Ridge = 1e-9 },
            ["LINEX on parts"] = new Linex<Visit> { Neighborhood = s_around, Ridge = 1e-9, Partition = [s_around, s_around with { Samples = 50 }] },
            ["MeLIME"] = new Melime<Visit> { Neighborhood = s_around, Batches = 3, LocalModel = new RidgeRegression { Alpha = 1e-9 } },
            ["MAPLE"] = new Maple<Visit> { Background = s_visits, Trees = 5, MinLeafRows = 3 }.Fit(model),
            ["global"] = new GlobalSurrogate<Visit> { Background = s_visits }.Fit(model),
            ["trivial"] = new TrivialExplainer<Visit> { Background = s_visits },
            ["random"] = new RandomExplainer<Visit> { Background = s_visits },
            ["KernelSHAP"] = shap,
            ["PermutationSHAP"] = new PermutationShap<Visit> { Background = s_visits },
        };
    }
}
