using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Pages.Guides;

internal static class ExtendingPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);

        // A kernel of your own is passed in like any other; nothing is registered.
        Lime<LoanApplication> lime = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans }, Kernel = new Step { Distance = 2 } };
        console.WriteLine(lime.Explain(model, loans[3]).Fit);

        // A metric of your own stands in the table beside the baselines.
        console.WriteLine(MetricTable<LoanApplication>.Of([lime], [new Sparsity<LoanApplication>()], model, loans));
        // </page>
    }
}

// <types>
/// <summary>Samples within a distance count fully, those beyond it not at all.</summary>
public sealed record Step : IKernel
{
    public required double Distance { get; init; }

    public void Weigh(Span<double> squaredDistances, int features)
    {
        foreach (ref double squared in squaredDistances)
            squared = squared <= Distance * Distance ? 1 : 0;
    }
}

/// <summary>The share of features whose effect is exactly 0.</summary>
public sealed record Sparsity<T> : IMetric<T>
    where T : IFeatureRecord<T>
{
    public string Name => "Sparsity";

    public MetricDirection Direction => MetricDirection.HigherIsBetter;

    public Score Evaluate(ExplainedRows<T> rows, CancellationToken cancellation = default) => Score.Of(
        Name, [.. rows.Explanations.Select(Share)], "rows", Direction, "share of effects that are exactly 0");

    private static double Share(Explanation<T> explanation)
    {
        ReadOnlySpan<double> effects = explanation.Attribution.AsSpan();
        return effects.Count(0) / (double)effects.Length;
    }
}

// </types>
