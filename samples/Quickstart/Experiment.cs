using System.Globalization;
using System.Text;

namespace Quickstart;

/// <summary>
/// The Iris experiment of the LINEX paper: the probability of setosa explained for every test flower from 10 samples,
/// 2 environments and 3 neighboring flowers, averaged over five kernel widths; here also over several splits.
/// </summary>
public static class Experiment
{
    private static readonly double[] s_widths = [0.05, 0.1, 0.25, 0.5, 0.75];

    private static readonly IMetric<Iris>[] s_metrics =
    [
        new Infidelity<Iris>(),
        new GeneralizedInfidelity<Iris>(),
        new CoefficientInconsistency<Iris>(),
        new Unidirectionality<Iris>(),
        new Unidirectionality<Iris> { Zeros = ZeroEffects.LeftOut },
        new ClassAttributionConsistency<Iris>(),
    ];

    public static string Run(int splits)
    {
        // For every method, one row of metrics per split.
        Dictionary<string, List<double[]>> results = [];
        for (int seed = 0; seed < splits; seed++)
        {
            (Dataset<Iris> train, Dataset<Iris> test) = IrisData.Load().Split(testFraction: 0.2, seed);

            // The paper explains the probability itself, and not its log odds.
            IModel<Iris> setosa = new RandomForest<Iris> { Seed = seed }.Train(train).Output(Species.Setosa).As(OutputKind.Score);
            foreach (IGrouping<string, IExplainer<Iris>> method in s_widths.SelectMany(width => Methods(train, width, seed)).GroupBy(explainer => explainer.Name))
            {
                double[][] perWidth = [.. method.Select(explainer => Metrics(explainer, setosa, test))];
                if (!results.TryGetValue(method.Key, out List<double[]>? rows))
                    results[method.Key] = rows = [];
                rows.Add([.. s_metrics.Select((_, metric) => perWidth.Average(values => values[metric]))]);
            }
        }

        return Table(results, splits);
    }

    private static IEnumerable<IExplainer<Iris>> Methods(Dataset<Iris> train, double width, int seed)
    {
        GaussianNeighborhood<Iris> around = new() { Background = train, Samples = 10, Design = SamplingDesign.Independent };
        ExponentialKernel kernel = new() { Width = width };
        yield return new Lime<Iris> { Neighborhood = around, Kernel = kernel, Seed = seed };
        yield return new SmoothedLime<Iris> { Neighborhood = around, Kernel = kernel, Seed = seed };
        yield return new Linex<Iris> { Neighborhood = around, Kernel = kernel, Redraws = 1, Seed = seed };
        yield return new TrivialExplainer<Iris> { Background = train };
        yield return new RandomExplainer<Iris> { Background = train, Seed = seed };
    }

    private static double[] Metrics(IExplainer<Iris> explainer, IModel<Iris> model, Dataset<Iris> test)
    {
        ExplainedRows<Iris> rows = ExplainedRows<Iris>.Of(explainer, model, test, neighbors: 3);
        return [.. s_metrics.Select(metric => metric.Evaluate(rows).Mean)];
    }

    private static string Table(Dictionary<string, List<double[]>> results, int splits)
    {
        string[] headings = ["INFD ↓", "GI ↓", "CI ↓", "Υ ↑", "Υ≠0 ↑", "CAC ↑"];
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"P(setosa), n = 10, k = 2, mean over {s_widths.Length} kernel widths and {splits} splits (± standard error over splits):\n");
        text.Append("          ").AppendJoin("", headings.Select(heading => heading.PadLeft(14))).Append('\n');
        foreach ((string method, List<double[]> rows) in results)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {method,-8}");
            for (int metric = 0; metric < s_metrics.Length; metric++)
                text.Append(Cell([.. rows.Select(row => row[metric])]).PadLeft(14));
            text.Append('\n');
        }

        const int inconsistency = 2;
        text.Append(CultureInfo.InvariantCulture, $"CI of LINEX is below LIME's in {Below("LIME")} and below S-LIME's in {Below("S-LIME")} of {splits} splits.\n");
        text.Append("INFD error at the flower itself, GI error of its neighbors' surrogates, CI change of effects between neighbors,\n");
        text.Append("Υ share of effects that keep their direction (Υ≠0: exact zeros left out), CAC correlation of effects with inputs.\n");
        text.Append("The trivial explainer echoes its input and the random one knows nothing: what they score well on proves little.\n");
        return text.ToString();

        int Below(string rival) => results["LINEX"].Zip(results[rival], (linex, other) => linex[inconsistency] < other[inconsistency] ? 1 : 0).Sum();
    }

    private static string Cell(double[] values)
    {
        double[] defined = [.. values.Where(value => !double.IsNaN(value))];
        if (defined.Length == 0)
            return "undefined";
        double mean = defined.Average();
        double error = Math.Sqrt(defined.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, defined.Length - 1) / defined.Length);
        return string.Create(CultureInfo.InvariantCulture, $"{mean:0.000}±{error:0.000}");
    }
}
