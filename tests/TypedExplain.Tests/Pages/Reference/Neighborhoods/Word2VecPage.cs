using TypedExplain.Media;
using TypedExplain.Tests.Media;

namespace TypedExplain.Tests.Pages.Reference.Neighborhoods;

internal static class Word2VecPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        string[] texts = ["a great film", "a good film", "a fine film", "a dull film", "a boring film", "a great cast", "a good cast", "a dull cast"];
        Word2Vec words = new Word2VecTrainer { Dimensions = 8, Epochs = 50, Seed = 7 }.Train(texts);
        IModel<Review> model = Model.From<Review>(review => review.Body.Contains("great") ? 1 : 0);

        Linex<Review> linex = new()
        {
            Neighborhood = new MediaNeighborhood<Review> { Samples = 200, Text = new Word2VecNeighborhood { Words = words } },
            Seed = 7,
        };
        foreach (WordEffect word in linex.Explain(model, new("a great film")).Attribution.Body.Ranked())
            console.WriteLine($"{word.Word,-6} {word.Effect:+0.000;-0.000;0.000}");
        // </page>
    }
}
