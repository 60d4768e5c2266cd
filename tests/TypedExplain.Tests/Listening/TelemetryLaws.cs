using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Listening;

/// <summary>Over every schema of the zoo: telemetry tells words of closed lists and the names of types, and so nothing of an instance.</summary>
[Collection(nameof(ListeningTests))]
public class TelemetryLaws
{
    private const string Canary = "canary-7411";

    private static readonly string[] s_words =
    [
        "score", "explained", "certified", "best_effort", "refused", "failed", "out_of_budget", "no_fit",
        "LIME", "S-LIME", "LINEX", "MeLIME", "MAPLE", "PermutationSHAP", "trivial", "random", "global",
        "TypedExplain.InvalidModelException", .. Enum.GetNames<Caveats>(),
    ];

    [Theory]
    [MemberData(nameof(Animal.All), MemberType = typeof(Animal))]
    public void No_value_and_no_name_of_a_feature_is_told(Animal animal) => animal.Obeys(new NoLeak());

    private sealed class NoLeak : ILaw
    {
        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            Twin<T> twin = new();
            Random random = new(71);
            Dataset<T> background = new(Enumerable.Range(0, 30).Select(_ => twin.Random(random)));
            IModel<T> model = Model.FromRows<T>((rows, scores) =>
            {
                for (int row = 0; row < rows.Count; row++)
                    scores[row] = Math.Tanh(rows[row][0]);
            });
            IModel<T> broken = Model.FromRows<T>((rows, _) => throw new InvalidOperationException($"{Canary} {string.Join(" ", rows[0].ToArray())}"));
            GaussianNeighborhood<T> around = new() { Background = background, Samples = 60, HoldConstantFeatures = true };
            Lime<T> lime = new() { Neighborhood = around };

            using Heard heard = new();
            foreach (IExplainer<T> explainer in (IExplainer<T>[])[lime, new Linex<T> { Neighborhood = around, Redraws = 1 }, new PermutationShap<T> { Background = background, Permutations = 2 }, new TrivialExplainer<T> { Background = background }])
            {
                _ = explainer.Explain(model, background[0]);
                Record.Exception(() => explainer.Explain(broken, background[0]));
            }

            _ = lime.ExplainMany(model, [background[0], background[1]]);
            _ = new Certifier<T> { Explainer = lime, MaxQueries = 200 }.Explain(model, background[0]);

            Assert.True(heard.Activities.Count >= 10);
            Assert.All(heard.Activities, activity => Assert.True(activity.StatusDescription is null && !activity.Events.Any() && activity.DisplayName == "explain" && !activity.Baggage.Any()));
            Assert.DoesNotContain(heard.Texts(), told => told.Tag == TypedExplainTelemetry.RecordTag ? told.Text != T.Schema.Name : !s_words.Contains(told.Text));
            Assert.DoesNotContain(heard.Texts(), told => told.Text.Contains(Canary, StringComparison.Ordinal));
        }
    }
}
