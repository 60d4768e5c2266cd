using TypedExplain.Testing;

namespace TypedExplain.Reports.Tests.Support;

/// <summary>Pages of every kind, each made once.</summary>
internal static class MadePages
{
    private static readonly PictureOptions s_kept = new() { ProtectedValues = ProtectedValues.Kept };

    public static IReadOnlyDictionary<string, Lazy<ReportPage>> All { get; } = new Dictionary<string, Lazy<ReportPage>>
    {
        ["decision-customer"] = new(() => new Report<Person>
        {
            Title = "About your application",
            Lines = ["Case A-17", "30 November 2026"],
            Recourse = Settings.Recourse(Settings.Model.Predict(Settings.People[3]) + 0.15),
            WhatIf = [new CeterisParibus<Person> { Background = Settings.People }.Of(Settings.Model, Settings.People[3], PersonFeatures.Debt)],
        }.Decision(Settings.Exact.Value)),
        ["decision-validator"] = new(() => new Report<Person>
        {
            Audience = ReportAudience.Validator,
            Pictures = s_kept,
            Recourse = Settings.Recourse(1e6),
            WhatIf = [.. new[] { PersonFeatures.Income, PersonFeatures.Home }.Select(feature => new CeterisParibus<Person> { Background = Settings.People }.Of(Settings.Model, Settings.People[3], feature))],
        }.Decision(Settings.Sampled.Value)),
        ["decision-effects"] = new(() => new Report<Person> { Audience = ReportAudience.Validator }.Decision(Settings.Explained.Value)),
        ["decision-refused"] = new(() => new Report<Person>().Decision(new Certifier<Person> { Explainer = Settings.Linex(Settings.People), Standard = new() { MinimumFit = 0.999999 }, MaxQueries = 10 }.Explain(Settings.Model, Settings.People[3]))),
        ["portfolio"] = new(() => new Report<Person> { Pictures = s_kept, Importances = Permuted(), Curves = Curves(), Surfaces = Surfaces() }.Portfolio(Settings.Portfolio.Value, Settings.Permuted(Settings.People[1]))),
        ["portfolio-empty"] = new(() => new Report<Person>().Portfolio(new PortfolioSummary<Person>())),
        ["versions"] = new(() => new Report<Person>().Versions(ModelDiff<Person>.Of(Settings.Model, Model.From<Person>(person => Settings.Model.Predict(person) + (person.Home == Home.Free ? 0.5 : 0)), Settings.People.Select([.. Enumerable.Range(0, 20)]), seed => Settings.Linex(Settings.People) with { Seed = seed }, new() { Seeds = 2, Segments = [PersonFeatures.Home, PersonFeatures.Born] }))),
        ["hostile"] = new(() => HostilePage()),
        ["words"] = new(() => new Report<Review> { Lines = [new string('x', 5_000), "\u202Eright to left\u202C", ""] }.Decision(Reviews.Explained())),
    };

    private static FeatureImportances<Person> Permuted() => new PermutationImportance<Person> { Repeats = 3 }.Measure(Settings.Model, Settings.People.WithTarget(Settings.People.Rows.Select(person => Settings.Model.Predict(person) + (0.01 * person.Month))));

    private static FeatureCurve<Person>[] Curves() =>
    [
        .. new[] { PersonFeatures.Income, PersonFeatures.Grade, PersonFeatures.Month, PersonFeatures.Debt }.SelectMany(feature => (FeatureCurve<Person>[])[
            new PartialDependence<Person> { Background = Settings.People, Curves = 20 }.Of(Settings.Model, feature),
            new AccumulatedLocalEffects<Person> { Background = Settings.People }.Of(Settings.Model, feature)]),
    ];

    private static FeatureSurface<Person>[] Surfaces() =>
    [
        new PartialDependence<Person> { Background = Settings.People, Points = 8 }.Of(Settings.Model, PersonFeatures.Income, PersonFeatures.Debt),
        new PartialDependence<Person> { Background = Settings.People, Points = 40 }.Of(Settings.Model, PersonFeatures.Since, PersonFeatures.Income),
        new PartialDependence<Person> { Background = Settings.People }.Of(Settings.Model, PersonFeatures.Home, PersonFeatures.Month),
        new AccumulatedLocalEffects<Person> { Background = Settings.People, PairIntervals = 6 }.Of(Settings.Model, PersonFeatures.Income, PersonFeatures.Debt),
    ];

    private static ReportPage HostilePage()
    {
        PermutationShap<Hostile> shap = new() { Background = Settings.Hostiles.Select([.. Enumerable.Range(0, 8)]), Permutations = 20 };
        PortfolioSummary<Hostile> summary = new(new() { Background = Settings.Hostiles, Segments = [HostileFeatures.Kind] });
        foreach (Hostile one in Settings.Hostiles.Rows.Take(20))
            summary.Add(shap.Values(Settings.HostileModel, one));
        return new Report<Hostile>
        {
            Title = "<script>alert('title')</script> </title> \u202E \"quoted\" שלום",
            Lines = ["</main><script>alert(1)</script>", "'\"><img src=x onerror=alert(1)>", new string('W', 1_000_000)],
            Curves = [new PartialDependence<Hostile> { Background = Settings.Hostiles, Curves = 5 }.Of(Settings.HostileModel, HostileFeatures.Hebrew), new PartialDependence<Hostile> { Background = Settings.Hostiles }.Of(Settings.HostileModel, HostileFeatures.Kind)],
            Surfaces = [new PartialDependence<Hostile> { Background = Settings.Hostiles, Points = 5 }.Of(Settings.HostileModel, HostileFeatures.Hebrew, HostileFeatures.Kind)],
        }.Portfolio(summary, shap.Values(Settings.HostileModel, Settings.Hostiles[0]));
    }
}
