using Quickstart;
using TypedExplain.Quality.Methods;

namespace TypedExplain.Quality.Measures;

/// <summary>Iris with ten samples, by the paper's five kernel widths: infidelity at the instance and at its neighbors.</summary>
public static class TenSamples
{
    private const int Samples = 10;

    // τ√d of the paper.
    private static readonly double[] s_widths = [0.1, 0.2, 0.5, 1, 1.5];

    public static IReadOnlyList<Measured> Of(Settings settings)
    {
        Dictionary<string, (List<double> Own, List<double> Neighbors)> all = [];
        for (int split = 0; split < settings.Splits; split++)
        {
            (Dataset<Iris> train, Dataset<Iris> test) = IrisData.Load().Split(0.2, split);
            IModel<Iris> model = new RandomForest<Iris> { Seed = split }.Train(train).Output(Species.Setosa);
            Sets.QualitySet<Iris> set = new("iris", train, test, model);
            foreach (Method<Iris> method in MethodList.Samplers<Iris>())
            {
                (List<double> own, List<double> neighbors) = all.TryGetValue(method.Name, out var known) ? known : all[method.Name] = ([], []);
                foreach (double width in s_widths)
                {
                    IExplainer<Iris> explainer = ((LinearExplainer<Iris>)method.Make(set, Samples, split)) with { Kernel = new ExponentialKernel { Width = width } };
                    ExplainedRows<Iris> rows = ExplainedRows<Iris>.Of(explainer, model, test);
                    own.Add(new Infidelity<Iris>().Evaluate(rows).Mean);
                    neighbors.Add(new GeneralizedInfidelity<Iris>().Evaluate(rows).Mean);
                }
            }
        }

        return [.. all.Select(method => new Measured(method.Key, [Measure.Of("INFD", method.Value.Own), Measure.Of("GI", method.Value.Neighbors)]))];
    }
}
