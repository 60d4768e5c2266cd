using TypedExplain.Decisions;
using TypedExplain.Testing;
using TypedExplain.Training;

namespace TypedExplain.Reports.Tests.Support;

/// <summary>Rows, models and results for the tests; each made once.</summary>
internal static class Settings
{
    public static Dataset<Person> People { get; } = new(Enumerable.Range(0, 120).Select(Make));

    public static IModel<Person> Model { get; } = TypedExplain.Model.From<Person>(Score);

    public static Dataset<Hostile> Hostiles { get; } = new(Enumerable.Range(0, 80).Select(i => new Hostile(Draw(i, 0), Draw(i, 1), Draw(i, 2), Draw(i, 3), Draw(i, 4), Draw(i, 5), HostileFeatures.Kind.Categories[i % 3], i % 2 == 0)));

    public static IModel<Hostile> HostileModel { get; } = TypedExplain.Model.From<Hostile>(one => one.Script - one.Style + (0.5 * one.Bidi) + one.Hebrew + (0.25 * one.Wide) + (one.Kind.StartsWith('<') ? 1 : 0) + (one.Marks ? 0.5 : 0));

    public static Lazy<ShapValues<Person>> Exact { get; } = new(() => new KernelShap<Person> { Background = People.Select([.. Enumerable.Range(0, 20)]), ExactUpTo = 12 }.Values(Model, People[3]));

    public static Lazy<ShapValues<Person>> Sampled { get; } = new(() => Permuted(People[3]));

    public static Lazy<Explanation<Person>> Explained { get; } = new(() => Linex<Person>(People).Explain(Model, People[3]));

    public static Lazy<PortfolioSummary<Person>> Portfolio { get; } = new(() => Summarize(People.Rows.Take(60)));

    public static Lazy<Frontier<Person>> Frontier { get; } = new(() =>
    {
        Dataset<Person> rated = People.WithTarget(People.Rows.Select(Score));
        return new ExpoFrontier<Person>
        {
            Trainer = new() { HiddenUnits = [6], MaxEpochs = 4 },
            Weights = [0, 0.1, 1],
            Explainers = [new Lime<Person> { Neighborhood = new GaussianNeighborhood<Person> { Background = People, Samples = 60 } }],
        }.Run(rated, rated.Select([.. Enumerable.Range(0, 20)]));
    });

    public static PortfolioSummary<Person> Summarize(IEnumerable<Person> people)
    {
        PortfolioSummary<Person> summary = new(new() { Background = People, Segments = [PersonFeatures.Home, PersonFeatures.Age] });
        foreach (Person person in people)
            summary.Add(Permuted(person));
        return summary;
    }

    public static ShapValues<Person> Permuted(Person person) => new PermutationShap<Person> { Background = People.Select([.. Enumerable.Range(0, 10)]), Permutations = 40 }.Values(Model, person);

    public static Linex<T> Linex<T>(Dataset<T> background)
        where T : IFeatureRecord<T> => new() { Neighborhood = new GaussianNeighborhood<T> { Background = background, Samples = 200 }, Seed = 7 };

    /// <summary>Every picture of a record, by name.</summary>
    public static IEnumerable<(string Name, Picture Picture)> Pictures<T>(Dataset<T> rows, IModel<T> model, Feature<T> by, Feature<T> of, PictureOptions? options = null)
        where T : IFeatureRecord<T>
    {
        Linex<T> linex = Linex(rows);
        Lime<T> lime = new() { Neighborhood = linex.Neighborhood, Seed = 7 };
        PermutationShap<T> shap = new() { Background = rows.Select([.. Enumerable.Range(0, 8)]), Permutations = 30 };
        ShapValues<T> values = shap.Values(model, rows[2]);
        Explanation<T> explanation = linex.Explain(model, rows[2]);
        PortfolioSummary<T> first = new(new() { Background = rows, Segments = [by] }), second = new(new() { Background = rows, Segments = [by] });
        for (int i = 0; i < 40; i++)
            (i % 2 == 0 ? first : second).Add(shap.Values(model, rows[i]));
        yield return ("waterfall", WaterfallPicture.Of(values, options));
        yield return ("effects", EffectsPicture.Of(explanation, options));
        yield return ("environments", EnvironmentsPicture.Of((linex with { Redraws = 5 }).Explain(model, rows[2]), options));
        yield return ("interactions", InteractionsPicture.Of(new KernelShap<T> { Background = rows.Select([.. Enumerable.Range(0, 4)]), Samples = 200 }.Interactions(model, rows[2]), options));
        Explanation<T> near = lime.Explain(model, rows[2]);
        yield return ("trust region", TrustRegionPicture.Of(near, near.TrustRegion(model, new() { MinimumFidelity = 0.5, AnswerSpread = 10 }), options));
        yield return ("agreement", AgreementPicture.Of(new Consensus<T> { Explainers = [linex, lime] }.Explain(model, rows[2]), options));
        yield return ("metric", MetricPicture.Of(MetricTable<T>.Of([linex], [new Infidelity<T>()], model, rows.Select([.. Enumerable.Range(0, 12)])), 0, options));
        yield return ("importance", ImportancePicture.Of(first, options));
        yield return ("segments", SegmentsPicture.Of(first, by, options));
        yield return ("beeswarm", BeeswarmPicture.Of(first, values, options));
        yield return ("dependence", DependencePicture.Of(first, of, options));
        yield return ("categories", DependencePicture.Of(first, by, options));
        PartialDependence<T> dependence = new() { Background = rows, Curves = 5, Points = 6 };
        AccumulatedLocalEffects<T> effects = new() { Background = rows, PairIntervals = 4 };
        yield return ("curves", CurvePicture.Of([dependence.Of(model, of), effects.Of(model, of)], rows[2], options));
        yield return ("curves of categories", CurvePicture.Of([dependence.Of(model, by), effects.Of(model, by)], options));
        yield return ("what if", CurvePicture.Of([new CeterisParibus<T> { Background = rows }.Of(model, rows[2], of)], options));
        yield return ("surface", SurfacePicture.Of(dependence.Of(model, of, by), options));
        yield return ("surface of categories", SurfacePicture.Of(dependence.Of(model, by, of), options));
        if (T.Schema.Features.FirstOrDefault(feature => feature.IsNumeric && feature != of && !feature.IsProtected) is { } other)
            yield return ("surface of effects", SurfacePicture.Of(effects.Of(model, other, of), options));
        yield return ("cohorts", DifferencePicture.Of(first, second, options: options));
        yield return ("versions", DifferencePicture.Of(ModelDiff<T>.Of(model, TypedExplain.Model.From<T>(row => 1.1 * model.Predict(row)), rows.Select([.. Enumerable.Range(0, 10)]), seed => linex with { Seed = seed }, new() { Seeds = 2 }), options));
    }

    /// <summary>What became of a search for recourse.</summary>
    public static RecourseOutcome<Person> Recourse(double wanted) => new Recourse<Person> { Wanted = answer => answer >= wanted, MaxQueries = 5_000 }.Find(Model, People[3]);

    private static double Score(Person person) =>
        (0.02 * person.Age) + (0.3 * person.Income / (50_000 + person.Income)) + (person.Home == Home.Own ? 0.2 : 0) + (0.1 * (int)person.Grade) - (person.HasDefaulted ? 0.4 : 0) - (0.01 * (person.Debt ?? 5)) + (person.Born == Home.Own ? 0.15 : 0);

    private static Person Make(int i) => new(
        18 + (int)(60 * Share(i, 0)),
        Math.Round(10_000 + (90_000 * Share(i, 1))),
        (Home)(int)(3 * Share(i, 2)),
        (Grade)(int)(3 * Share(i, 3)),
        Share(i, 4) < 0.3,
        Share(i, 5) < 0.2 ? null : Math.Round(40 * Share(i, 6), 1),
        1 + (int)(12 * Share(i, 7)),
        new DateOnly(2000, 1, 1).AddDays((int)(8_000 * Share(i, 8))),
        (Home)(int)(3 * Share(i, 9)));

    private static double Draw(int row, int column) => (20 * Share(row, column)) - 10;

    private static double Share(int row, int column) => new RandomStream(5, "reports").Uniform((10 * row) + column);
}
