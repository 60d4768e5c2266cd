using TypedExplain.Media;

namespace TextAndImage;

/// <summary>The LINEX paper's experiment on Rotten Tomatoes: realistic neighbors by word2vec, 100 samples, 2 environments, 5 words.</summary>
public static class ReviewExperiment
{
    private const int Seed = 7;

    public static void Run(int count)
    {
        if (DataFolder.Find("rt-polarity/rt-polarity.csv") is not { } file)
            return;
        CsvResult<Sentence> read = Csv.Read<Sentence>(file, new CsvOptions { Target = "label" }.Labels<Tone>());
        (Dataset<Sentence> train, Dataset<Sentence> test) = read.ToDataset().Split(0.2, Seed);
        NaiveBayes bayes = new NaiveBayesTrainer().Train([.. train.Rows.Select(row => row.Text)], [.. train.Target!.Values.Select(label => label > 0 ? "positive" : "negative")]);
        int positive = bayes.Classes.IndexOf("positive");
        double right = test.Rows.Select((row, i) => (bayes.Classify(row.Text) == "positive") == (test.Target!.Values[i] > 0)).Count(hit => hit) / (double)test.Count;
        Console.WriteLine($"naive Bayes: {right:F3} of {test.Count} unseen sentences right (reference 0.773)");

        Word2Vec words = new Word2VecTrainer { Seed = Seed }.Train([.. train.Rows.Select(row => row.Text)], new Lines<Word2VecProgress>(step => step.Epoch % 5 == 0 ? $"word2vec: epoch {step.Epoch} of {step.Epochs}, loss {step.Loss:F3}, {step.Left:mm\\:ss} left" : null));
        IModel<Sentence> liked = Model.From<Sentence>(sentence => bayes.Probabilities(sentence.Text)[positive]);
        // Spread over the file, whose first half is positive.
        count = Math.Min(count, test.Count);
        Dataset<Sentence> asked = test.Select([.. Enumerable.Range(0, count).Select(i => (int)((long)i * test.Count / count))]);

        MediaNeighborhood<Sentence> real = new() { Samples = 100, Text = new Word2VecNeighborhood { Words = words, Kernel = new ExponentialKernel { Width = 0.25 } } };
        MediaNeighborhood<Sentence> masked = new() { Samples = 100, Text = new MaskedText { Mode = TextMode.Positional, Placeholder = "", Kernel = new ExponentialKernel { Width = 0.25 } } };
        IExplainer<Sentence>[] explainers =
        [
            new Linex<Sentence> { Neighborhood = real, Selection = FeatureSelection.Forward(5), Redraws = 1, Seed = Seed },
            new Melime<Sentence> { Neighborhood = real with { Samples = 500 }, ImportanceTolerance = 0.01, ErrorTolerance = 0.01, Seed = Seed },
            new Linex<Sentence> { Neighborhood = masked, Selection = FeatureSelection.Forward(5), Redraws = 1, Seed = Seed },
            new Lime<Sentence> { Neighborhood = masked, Selection = FeatureSelection.Forward(5), Seed = Seed },
        ];
        Console.WriteLine("\nColumns: LINEX/real, MeLIME, LINEX/rand, LIME/rand, and the baselines.");
        Console.WriteLine(MetricTable<Sentence>.Of(
            explainers,
            [new Infidelity<Sentence>(), new GeneralizedInfidelity<Sentence>(), new CoefficientInconsistency<Sentence>(), new Unidirectionality<Sentence>(), new Unidirectionality<Sentence> { Zeros = ZeroEffects.LeftOut }, new ClassAttributionConsistency<Sentence>()],
            liked,
            asked,
            neighbors: 5));

        Console.WriteLine("Words of ten sentences by LINEX/real:");
        for (int i = 0; i < Math.Min(10, asked.Count); i++)
        {
            Explanation<Sentence> explanation = explainers[0].Explain(liked, asked[i]);
            Console.WriteLine($"{explanation.Prediction:F2}  {asked[i].Text}\n      {explanation.Attribution.Text}");
        }
    }

    private enum Tone
    {
        Negative,
        Positive,
    }
}
