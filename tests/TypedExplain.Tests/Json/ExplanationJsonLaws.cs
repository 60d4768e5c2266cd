using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Json;

/// <summary>An explanation that was written as JSON and read back is the same, over every schema of the zoo.</summary>
public class ExplanationJsonLaws
{
    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void What_is_read_is_what_was_written(Animal animal) => animal.Obeys(new RoundTrip());

    private sealed class RoundTrip : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Twin<T> twin = new();
            Random random = new(21);
            Dataset<T> background = new(Enumerable.Range(0, 60).Select(_ => twin.Random(random)));
            T[] others = [background[1], background[2], twin.Random(random), twin.Random(random)];
            IModel<T> score = Model.FromRows<T>((rows, scores) =>
            {
                for (int row = 0; row < rows.Count; row++)
                    scores[row] = Math.Sin(rows[row].ToArray().Select((value, i) => (i + 1) * Math.Tanh(value / 100)).Sum());
            });
            IModel<T> probability = Model.FromRows<T>((rows, scores) =>
            {
                score.Score(rows, scores);
                foreach (ref double answer in scores[..rows.Count])
                    answer = (answer + 1) / 2;
            }).As(OutputKind.Votes(20));
            foreach (IExplainer<T> explainer in Explainers(background, score))
            {
                foreach ((IModel<T> model, T instance) in ((IModel<T>, T)[])[(score, background[0]), (probability, others[2])])
                {
                    if (explainer is FittedMaple<T> or FittedGlobalSurrogate<T> && model != score)
                        continue;
                    Explanation<T> explanation = explainer.Explain(model, instance);
                    Explanation<T> read = Explanation<T>.FromJson(explanation.ToJson());
                    Answers.Equal(explanation, read, [instance, .. others]);
                    Answers.Equal(explanation.Contributions(background).AsSpan(), read.Contributions(background).AsSpan());
                    Assert.Equal(twin.Encode(explanation.Instance), twin.Encode(read.Instance));
                }
            }
        }
    }

    /// <summary>One explainer of each kind.</summary>
    internal static IEnumerable<IExplainer<T>> Explainers<T>(Dataset<T> background, IModel<T> model)
        where T : IFeatureRecord<T>
    {
        GaussianNeighborhood<T> around = new() { Background = background, Samples = 120, HoldConstantFeatures = true };
        return
        [
            new Lime<T> { Neighborhood = around, Kernel = new ExponentialKernel { Width = 3 } },
            new Lime<T> { Neighborhood = new BinnedNeighborhood<T> { Background = background, Samples = 80, HoldConstantFeatures = true }, StandardErrors = false },
            new SmoothedLime<T> { Neighborhood = around, Environments = 3, Selection = FeatureSelection.Auto(2) },
            new Linex<T> { Neighborhood = around },
            new Linex<T> { Neighborhood = new KdeNeighborhood<T> { Background = background, Samples = 50, Radius = 50, Bandwidth = 0.3, HoldConstantFeatures = true }, Redraws = 1, Bound = 0.5 },
            new Melime<T> { Neighborhood = around, Batches = 3, Kernel = new NormalKernel { Radius = 2 } },
            new Maple<T> { Background = background, Trees = 5 }.Fit(model),
            new PermutationShap<T> { Background = Summary.Summarize(background, 3), Permutations = 2 },
            new TrivialExplainer<T> { Background = background },
            new RandomExplainer<T> { Background = background },
            new GlobalSurrogate<T> { Background = background }.Fit(model),
        ];
    }
}
