using System.Text.Json;
using TypedExplain.Tasks.Inputs;

namespace TypedExplain.Tasks;

/// <summary>Tasks over documents and an image.</summary>
internal static class MediaTasks
{
    public static TaskRun Text()
    {
        JsonElement data = DataFile.Read("text-nb.json");
        WordModel words = new(data);
        Clock clock = new();
        IModel<Document> model = new BlackBox<Document>(Model.From<Document>(document => words.Score(document.Words)), clock);
        Document[] documents = [.. data.GetProperty("documents").EnumerateArray().Select(text => new Document(text.GetString()!))];
        Lime<Document> lime = new() { Neighborhood = new MediaNeighborhood<Document> { Samples = 1000 }, Selection = FeatureSelection.HighestWeights(10) };
        return new(1000, 20, 0, documents.Length, row => [.. lime.Explain(model, documents[row]).Attribution.Words.Effects.ToArray().Where(effect => effect != 0).OrderDescending()], clock);
    }

    public static TaskRun Image()
    {
        Clock clock = new();
        Analytic analytic = new(784);
        IModel<Picture> model = new BlackBox<Picture>(Model.FromBatch<Picture>(pictures => Answers(analytic, pictures)), clock);
        Picture picture = new(Enumerable.Range(0, 784 * 3).Select(i => (float)(0.5 + (0.5 * Math.Sin(0.4 * (i / 3 / 28)) * Math.Cos(0.3 * (i / 3 % 28))))).ToArray());
        Lime<Picture> lime = new() { Neighborhood = new MediaNeighborhood<Picture> { Samples = 1000, Image = new MaskedImage { Segmentation = new GridSegmentation { BlockSize = 4 } } }, Selection = FeatureSelection.HighestWeights(100_000) };
        return new(1000, 49, 0, 5, _ => lime.Explain(model, picture).Attribution.Pixels.Effects[..8].ToArray(), clock);
    }

    private static double[] Answers(Analytic analytic, IReadOnlyList<Picture> pictures)
    {
        double[] channel = new double[pictures.Count * 784], answers = new double[pictures.Count];
        for (int i = 0; i < pictures.Count; i++)
        {
            ReadOnlySpan<float> pixels = pictures[i].Pixels.Span;
            for (int j = 0; j < 784; j++)
                channel[(i * 784) + j] = pixels[3 * j];
        }

        analytic.Score(channel, answers);
        return answers;
    }
}
