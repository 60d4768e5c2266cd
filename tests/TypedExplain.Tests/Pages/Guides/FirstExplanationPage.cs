namespace TypedExplain.Tests.Pages.Guides;

internal static class FirstExplanationPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        // Your own records, wherever they come from: a query, a service, a file (Csv.Read<Flat>).
        Flat[] rows = [.. Enumerable.Range(0, 60).Select(i => new Flat(Area: 30 + (7 * i % 90), Floor: i % 9, HasBalcony: i % 2 == 0, (District)(i % 3)))];
        Dataset<Flat> flats = new(rows);

        // Any function of a record is a model.
        IModel<Flat> rent = Model.From<Flat>(flat => 200 + (9 * flat.Area) + (flat.District == District.Center ? 250 : 0) + (flat.HasBalcony ? 40 : 0));

        // What would a bit more of each feature change? Effects, by name.
        Linex<Flat> linex = new() { Neighborhood = new GaussianNeighborhood<Flat> { Background = flats } };
        Explanation<Flat> explanation = linex.Explain(rent, rows[5]);
        console.WriteLine(explanation);
        console.WriteLine($"One more square meter: {explanation.Attribution.Area:F2}");

        // Before you rely on it: is there a reason not to, and which effects are not told from 0?
        console.WriteLine($"caveats: {explanation.Caveats}; undecided: {string.Join(", ", explanation.Undecided ?? [])}\n");

        // How is the difference from the average rent shared out? Contributions, which add up.
        ShapValues<Flat> values = new KernelShap<Flat> { Background = flats.Summarize(10) }.Values(rent, rows[5]);
        foreach ((Feature<Flat> feature, double contribution) in values.Contributions.Ranked())
            console.WriteLine($"{feature.Name,-10} {contribution,8:F2}");

        // Or say what an explanation must meet, and let more samples be drawn until it does.
        Certifier<Flat> certifier = new() { Explainer = linex, Standard = new() { MinimumFit = 0.8, TopReasonsDecided = 1 } };
        Outcome<Flat> outcome = certifier.Explain(rent, rows[5]);
        console.WriteLine(outcome is Certified<Flat> ? $"good enough, after {outcome.Queries} rows" : "not good enough");
        // </page>
    }
}

// <types>
/// <summary>A flat, as the rent model sees it.</summary>
[FeatureRecord]
public sealed partial record Flat(
    [Numeric(10, 400, Unit = "m²")] double Area,
    [Numeric(0, 40)] int Floor,
    bool HasBalcony,
    [Categorical] District District);

public enum District
{
    Center,
    North,
    South,
}

// </types>
