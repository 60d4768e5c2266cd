using Quickstart;

namespace TypedExplain.Aot;

/// <summary>The quickstart's explanation, from the training of its forest to what it prints: for timing a fresh process.</summary>
internal static class Flowers
{
    public static void Print()
    {
        (Dataset<Iris> train, Dataset<Iris> test) = IrisData.Load().Split(testFraction: 0.2, seed: 7);
        IModel<Iris> virginica = new RandomForest<Iris> { Seed = 7 }.Train(train).Output(Species.Virginica);
        Linex<Iris> linex = new() { Neighborhood = new GaussianNeighborhood<Iris> { Background = train, Samples = 500 }, Environments = 4, Seed = 7 };
        Console.Write(linex.Explain(virginica, test[0]));
    }
}
