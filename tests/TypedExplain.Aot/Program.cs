using System.Globalization;
using TypedExplain.Aot;

if (args is ["flower"])
{
    Flowers.Print();
    return;
}

if (args is ["write", string written])
{
    new ReplayedReceipts().Write(written);
    return;
}

if (args is ["replay", string replayed, string threads])
{
    foreach (string line in new ReplayedReceipts().Replay(replayed, int.Parse(threads, CultureInfo.InvariantCulture)))
        Console.WriteLine(line);
    return;
}

// Prints every number of some explanations with all its bits, so that runs can be compared byte for byte.
Dataset<Loan> loans = new(Enumerable.Range(0, 50).Select(Loan.Example));
Dataset<Loan> labeled = loans.WithLabels(loans.Rows.Select(loan => loan.Score() > 0.5 ? Decision.Approved : Decision.Declined));
GaussianNeighborhood<Loan> around = new() { Background = loans, Samples = 333 };
IModel<Loan> scorecard = Model.From<Loan>(loan => loan.Score());
IModel<Loan> forest = new RandomForest<Loan> { Trees = 20, Seed = 3 }.Train(labeled).Output(Decision.Approved);

IExplainer<Loan>[] explainers =
[
    new Lime<Loan> { Neighborhood = around, Seed = 1 },
    new Lime<Loan> { Neighborhood = around with { Center = NeighborhoodCenter.Background }, Seed = 1, Selection = FeatureSelection.LassoPath(2) },
    new Lime<Loan> { Neighborhood = around, Seed = 1, Ridge = 0, Kernel = new ExponentialKernel { Width = 0.1 } },
    new SmoothedLime<Loan> { Neighborhood = around, Seed = 1, Environments = 3, Selection = FeatureSelection.Forward(3) },
    new Linex<Loan> { Neighborhood = around, Seed = 1, Redraws = 1, Environments = 4 },
    new Linex<Loan> { Neighborhood = around, Seed = 1, Redraws = 1, Budget = 0.02, Bootstrap = Bootstrap.ByWeight },
    new Linex<Loan> { Neighborhood = around, Seed = 1, Intercept = false },
    new Linex<Loan> { Neighborhood = around with { Design = SamplingDesign.AntitheticPairs }, Seed = 1 },
    new Linex<Loan> { Neighborhood = around, Seed = 1, Redraws = 5 },
    new TrivialExplainer<Loan> { Background = loans },
    new RandomExplainer<Loan> { Background = loans, Seed = 1 },
    new KernelShap<Loan> { Background = loans.Summarize(9, seed: 1) },
    new KernelShap<Loan> { Background = loans, ExactUpTo = 0, Samples = 40, Seed = 1, Selection = FeatureSelection.LassoPath(4) },
    new PermutationShap<Loan> { Background = loans, Permutations = 3, Seed = 1 },
];

KdeNeighborhood<Loan> density = new() { Background = loans, Samples = 150 };
Melime<Loan> melime = new() { Neighborhood = density, Seed = 1, Batches = 4 };

foreach (IModel<Loan> model in (IModel<Loan>[])[scorecard, forest])
{
    FittedMaple<Loan> maple = new Maple<Loan> { Background = loans, Trees = 30, MinLeafRows = 5, Seed = 1 }.Fit(model);
    IExplainer<Loan>[] real =
    [
        maple,
        melime,
        melime with { LocalModel = new HuberRegression(), Kernel = new NormalKernel { Radius = 2, Normalized = false } },
        melime with { LocalModel = new GradientDescent(), Neighborhood = density with { Components = 1, Kernel = DensityKernel.TopHat } },
        new Linex<Loan> { Neighborhood = density, Seed = 1 },
        new Linex<Loan> { Neighborhood = new TrainingSelection<Loan> { Weights = maple.Weights, Samples = 25 }, Seed = 1 },
    ];
    foreach (IExplainer<Loan> explainer in (IExplainer<Loan>[])[.. explainers, .. real])
    {
        foreach (Explanation<Loan> explanation in explainer.ExplainMany(model, loans.Rows.AsSpan(0, 3).ToArray()).Results)
        {
            double[] numbers =
            [
                .. explanation.Attribution.AsSpan(), explanation.Intercept, explanation.Prediction, explanation.LocalPrediction,
                explanation.Fit?.R2 ?? 0, explanation.Fit?.EffectiveSamples ?? 0, explanation.Convergence.Residual,
            ];
            Console.WriteLine($"{explainer.Name} {string.Join(' ', numbers.Select(number => BitConverter.DoubleToInt64Bits(number).ToString("X16", CultureInfo.InvariantCulture)))}");
        }
    }

    ExplainedRows<Loan> rows = ExplainedRows<Loan>.Of(explainers[4], model, labeled);
    IMetric<Loan>[] metrics = [new Infidelity<Loan>(), new GeneralizedInfidelity<Loan>(), new CoefficientInconsistency<Loan>(), new Unidirectionality<Loan>(), new ClassAttributionConsistency<Loan>()];
    foreach (IMetric<Loan> metric in metrics)
        Console.WriteLine(metric.Evaluate(rows));
}

foreach (TreeShap<Loan> trees in (TreeShap<Loan>[])[new() { Background = loans }, new() { Background = loans, Expectation = TreeExpectation.Interventional }])
{
    foreach (ShapValues<Loan> values in trees.ValuesMany(forest, loans.Rows.AsSpan(0, 3).ToArray()).Results)
        Console.WriteLine($"{trees.Expectation} {string.Join(' ', values.Contributions.AsSpan().ToArray().Append(values.BaseValue).Select(number => BitConverter.DoubleToInt64Bits(number).ToString("X16", CultureInfo.InvariantCulture)))}");
}

Console.WriteLine(new PermutationShap<Loan> { Background = loans, Link = LinkFunction.Logit }.Values(forest, loans[1]));
Console.Write(explainers[4].Explain(scorecard, loans[7]));

Dataset<Visit> visits = new(Enumerable.Range(1, 60).Select(Visit.Example));
IModel<Visit> triage = Model.From<Visit>(visit => visit.Score());
GaussianNeighborhood<Visit> nearby = new() { Background = visits, Samples = 300 };
IExplainer<Visit>[] ways =
[
    new Linex<Visit> { Neighborhood = nearby, Seed = 1 },
    new Lime<Visit> { Neighborhood = new KdeNeighborhood<Visit> { Background = visits, Samples = 200 }, Seed = 1 },
    new KernelShap<Visit> { Background = visits.Summarize(8, seed: 1), Samples = 200, Seed = 1 },
];
foreach (IExplainer<Visit> way in ways)
{
    foreach (Visit visit in visits.Rows.AsSpan(0, 5))
        Console.WriteLine($"{way.Name} {string.Join(' ', way.Explain(triage, visit).Attribution.AsSpan().ToArray().Select(number => BitConverter.DoubleToInt64Bits(number).ToString("X16", CultureInfo.InvariantCulture)))}");
}

Console.Write(ways[0].Explain(triage, visits[4]));

foreach (string line in Networks.Lines(labeled, loans.WithTarget(loans.Rows.Select(loan => loan.Score()))))
    Console.WriteLine(line);

foreach (string line in Letters.Lines(
    explainers[4].Explain(scorecard, loans[7]),
    ways[0].Explain(triage, visits[4]),
    new PermutationShap<Loan> { Background = loans }.Values(forest, loans[1]),
    new Certifier<Loan> { Explainer = new Lime<Loan> { Neighborhood = around, Seed = 1 }, Standard = new() { MaximumHalfWidth = 0.001 }, MaxQueries = 700 }.Explain(scorecard, loans[2])))
    Console.WriteLine(line);

foreach (string line in Told.Lines())
    Console.WriteLine(line);
