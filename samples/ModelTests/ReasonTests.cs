namespace ModelTests;

/// <summary>What must hold before the next model is put in use.</summary>
public class ReasonTests
{
    // Another seed for the next model, as in another run: TYPEDEXPLAIN_SAMPLE_SEED.
    private static readonly int s_seed = int.TryParse(Environment.GetEnvironmentVariable("TYPEDEXPLAIN_SAMPLE_SEED"), out int seed) ? seed : 100;

    /// <summary>This one says nothing of reasons.</summary>
    [Fact]
    public void The_next_model_is_as_accurate() =>
        Assert.InRange(Portfolio.Accuracy(Models.Next), Portfolio.Accuracy(Models.InUse) - 0.02, 1);

    [Fact]
    public void The_next_model_has_the_same_reasons() =>
        ExplanationAssert.SameReasons(ModelDiff<Applicant>.Of(Models.InUse, Models.Next, Portfolio.Applicants, Lime, new() { FirstSeed = 1, FirstSeedAfter = s_seed }));

    [Fact]
    public void First_reasons_do_not_depend_on_the_seed() =>
        ExplanationAssert.StableReasons(Lime, Models.Next, Portfolio.Applicants.Rows, seeds: 3, firstSeed: s_seed);

    [Fact]
    public void Debt_lowers_the_chance() =>
        ExplanationAssert.SameDirection(Lime(s_seed).ExplainMany(Models.Next, Portfolio.Applicants.Rows).Results, ApplicantFeatures.Debt, EffectDirection.Lowers);

    private static Lime<Applicant> Lime(int seed) => new() { Neighborhood = new GaussianNeighborhood<Applicant> { Background = Portfolio.Applicants, Samples = 200 }, Seed = seed };
}
