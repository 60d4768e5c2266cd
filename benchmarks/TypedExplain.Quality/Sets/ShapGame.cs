namespace TypedExplain.Quality.Sets;

/// <summary>A model, an instance and a background whose Shapley values are known.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Players">How many features differ from the background.</param>
/// <param name="Model">The model.</param>
/// <param name="Instance">The instance.</param>
/// <param name="Background">The background.</param>
/// <param name="Exact">The exact values, or the mean of very many orders.</param>
public sealed record ShapGame(string Name, int Players, IModel<Thirty> Model, Thirty Instance, Dataset<Thirty> Background, double[] Exact)
{
    private const int BackgroundRows = 10, TrainingRows = 500, Hidden = 16;

    /// <summary>Three forests, three networks and a logistic curve.</summary>
    public static IEnumerable<ShapGame> All()
    {
        foreach (int players in (int[])[8, 14, 30])
            yield return Forest(players);
        foreach (int players in (int[])[8, 14, 30])
            yield return Network(players);
        yield return Logistic(10);
    }

    private static ShapGame Forest(int players)
    {
        Dataset<Thirty> rows = Rows(players, TrainingRows);
        RandomStream stream = new(players, "forest");
        IModel<Thirty> truth = Perceptron(players, stream, bend: true);
        double[] noise = new double[TrainingRows];
        stream.FillNormal(0, noise);
        Forest<Thirty> forest = new RandomForest<Thirty> { Trees = 50, MinLeafRows = 3, Seed = 1 }.Train(rows.WithTarget(rows.Rows.Select((row, i) => truth.Predict(row) + (0.1 * noise[i]))));
        Dataset<Thirty> background = rows.Select([.. Enumerable.Range(1, BackgroundRows)]);
        ShapValues<Thirty> exact = new TreeShap<Thirty> { Expectation = TreeExpectation.Interventional, Background = background }.Values(forest, rows[0]);
        return new($"forest of {players}", players, forest, rows[0], background, exact.Contributions.AsSpan().ToArray());
    }

    private static ShapGame Network(int players) => Of($"network of {players}", players, Perceptron(players, new RandomStream(players, "network"), bend: false));

    private static ShapGame Logistic(int players)
    {
        double[] weights = new double[players];
        new RandomStream(players, "logistic").FillNormal(0, weights);
        return Of($"logistic curve of {players}", players, TypedExplain.Model.FromRows<Thirty>((rows, scores) =>
        {
            for (int row = 0; row < rows.Count; row++)
            {
                double sum = 0;
                for (int i = 0; i < players; i++)
                    sum += weights[i] * rows[row][i];
                scores[row] = 1 / (1 + Math.Exp(-sum));
            }
        }));
    }

    private static ShapGame Of(string name, int players, IModel<Thirty> model)
    {
        Dataset<Thirty> rows = Rows(players, BackgroundRows + 1), background = rows.Select([.. Enumerable.Range(1, BackgroundRows)]);
        IShapExplainer<Thirty> reference = players <= 16 ? new KernelShap<Thirty> { Background = background, ExactUpTo = 16 } : new PermutationShap<Thirty> { Background = background, Permutations = 4000, Seed = Settings.LimitSeed };
        return new(name, players, model, rows[0], background, reference.Values(model, rows[0]).Contributions.AsSpan().ToArray());
    }

    private static Dataset<Thirty> Rows(int players, int count)
    {
        RandomStream stream = new(players, "rows");
        return new(Enumerable.Range(0, count).Select(row =>
        {
            double[] own = new double[players];
            stream.For(row).FillNormal(0, own);
            return Thirty.Of(own);
        }));
    }

    /// <summary>A layer of hyperbolic tangents and a logistic curve; where it bends, two numbers also multiply.</summary>
    private static IModel<Thirty> Perceptron(int players, RandomStream stream, bool bend)
    {
        double[] weights = new double[Hidden * (players + 1)];
        stream.For(1).FillNormal(0, weights);
        return TypedExplain.Model.FromRows<Thirty>((rows, scores) =>
        {
            for (int row = 0; row < rows.Count; row++)
            {
                ReadOnlySpan<double> x = rows[row];
                double answer = bend ? x[0] * x[1] : 0;
                for (int unit = 0; unit < Hidden; unit++)
                {
                    double sum = 0;
                    for (int i = 0; i < players; i++)
                        sum += weights[(unit * (players + 1)) + i] * x[i];
                    answer += weights[(unit * (players + 1)) + players] * Math.Tanh(sum / Math.Sqrt(players)) * 0.7;
                }

                scores[row] = 1 / (1 + Math.Exp(-answer));
            }
        });
    }
}
