using System.Reflection;
using TypedExplain.Analyzers.Options;
using static TypedExplain.Generators.Tests.Usage.UsageAssert;

namespace TypedExplain.Generators.Tests.Usage;

/// <summary>TEX0212.</summary>
public class NeverMetTests
{
    [Theory]
    [InlineData("Console.WriteLine(new Certifier<Loan> { Explainer = new Lime<Loan>(), [|MaxQueries = 100|] }.Explain(model, loan));", 100, 1000)]
    [InlineData("var linex = new Linex<Loan> { Neighborhood = new GaussianNeighborhood<Loan> { Background = train, Samples = 500 } }; var held = new Certifier<Loan> { Explainer = linex with { Seed = 3 }, [|MaxQueries = 499|] }; Console.WriteLine(held.Explain(model, loan));", 499, 500)]
    [InlineData("const int few = 60; Console.WriteLine(new Certifier<Loan> { Explainer = new Lime<Loan> { Neighborhood = new KdeNeighborhood<Loan> { Background = train } }, [|MaxQueries = few|] }.Explain(model, loan));", 60, 501)]
    [InlineData("var wide = new GaussianNeighborhood<Loan> { Samples = 50_000 }; Console.WriteLine(new Certifier<Loan> { Explainer = new Lime<Loan> { Neighborhood = wide } }.[|Explain|](model, loan));", 20_000, 50_000)]
    public void A_budget_below_one_neighborhood(string failing, int queries, int samples) => Finds(
        "TEX0212",
        failing,
        $"This can never be met: MaxQueries is {queries}, and one neighborhood has {samples} samples, and every answer is Refused; allow {samples} queries or more, or lower Samples",
        "Console.WriteLine(new Certifier<Loan> { Explainer = new Lime<Loan>(), MaxQueries = 1000 }.Explain(model, loan)); Console.WriteLine(new Certifier<Loan> { Explainer = new Lime<Loan>() }.Explain(model, loan)); " +
        "LinearExplainer<Loan> any = writer is null ? new Lime<Loan>() : new Linex<Loan> { Neighborhood = new GaussianNeighborhood<Loan> { Samples = 9 } }; Console.WriteLine(new Certifier<Loan> { Explainer = any, MaxQueries = 10 }.Explain(model, loan)); " +
        "var first = new Certifier<Loan> { Explainer = new Lime<Loan>(), MaxQueries = 10 }; Console.WriteLine((first with { MaxQueries = 5000 }).Explain(model, loan)); " +
        "Console.WriteLine(new Certifier<Loan> { Explainer = new Linex<Loan> { Partition = [new GaussianNeighborhood<Loan> { Samples = 5 }, new GaussianNeighborhood<Loan> { Samples = 5, Radius = 2 }] }, MaxQueries = 40 }.Explain(model, loan));");

    [Theory]
    [InlineData("Console.WriteLine(new Certifier<Loan> { Explainer = new Lime<Loan>(), Standard = new() { [|MinimumSignAgreement = 0.8|] } }.Explain(model, loan));")]
    [InlineData("ExplanationStandard strict = new() { [|MinimumSignAgreement = 0.8|] }; LinearExplainer<Loan> lime = new Lime<Loan>(); Console.WriteLine(new Certifier<Loan> { Explainer = lime, Standard = strict }.Explain(model, loan));")]
    [InlineData("Explanation<Loan> why = new Lime<Loan>().Explain(model, loan); Console.WriteLine(why.Meets(0.5, minimumSignAgreement: [|0.8|]));")]
    [InlineData("Console.WriteLine(new Lime<Loan>().Explain(model, loan).Missed(new ExplanationStandard { [|MinimumSignAgreement = 0.8|] }));")]
    public void Agreement_without_environments(string failing) => Finds(
        "TEX0212",
        failing,
        "This can never be met: a sign agreement of 0.8 is asked for, and 'Lime<Loan>' has no environments that could agree; choose 'Linex' or 'SmoothedLime', or leave it out",
        "Console.WriteLine(new Certifier<Loan> { Explainer = new Linex<Loan>(), Standard = new() { MinimumSignAgreement = 0.8 } }.Explain(model, loan)); Console.WriteLine(new SmoothedLime<Loan>().Explain(model, loan).Meets(0.5, 0.8)); " +
        "Console.WriteLine(explainer.Explain(model, loan).Meets(0.5, 0.8)); Console.WriteLine(new Lime<Loan>().Explain(model, loan).Meets(0.5)); Console.WriteLine(new Lime<Loan>().Explain(model, loan).Meets(0.5, 0)); Console.WriteLine(explanation.Meets(0.5, 0.8));");

    [Theory]
    [InlineData("Console.WriteLine(new Linex<Loan>().Explain(model, loan).Meets(0.5, 0.8, maximumHalfWidth: [|0.1|]));")]
    [InlineData("var why = new Linex<Loan> { StandardErrors = false }.Explain(model, loan); Console.WriteLine(why.Missed(new() { [|MaximumHalfWidth = 0.1|] }).Length);")]
    public void A_width_without_standard_errors(string failing) => Finds(
        "TEX0212",
        failing,
        "This can never be met: a half width of 0.1 is asked for, and the explanation is made without standard errors; set StandardErrors, or leave it out",
        "Console.WriteLine(new Linex<Loan> { StandardErrors = true }.Explain(model, loan).Meets(0.5, 0.8, 0.1)); Console.WriteLine(new Linex<Loan>().Explain(model, loan).Meets(0.5, 0, double.PositiveInfinity)); " +
        "Console.WriteLine(new Certifier<Loan> { Explainer = new Lime<Loan>(), Standard = new() { MaximumHalfWidth = 0.1 } }.Explain(model, loan)); bool errors = writer is null; Console.WriteLine(new Lime<Loan> { StandardErrors = errors }.Explain(model, loan).Meets(0.5, 0, 0.1));");

    /// <summary>Two calls that share an option have one mistake; what another member made is pointed at from each call.</summary>
    [Fact]
    public void One_mistake_is_told_once()
    {
        const string message = "This can never be met: MaxQueries is 100, and one neighborhood has 1000 samples, and every answer is Refused; allow 1000 queries or more, or lower Samples";
        ReportsMember("TEX0212", "static void Run(IModel<Loan> model, Loan first, Loan second) { var held = new Certifier<Loan> { Explainer = new Lime<Loan>(), [|MaxQueries = 100|] }; Console.WriteLine(held.Explain(model, first)); Console.WriteLine(held.Explain(model, second)); }", message);
        ReportsMember("TEX0212", "static void Run(IModel<Loan> model, Loan[] loans) { var held = new Certifier<Loan> { Explainer = new Lime<Loan>(), [|MaxQueries = 100|] }; foreach (Loan loan in loans) { Console.WriteLine(held.Explain(model, loan)); void Again() => Console.WriteLine(held.Explain(model, loan)); Again(); } }", message);
        ReportsMember("TEX0212", "static readonly Certifier<Loan> s_held = new() { Explainer = new Lime<Loan>(), MaxQueries = 100 }; static object Run(IModel<Loan> model, Loan loan) => s_held.[|Explain|](model, loan);", message);
    }

    [Fact]
    public void The_defaults_are_those_of_the_running_program()
    {
        const string source = """
            using TypedExplain;
            using TypedExplain.Media;
            [FeatureRecord] public partial record Loan(int Age);
            public static class Defaults
            {
                public static int[] Of()
                {
                    Dataset<Loan> rows = new([new(1), new(2)]);
                    return
                    [
                        new Certifier<Loan> { Explainer = new Lime<Loan>() }.MaxQueries,
                        new GaussianNeighborhood<Loan>().Samples,
                        new BinnedNeighborhood<Loan> { Background = rows }.Samples,
                        new MediaNeighborhood<Loan>().Samples,
                        new KdeNeighborhood<Loan> { Background = rows }.Samples,
                    ];
                }
            }
            """;
        using MemoryStream stream = new();
        Assert.True(Generation.Of(source).Output.Emit(stream).Success);
        object defaults = Assembly.Load(stream.ToArray()).GetType("Defaults")!.GetMethod("Of")!.Invoke(null, null)!;

        Assert.Equal<IEnumerable<int>>((int[])defaults, [ExplainerFacts.UsualQueries, .. ExplainerFacts.UsualSamples.Select(row => row.Samples)]);
        Assert.Equal(["GaussianNeighborhood`1", "BinnedNeighborhood`1", "MediaNeighborhood`1", "KdeNeighborhood`1"], ExplainerFacts.UsualSamples.Select(row => row.Neighborhood));
    }
}
