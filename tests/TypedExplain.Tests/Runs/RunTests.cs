using TypedExplain.Tests.Determinism;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Runs;

/// <summary>A run asks and is answered; whoever answers, and how, changes no bit.</summary>
public class RunTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly IModel<LoanApplication> s_model = Analytic.Smooth<LoanApplication>();
    private static readonly Lime<LoanApplication> s_lime = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = s_loans, Samples = 40 } };

    public static TheoryData<IExplainer<LoanApplication>> Explainers =>
    [
        .. BatchTests.Explainers.AsEnumerable<object[]>().Select(row => (IExplainer<LoanApplication>)row[0]),
        new Melime<LoanApplication> { Neighborhood = new KdeNeighborhood<LoanApplication> { Background = s_loans, Samples = 30 }, Batches = 4 },
        new Maple<LoanApplication> { Background = s_loans, Trees = 5 }.Fit(s_model),
        new GlobalSurrogate<LoanApplication> { Background = s_loans }.Fit(s_model),
        s_lime with { Adjustment = new ForestAdjustment { Trees = 3, Neighbors = 100 } },
    ];

    [Theory]
    [MemberData(nameof(Explainers))]
    public async Task HoweverItIsAnsweredTheBitsAreTheSame(IExplainer<LoanApplication> explainer)
    {
        LoanApplication[] rows = [.. s_loans.Rows];
        long[][] called = [.. rows.Select(row => Bits.Of(explainer.Explain(s_model, row)))];

        long[][] awaited = new long[rows.Length][];
        for (int row = 0; row < rows.Length; row++)
            awaited[row] = Bits.Of(await explainer.ExplainAsync(new LateModel<LoanApplication>(s_model), rows[row]));
        List<RowOutcome<Explanation<LoanApplication>>> streamed = await explainer.ExplainManyAsync(new LateModel<LoanApplication>(s_model), rows, concurrent: 3, together: 2).ToListAsync();
        List<RowOutcome<Explanation<LoanApplication>>> threaded = await explainer.ExplainManyAsync(s_model, rows, threads: 2, inOrder: false).ToListAsync();

        Assert.Equal(called, rows.Select(row => Bits.Of(Stepped(explainer, row))));
        Assert.Equal(called, awaited);
        Assert.Equal(called, explainer.ExplainMany(s_model, rows, together: 3).Results.Select(Bits.Of));
        Assert.Equal(called, explainer.ExplainMany(s_model, rows, threads: 1, together: 1000).Results.Select(Bits.Of));
        Assert.Equal(called, streamed.Select(outcome => Bits.Of(Assert.IsType<Explained<Explanation<LoanApplication>>>(outcome).Result)));
        Assert.Equal(called, threaded.OrderBy(outcome => outcome.Row).Select(outcome => Bits.Of(Assert.IsType<Explained<Explanation<LoanApplication>>>(outcome).Result)));
    }

    [Theory]
    [MemberData(nameof(Explainers))]
    public void ItAsksAboutWhatTheExplanationSaysThatItAsked(IExplainer<LoanApplication> explainer)
    {
        using Run<LoanApplication, Explanation<LoanApplication>> run = explainer.Begin(s_model, s_loans[0]);
        Explanation<LoanApplication> explanation = Finished(run);

        // TreeSHAP reads the trees; what it counts are the rows that it scores there.
        Assert.Equal(explainer.Name == "TreeSHAP" ? 0 : explanation.Queries, run.Queries);
    }

    [Fact]
    public void QuestionsOfOutputsOfStandardsAndOfSeveralMethodsAreRunsToo()
    {
        Certifier<LoanApplication> certifier = new() { Explainer = s_lime, Standard = new() { MaximumHalfWidth = 1e-9 }, MaxQueries = 200 };
        Consensus<LoanApplication> consensus = new() { Explainers = [s_lime, new Linex<LoanApplication> { Neighborhood = s_lime.Neighborhood }] };
        KernelShap<LoanApplication> kernel = new() { Background = s_loans.Summarize(3, seed: 1) };

        Assert.Equal(certifier.Explain(s_model, s_loans[2]).ToString(), Finished(certifier.Begin(s_model, s_loans[2])).ToString());
        Assert.Equal(consensus.Explain(s_model, s_loans[2]).ToString(), Finished(consensus.Begin(s_model, s_loans[2])).ToString());
        Assert.Equal(kernel.Values(s_model, s_loans[2]).ToString(), Finished(kernel.BeginValues(s_model, s_loans[2])).ToString());
        Assert.Equal(s_lime.ExplainOutputs(s_model, s_loans[2])[0].ToString(), Finished(s_lime.BeginOutputs(s_model, s_loans[2]))[0].ToString());
    }

    [Fact]
    public async Task QuestionsOfStandardsAndOfSeveralMethodsCanBeAwaited()
    {
        LateModel<LoanApplication> late = new(s_model);
        Certifier<LoanApplication> certifier = new() { Explainer = s_lime, Standard = new() { MaximumHalfWidth = 1e-9 }, MaxQueries = 200 };
        Consensus<LoanApplication> consensus = new() { Explainers = [s_lime, new Linex<LoanApplication> { Neighborhood = s_lime.Neighborhood }] };
        KernelShap<LoanApplication> kernel = new() { Background = s_loans.Summarize(3, seed: 1) };

        Assert.Equal(certifier.Explain(s_model, s_loans[2]).ToString(), (await certifier.ExplainAsync(late, s_loans[2])).ToString());
        Assert.Equal(consensus.Explain(s_model, s_loans[2]).ToString(), (await consensus.ExplainAsync(late, s_loans[2])).ToString());
        Assert.Equal(kernel.Values(s_model, s_loans[2]).ToString(), (await kernel.ValuesAsync(late, s_loans[2])).ToString());
    }

    [Fact]
    public void ARunThatIsNotAnsweredDoesNotGoOn()
    {
        using Run<LoanApplication, Explanation<LoanApplication>> run = s_lime.Begin(s_model, s_loans[0]);
        Assert.Contains("has not ended", Assert.Throws<InvalidOperationException>(() => run.Result).Message);
        Assert.True(run.TryNext(out RowBatch<LoanApplication>? rows));

        Assert.Contains("waits for the scores of 40 rows", Assert.Throws<InvalidOperationException>(() => run.TryNext(out _)).Message);
        Assert.Contains("were not scored yet", Assert.Throws<InvalidOperationException>(() => rows.Scores.Length).Message);
    }

    [Fact]
    public void AWrongNumberOfScoresIsRefusedAndTheRightOneTaken()
    {
        using Run<LoanApplication, Explanation<LoanApplication>> run = s_lime.Begin(s_model, s_loans[0]);
        Assert.True(run.TryNext(out RowBatch<LoanApplication>? rows));

        Assert.StartsWith("39 scores were given for 40 rows of LoanApplication and 1 output; 40 are needed", Assert.Throws<ArgumentException>(() => rows.Answer(new double[39])).Message);
        rows.Answer(new double[40]);

        Assert.False(run.TryNext(out _));
        Assert.True(run.Result.Caveats.HasFlag(Caveats.ConstantModel));
        Assert.Contains("answered before", Assert.Throws<InvalidOperationException>(() => rows.Answer(new double[40])).Message);
        Assert.Contains("has ended", Assert.Throws<InvalidOperationException>(() => run.TryNext(out _)).Message);
    }

    [Fact]
    public void AnswersThatAreNoNumbersAreTheModelsFailure()
    {
        using Run<LoanApplication, Explanation<LoanApplication>> run = s_lime.Begin(s_model, s_loans[0]);
        Assert.True(run.TryNext(out RowBatch<LoanApplication>? rows));
        double[] scores = new double[40];
        scores[7] = double.NaN;
        rows.Answer(scores);

        Assert.Contains("is NaN or was not filled for", Assert.Throws<InvalidModelException>(() => run.TryNext(out _)).Message);
    }

    [Fact]
    public void AFailureIsLearnedWhereTheScoresAreLookedAt()
    {
        using Run<LoanApplication, Explanation<LoanApplication>> run = s_lime.Begin(s_model, s_loans[0]);
        Assert.True(run.TryNext(out RowBatch<LoanApplication>? rows));
        rows.Fail(new IOException("The line is cut."));

        InvalidModelException failure = Assert.Throws<InvalidModelException>(() => run.TryNext(out _));
        Assert.StartsWith("The model failed on a batch of 40 rows", failure.Message);
        Assert.IsType<IOException>(failure.InnerException);
    }

    [Fact]
    public void AModelOfOtherOutputsIsNotTheOneThatTheRunWasBegunFor()
    {
        IModel<LoanApplication> two = Model.FromRows<LoanApplication>(["no", "yes"], (_, scores) => scores.Fill(0.5));

        Assert.StartsWith("The run was begun for a model with the outputs", Assert.Throws<InvalidModelException>(() => s_lime.Begin(s_model, s_loans[0]).Finish(two)).Message);
    }

    [Fact]
    public void StepsThatAreNoRunAreRefused()
    {
        using Run<LoanApplication, Explanation<LoanApplication>> none = new([]), empty = new([default]);

        Assert.Contains("ended without a result", Assert.Throws<InvalidOperationException>(() => none.TryNext(out _)).Message);
        Assert.Contains("is empty", Assert.Throws<InvalidOperationException>(() => empty.TryNext(out _)).Message);
    }

    private static Explanation<LoanApplication> Stepped(IExplainer<LoanApplication> explainer, LoanApplication row)
    {
        using Run<LoanApplication, Explanation<LoanApplication>> run = explainer.Begin(s_model, row);
        return Finished(run);
    }

    /// <summary>Answers from memory of its own, as a service does.</summary>
    private static TResult Finished<TResult>(Run<LoanApplication, TResult> run)
        where TResult : class
    {
        while (run.TryNext(out RowBatch<LoanApplication>? rows))
        {
            double[] scores = new double[rows.Count];
            s_model.Score(new EncodedRows<LoanApplication>(rows.Rows.Values.ToArray()), scores);
            rows.Answer(scores);
        }

        return run.Result;
    }
}
