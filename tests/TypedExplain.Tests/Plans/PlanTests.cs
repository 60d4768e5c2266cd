using System.Collections.Immutable;
using TypedExplain.Numerics;
using TypedExplain.Tests.Json;
using TypedExplain.Tests.Json.Versions;
using TypedExplain.Tests.Media;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Plans;

/// <summary>A plan says what an explanation will ask for before it asks, and is held to it.</summary>
public class PlanTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();

    private static readonly GaussianNeighborhood<LoanApplication> s_around = new() { Background = s_loans, Samples = 300 };

    /// <summary>Explainers whose cost does not depend on answers, by name.</summary>
    private static Dictionary<string, IExplainer<LoanApplication>> Fixed { get; } = new()
    {
        ["LIME"] = new Lime<LoanApplication> { Neighborhood = s_around },
        ["LIME without errors"] = new Lime<LoanApplication> { Neighborhood = s_around, StandardErrors = false },
        ["LIME of two"] = new Lime<LoanApplication> { Neighborhood = s_around with { Samples = 2 }, StandardErrors = false },
        ["adjusted"] = new Lime<LoanApplication> { Neighborhood = s_around, Adjustment = new ForestAdjustment { Trees = 2, Neighbors = 100 } },
        ["S-LIME"] = new SmoothedLime<LoanApplication> { Neighborhood = new BinnedNeighborhood<LoanApplication> { Background = s_loans, Samples = 90 } },
        ["LINEX"] = new Linex<LoanApplication> { Neighborhood = s_around, Redraws = 3 },
        ["LINEX by parts"] = new Linex<LoanApplication> { Neighborhood = s_around, Partition = [s_around with { Samples = 31 }, s_around with { Samples = 51 }] },
        ["density"] = new Linex<LoanApplication> { Neighborhood = new KdeNeighborhood<LoanApplication> { Background = s_loans, Samples = 70 } },
        ["listed"] = new KernelShap<LoanApplication> { Background = s_loans },
        ["summary"] = new KernelShap<LoanApplication> { Background = s_loans.Summarize(3) },
        ["sampled"] = new KernelShap<LoanApplication> { Background = s_loans, ExactUpTo = 0, Samples = 10 },
        ["selected"] = new KernelShap<LoanApplication> { Background = s_loans, Selection = FeatureSelection.LassoPath(2) },
        ["permutations"] = new PermutationShap<LoanApplication> { Background = s_loans, Permutations = 4 },
        ["trivial"] = new TrivialExplainer<LoanApplication> { Background = s_loans },
        ["random"] = new RandomExplainer<LoanApplication> { Background = s_loans },
        ["MAPLE"] = new Maple<LoanApplication> { Background = s_loans, Trees = 5 }.Fit(Settings.Credit),
        ["global"] = new GlobalSurrogate<LoanApplication> { Background = s_loans }.Fit(Settings.Credit),
    };

    public static TheoryData<string> Names => [.. Fixed.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Rows_batches_and_memory_are_what_was_planned(string name)
    {
        IExplainer<LoanApplication> explainer = Fixed[name];
        Counting<LoanApplication> planned = new(Settings.Credit), asked = new(Settings.Credit);
        ExplanationPlan<LoanApplication> plan = explainer.Plan(planned, s_loans[3]);
        long bytes = plan.Bytes;
        Assert.Equal((0L, 0), (planned.Rows, planned.Calls));

        // What an awaited test borrowed on this thread and gave back on another one is no part of it.
        long before = Pooled.Measure();
        Explanation<LoanApplication> explanation = explainer.Explain(asked, s_loans[3]);
        long borrowed = sizeof(double) * (Pooled.Most - before);
        Assert.True(plan.IsExact);
        Assert.Equal((asked.Rows, (long)asked.Calls), (plan.Queries, plan.Batches));
        Assert.Equal(explanation.Queries, plan.Queries);
        Assert.InRange(bytes, 0.9 * borrowed, 1.1 * borrowed);
        Assert.StartsWith($"{explainer.Name}: {plan.Queries:N0} row", plan.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_answers_decide_is_bounded()
    {
        Melime<LoanApplication> melime = new() { Neighborhood = new KdeNeighborhood<LoanApplication> { Background = s_loans, Samples = 60 }, Batches = 7 };
        Certifier<LoanApplication> certifier = new() { Explainer = new Lime<LoanApplication> { Neighborhood = s_around with { Samples = 100 } }, Standard = new() { MinimumFit = 0.999 }, MaxQueries = 900 };
        foreach (LoanApplication loan in s_loans.Rows.Take(8))
        {
            foreach (Func<double, double> form in (Func<double, double>[])[x => x, x => 0.5, x => x * x * x])
            {
                Counting<LoanApplication> model = new(Model.From<LoanApplication>(own => form(Loans.Score(own))));
                ExplanationPlan<LoanApplication> plan = melime.Plan(model, loan);
                _ = melime.Explain(model, loan);
                Within(plan, model);

                model = new(Model.From<LoanApplication>(own => form(Loans.Score(own))));
                plan = certifier.Plan(model, loan);
                _ = certifier.Explain(model, loan);
                Within(plan, model);
            }
        }

        Assert.Equal("MeLIME: 120 to 420 rows in at most 7 batches\nMeLIME asks about 60 samples at a time, until its slopes settle or 7 batches are asked", melime.Plan(Settings.Credit, s_loans[3]).ToString());
        Assert.Equal("certified LIME: 100 to 900 rows in at most 5 batches\nLIME begins with 100 samples and doubles them until the standard is met or 900 rows are asked; no sample is asked about twice", certifier.Plan(Settings.Credit, s_loans[3]).ToString());
        ExplanationPlan<LoanApplication> refused = (certifier with { MaxQueries = 50 }).Plan(Settings.Credit, s_loans[3]);
        Assert.Equal((0, 0, 0), (refused.Queries, refused.LeastQueries, refused.Batches));

        static void Within(ExplanationPlan<LoanApplication> plan, Counting<LoanApplication> model)
        {
            Assert.False(plan.IsExact);
            Assert.InRange(model.Rows, plan.LeastQueries, plan.Queries);
            Assert.InRange(model.Calls, 1, plan.Batches);
        }
    }

    /// <summary>An instance whose row does not hold all of it, and a model that may look at the rest or not.</summary>
    [Fact]
    public void What_columns_do_not_hold_may_cost_a_row_more()
    {
        Dataset<Kept> background = new(Enumerable.Range(1, 60).Select(Kept.Example));
        Lime<Kept> lime = new() { Neighborhood = new GaussianNeighborhood<Kept> { Background = background, Samples = 50 } };
        Counting<Kept> records = new(Model.From<Kept>(kept => kept.Age)), rows = new(Model.FromRows<Kept>((own, scores) => scores.Fill(1)));
        ExplanationPlan<Kept> plan = lime.Plan(records, background[3]);
        _ = lime.Explain(records, background[3]);
        _ = lime.Explain(rows, background[3]);

        Assert.Equal((50L, 51L, 2L), (plan.LeastQueries, plan.Queries, plan.Batches));
        Assert.Equal((51L, 50L), (records.Rows, rows.Rows));
    }

    [Fact]
    public void Texts_images_consensus_and_many()
    {
        Counting<Listing> worth = new(MediaZoo.Worth);
        Lime<Listing> lime = new() { Neighborhood = MediaZoo.All };
        ExplanationPlan<Listing> listing = lime.Plan(worth, MediaZoo.Offer);
        _ = lime.Explain(worth, MediaZoo.Offer);
        Assert.InRange(worth.Rows, listing.LeastQueries, listing.Queries);

        Consensus<LoanApplication> consensus = new() { Explainers = [new Lime<LoanApplication> { Neighborhood = s_around }, new Linex<LoanApplication> { Neighborhood = s_around }] };
        Counting<LoanApplication> model = new(Settings.Credit);
        Assert.Equal("consensus: 300 rows in 1 batch\n2 methods answer from the same 300 samples, which are asked about once", consensus.Plan(model, s_loans[3]).ToString());
        _ = consensus.Explain(model, s_loans[3]);
        Assert.Equal(300, model.Rows);

        ExplanationPlan<LoanApplication> many = new Lime<LoanApplication> { Neighborhood = s_around }.PlanMany(Settings.Credit, s_loans.Rows);
        Assert.Equal((12_000L, 40L, 40), (many.Queries, many.Batches, many.Instances));
        Assert.StartsWith("LIME of 40 instances: 12,000 rows in 40 batches\n", many.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, new Lime<LoanApplication>().PlanMany(Settings.Credit, []).Calibrate().Queries);
    }

    [Fact]
    public void The_way_and_what_would_be_better_are_said()
    {
        KernelShap<LoanApplication> listed = new() { Background = s_loans }, sampled = listed with { ExactUpTo = 0, Samples = 10 };
        Assert.Equal("all 14 coalitions of the 4 features that differ from the background are listed, and the values are exact; each with 40 background rows", listed.Plan(Settings.Credit, s_loans[3]).Way);
        Assert.StartsWith("10 coalitions of 4 features are sampled, and the values have standard errors: there are 14, and up to 0 features all would be listed (ExactUpTo); ", sampled.Plan(Settings.Credit, s_loans[3]).Way, StringComparison.Ordinal);
        Assert.Empty(listed.Plan(Settings.Credit, s_loans[3]).Warnings);
        Assert.Empty(sampled.Plan(Settings.Credit, s_loans[3]).Warnings);

        Forest<LoanApplication> forest = new RandomForest<LoanApplication> { Trees = 3 }.Train(s_loans.WithTarget(s_loans.Rows.Select(Loans.Score)));
        string warning = Assert.Single(listed.Plan(forest.As(OutputKind.Amount("EUR")).Identified("credit"), s_loans[3]).Warnings);
        Assert.StartsWith("TreeShap<LoanApplication> with TreeExpectation.Interventional reads the same values off the trees", warning, StringComparison.Ordinal);
        Assert.Equal(
            $"! {warning}",
            listed.Plan(forest, s_loans[3]).ToString().Split('\n')[^1]);
        PermutationShap<LoanApplication> orders = new() { Background = s_loans, Permutations = 500 };
        Assert.Equal("KernelShap<LoanApplication> with ExactUpTo = 4 lists every coalition: exact values from 601 rows", Assert.Single(orders.Plan(Settings.Credit, s_loans[3]).Warnings));

        TreeShap<LoanApplication> trees = new() { Background = s_loans, Expectation = TreeExpectation.Interventional };
        Assert.Equal(trees.Values(forest, s_loans[3]).Queries, trees.Plan(forest, s_loans[3]).Queries);
        Assert.Equal(new TreeShap<LoanApplication>().Values(forest, s_loans[3]).Queries, new TreeShap<LoanApplication>().Plan(forest, s_loans[3]).Queries);
        Assert.Throws<InvalidModelException>(() => trees.Plan(Settings.Credit, s_loans[3]));
        Assert.Throws<InvalidOptionException>(() => (trees with { Background = null }).Plan(forest, s_loans[3]));
        Assert.Throws<InvalidOptionException>(() => new Lime<LoanApplication> { Ridge = -1 }.Plan(Settings.Credit, s_loans[3]));
        Assert.Throws<InvalidFeatureException>(() => new Lime<LoanApplication>().Plan(Settings.Credit, s_loans[3] with { AnnualIncome = -1 }));
    }

    [Fact]
    public void A_budget_is_enough_or_not()
    {
        ExplanationPlan<LoanApplication> plan = new Lime<LoanApplication> { Neighborhood = s_around }.Plan(Settings.Credit, s_loans[3]);
        Assert.True(plan.IsWithin(new QueryBudget()));
        Assert.True(plan.IsWithin(new QueryBudget { MaxRows = 300, MaxCalls = 1 }));
        Assert.False(plan.IsWithin(new QueryBudget { MaxRows = 299 }));
        Assert.False(plan.IsWithin(new QueryBudget { MaxCalls = 0 }));
        RemoteModel<LoanApplication> remote = new(new HttpClient(), new("http://localhost/"), "score") { BatchRows = 100 };
        ExplanationPlan<LoanApplication> elsewhere = new Lime<LoanApplication> { Neighborhood = s_around }.Plan(new CachedModel<LoanApplication>(remote), s_loans[3]);
        Assert.True(elsewhere.IsWithin(new QueryBudget { MaxCalls = 3 }));
        Assert.False(elsewhere.IsWithin(new QueryBudget { MaxCalls = 2 }));
        QueryBudget used = new() { MaxRows = 500 };
        used.Reserve(201);
        Assert.False(plan.IsWithin(used));
    }

    [Fact]
    public void Calibration_asks_a_few_rows_and_tells_the_time()
    {
        Clock clock = new();
        Counting<LoanApplication> slow = new(Settings.Credit, rows => clock.Now += 10 + rows);
        ExplanationPlan<LoanApplication> plan = new Lime<LoanApplication> { Neighborhood = s_around }.Plan(slow, s_loans[3]);
        Assert.Null(plan.Time);
        ExplanationPlan<LoanApplication> known = plan.CalibrateBy(clock);

        Assert.Equal((known.CalibrationQueries, 3), ((int)slow.Rows, slow.Calls));
        Assert.Equal((plan.Queries, plan.Batches, plan.Bytes), (known.Queries, known.Batches, known.Bytes));

        // A batch takes 10 ms and a row 1; the explanation itself no time by this clock.
        Assert.Equal(0.310, known.Time!.Value.TotalSeconds, 1e-6);

        // The rows of an explanation are new to a memory, though those of the calibration are the same.
        Assert.Equal(0.310, new Lime<LoanApplication> { Neighborhood = s_around }.Plan(new CachedModel<LoanApplication>(slow).As(OutputKind.Score), s_loans[3]).CalibrateBy(clock).Time!.Value.TotalSeconds, 1e-6);
        Assert.Contains(" of working memory, about ", known.ToString(), StringComparison.Ordinal);
        Assert.EndsWith($" s ({known.CalibrationQueries} rows asked to find out)", known.ToString().Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_explainer_of_ones_own_is_counted_with_made_up_answers()
    {
        Twice own = new();
        Counting<LoanApplication> model = new(Settings.Credit);
        ExplanationPlan<LoanApplication> plan = own.Plan(model, s_loans[3]);
        Assert.Equal((0L, 600L, 2L, 0L), (model.Rows, plan.Queries, plan.Batches, plan.LeastQueries));
        Assert.StartsWith("twice is not of this library: its rows were counted with made-up answers", plan.Way, StringComparison.Ordinal);
    }

    /// <summary>Explains twice and keeps the second.</summary>
    private sealed class Twice : IExplainer<LoanApplication>
    {
        public string Name => "twice";

        public Run<LoanApplication, Explanation<LoanApplication>> Begin(IModelInfo<LoanApplication> model, LoanApplication instance, CancellationToken cancellation = default) => new(Steps(model, instance));

        private static IEnumerable<RunStep<LoanApplication, Explanation<LoanApplication>>> Steps(IModelInfo<LoanApplication> model, LoanApplication instance)
        {
            for (int turn = 0; turn < 2; turn++)
            {
                using Run<LoanApplication, Explanation<LoanApplication>> run = new Lime<LoanApplication> { Neighborhood = s_around, Seed = turn }.Begin(model, instance);
                while (run.TryNext(out RowBatch<LoanApplication>? rows))
                    yield return rows;
                if (turn == 1)
                    yield return run.Result;
            }
        }
    }

    private sealed class Counting<T>(IModel<T> model, Action<int>? asked = null) : IModel<T>
        where T : IFeatureRecord<T>
    {
        public long Rows { get; private set; }

        public int Calls { get; private set; }

        public ImmutableArray<string> Outputs => model.Outputs;

        public void Score(EncodedRows<T> rows, Span<double> scores)
        {
            (Rows, Calls) = (Rows + rows.Count, Calls + 1);
            asked?.Invoke(rows.Count);
            model.Score(rows, scores);
        }
    }

    /// <summary>A clock that goes on when it is told to, by milliseconds.</summary>
    private sealed class Clock : TimeProvider
    {
        public long Now { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => Now;
    }
}
