using TypedExplain.Decisions.Tests.Reasons.Support;
using TypedExplain.Tests.Runs;

namespace TypedExplain.Decisions.Tests.Reasons.Statements;

/// <summary>A statement is the same, to the bit, by a model that is called, one that is awaited and a run that is answered by hand.</summary>
public class RunTests
{
    private static readonly Dictionary<string, (Func<PrincipalReasons<Applicant>> Reasons, IModel<Applicant> Model)> s_cases = new()
    {
        ["at the cutoff"] = (AtCutoff, Applicants.Score),
        ["every coalition"] = (AtCutoff, Applicants.Mixed),
        ["a low score is good"] = (() => new() { Reference = Reference.AtCutoff(Applicants.Past, cutoff: 560, band: 120), Favorable = FavorableOutcome.Low }, Applicants.Mixed),
        ["all applicants"] = (() => Applicants.AgainstAll with { MaxReasons = 2 }, Applicants.Mixed),
        ["orders that are drawn"] = (() => Applicants.AgainstAll with { MaxReasons = 2, MaxQueries = 80_000 }, Applicants.Mixed),
        ["more and more samples"] = (() => AtCutoff() with { Explainer = new PermutationShap<Applicant> { Background = Applicants.Past, Permutations = 2, Seed = 1 }, MaxReasons = 2 }, Applicants.Mixed),
        ["an explainer of one's own"] = (() => AtCutoff() with { Explainer = new Own(new() { Background = Applicants.Past, Permutations = 4 }), MaxReasons = 2 }, Applicants.Score),
        ["a linear explanation"] = (() => AtCutoff() with { Linear = new Lime<Applicant> { Neighborhood = new GaussianNeighborhood<Applicant> { Background = Applicants.Past, Samples = 300 } }, MaxQueries = 2_000 }, Applicants.Score),
        ["no budget"] = (() => AtCutoff() with { MaxQueries = 10 }, Applicants.Mixed),
        ["a rule"] = (() => AtCutoff() with { Rules = [AutomaticDenial.When(ApplicantReason.R11, (Applicant one) => one.HasDefaulted)] }, Applicants.Score),
    };

    private static readonly IReadOnlyList<Applicant> s_people = [Applicants.Poor, .. Applicants.Draw(8, seed: 6).Rows];

    public static TheoryData<string> Cases => [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_bits_and_the_rows_are_the_same_whoever_answers(string name)
    {
        // Each way has a reference of its own, so that each finds the people at the cutoff itself.
        (PrincipalReasons<Applicant> called, PrincipalReasons<Applicant> awaited, PrincipalReasons<Applicant> byHand) = (s_cases[name].Reasons(), s_cases[name].Reasons(), s_cases[name].Reasons());
        Counting counting = new(s_cases[name].Model);
        LateModel<Applicant> late = new(counting.Model);
        foreach (Applicant person in s_people)
        {
            string statement = called.State(counting.Model, person).ToJson();
            long rows = counting.Take();
            Assert.Equal(statement, (await awaited.StateAsync(late, person)).ToJson());
            Assert.Equal(rows, counting.Take());
            using Run<Applicant, ReasonStatement<Applicant>> run = byHand.Begin(s_cases[name].Model, person);
            while (run.TryNext(out RowBatch<Applicant>? asked))
            {
                double[] scores = new double[asked.Count];
                s_cases[name].Model.Score(asked.Rows, scores);
                asked.Answer(scores);
            }

            Assert.Equal(statement, run.Result.ToJson());
            Assert.Equal(rows, run.Queries);
        }
    }

    [Fact]
    public async Task The_people_at_the_cutoff_are_found_once()
    {
        Counting counting = new(Applicants.Score);
        LateModel<Applicant> late = new(counting.Model);
        PrincipalReasons<Applicant> reasons = AtCutoff();
        ReasonStatement<Applicant> first = await reasons.StateAsync(late, Applicants.Poor);
        long rows = counting.Take();
        ReasonStatement<Applicant> second = await reasons.StateAsync(late, Applicants.Poor);

        Assert.Equal(first.ToJson(), second.ToJson());
        Assert.Equal((first.Queries + Applicants.Past.Count, (long)second.Queries), (rows, counting.Take()));
    }

    [Fact]
    public async Task An_early_end_asks_about_no_further_batch()
    {
        using Run<Applicant, ReasonStatement<Applicant>> whole = AtCutoff().Begin(Applicants.Mixed, Applicants.Poor);
        _ = await whole.FinishAsync(new LateModel<Applicant>(Applicants.Mixed));
        Assert.InRange(whole.Batches, 4, 1_000);
        for (int last = 1; last <= whole.Batches; last++)
        {
            using CancellationTokenSource end = new();
            Ending model = new(last, end);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await AtCutoff().StateAsync(model, Applicants.Poor, end.Token));
            Assert.Equal(last, model.Batches);
        }
    }

    [Fact]
    public void A_model_that_fails_fails_the_statement_at_any_batch()
    {
        using Run<Applicant, ReasonStatement<Applicant>> whole = AtCutoff().Begin(Applicants.Score, Applicants.Poor);
        _ = whole.Finish(Applicants.Score);
        for (int last = 1; last <= whole.Batches; last++)
        {
            int left = last;
            IModel<Applicant> failing = Model.FromRows<Applicant>((rows, scores) =>
            {
                if (--left == 0)
                    throw new FormatException("the model is broken");
                Applicants.Score.Score(rows, scores);
            });
            Assert.IsType<FormatException>(Assert.Throws<InvalidModelException>(() => AtCutoff().State(failing, Applicants.Poor)).InnerException);
            Assert.InRange(left, int.MinValue, 0);
        }
    }

    private static PrincipalReasons<Applicant> AtCutoff() => new() { Reference = Reference.AtCutoff(Applicants.Past, cutoff: 640, band: 120) };

    /// <summary>Counts the rows that a model is asked about.</summary>
    private sealed class Counting
    {
        private long _rows;

        public Counting(IModel<Applicant> model) => Model = TypedExplain.Model.FromRows<Applicant>((rows, scores) =>
        {
            _rows += rows.Count;
            model.Score(rows, scores);
        });

        public IModel<Applicant> Model { get; }

        public long Take() => Interlocked.Exchange(ref _rows, 0);
    }

    /// <summary>Asks for an early end in one of its batches, and does not answer that one.</summary>
    private sealed class Ending(int last, CancellationTokenSource end) : IAsyncModel<Applicant>
    {
        public int Batches { get; private set; }

        public System.Collections.Immutable.ImmutableArray<string> Outputs => Applicants.Mixed.Outputs;

        public async ValueTask ScoreAsync(RowBatch<Applicant> rows, Memory<double> scores, CancellationToken cancellation)
        {
            Batches++;
            Applicants.Mixed.Score(rows.Rows, scores.Span);
            if (Batches != last)
                return;
            await end.CancelAsync();
            await new TaskCompletionSource().Task;
        }
    }

    /// <summary>An explainer that the library does not know, whose background is that of the reference all the same.</summary>
    private sealed record Own(PermutationShap<Applicant> Inner) : IShapExplainer<Applicant>
    {
        public string Name => "own";

        public Description Describe() => new("own");

        public Run<Applicant, ShapValues<Applicant>> BeginValues(IModelInfo<Applicant> model, Applicant instance, CancellationToken cancellation = default) => Inner.BeginValues(model, instance, cancellation);

        public Run<Applicant, Explanation<Applicant>> Begin(IModelInfo<Applicant> model, Applicant instance, CancellationToken cancellation = default) => Inner.Begin(model, instance, cancellation);
    }
}
