using System.Text.Json;
using TypedExplain.Media;
using TypedExplain.Numerics;
using TypedExplain.Tests.Golden;
using TypedExplain.Tests.Support;
using TypedExplain.Text;

namespace TypedExplain.Tests.Text;

public class NaiveBayesTests
{
    private static readonly string[] s_texts = ["good good film", "Good story", "bad film", "bad bad bad story a", "a fine good film"];
    private static readonly string[] s_labels = ["up", "up", "down", "down", "up"];

    /// <summary>Against the formulas, written with dictionaries.</summary>
    [Theory]
    [InlineData("good film")]
    [InlineData("bad good GOOD story")]
    [InlineData("unknown words only")]
    [InlineData("")]
    public void Formulas(string text)
    {
        NaiveBayes model = new NaiveBayesTrainer { Smoothing = 0.5 }.Train(s_texts, s_labels);
        string[] words = [.. s_texts.SelectMany(Words).Distinct()];
        Dictionary<string, double> idf = words.ToDictionary(word => word, word => Math.Log((1.0 + s_texts.Length) / (1 + s_texts.Count(own => Words(own).Contains(word)))) + 1);
        double[] logs =
        [
            .. model.Classes.Select(label =>
            {
                Dictionary<string, double>[] own = [.. s_texts.Zip(s_labels).Where(pair => pair.Second == label).Select(pair => Weights(pair.First))];
                double total = own.Sum(weights => weights.Values.Sum()) + (0.5 * words.Length);
                return Math.Log((double)own.Length / s_texts.Length) + Weights(text).Sum(pair => pair.Value * Math.Log((own.Sum(weights => weights.GetValueOrDefault(pair.Key)) + 0.5) / total));
            }),
        ];
        double[] expected = [.. logs.Select(log => 1 / logs.Sum(other => Math.Exp(other - log)))];
        Assert.Equal(["down", "up"], model.Classes.AsEnumerable());
        new Tolerance(1e-12).Check(expected, model.Probabilities(text), text);
        Assert.Equal(model.Classes[Array.IndexOf(expected, expected.Max())], model.Classify(text));

        Dictionary<string, double> Weights(string own)
        {
            Dictionary<string, double> weights = Words(own).Where(idf.ContainsKey).GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count() * idf[group.Key]);
            double norm = Math.Sqrt(weights.Values.Sum(value => value * value));
            return weights.ToDictionary(pair => pair.Key, pair => pair.Value / norm);
        }

        static string[] Words(string own) => own.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    [Fact]
    public void TheOrderOfWordsDoesNotMatter()
    {
        NaiveBayes model = new NaiveBayesTrainer().Train(s_texts, s_labels);
        Assert.Equal(model.Probabilities("bad fine good story film bad"), model.Probabilities("film bad bad good fine story"));
        Assert.NotEqual(model.Probabilities("Good"), new NaiveBayesTrainer { IgnoresCase = false }.Train(s_texts, s_labels).Probabilities("Good"));
    }

    [Fact]
    public void NothingIsAllocatedPerScore()
    {
        NaiveBayes model = new NaiveBayesTrainer().Train(s_texts, s_labels);
        double[] probabilities = new double[2];
        model.Score("a good film", probabilities);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            model.Score("a good film", probabilities);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 20_000);
    }

    [Fact]
    public void BadInput()
    {
        NaiveBayesTrainer trainer = new();
        Assert.Equal("Smoothing is 0; it must be above 0.", Assert.Throws<InvalidOptionException>(() => (trainer with { Smoothing = 0 }).Train(s_texts, s_labels)).Message);
        Assert.Equal("1 labels were given for 5 texts; each text needs one.", Assert.Throws<InvalidDatasetException>(() => trainer.Train(s_texts, ["up"])).Message);
        Assert.Equal("All 2 texts are of the class up; there is nothing to tell apart.", Assert.Throws<InvalidDatasetException>(() => trainer.Train(s_texts[..2], s_labels[..2])).Message);
        Assert.Equal("None of 2 texts has a word.", Assert.Throws<InvalidDatasetException>(() => trainer.Train(["", "."], ["a", "b"])).Message);
        Assert.Contains("there are 2 classes", Assert.Throws<ArgumentException>(() => trainer.Train(s_texts, s_labels).Score("a", new double[3])).Message);
    }

    /// <summary>The data's README: accuracy 0.773, deviation 0.008 over ten random splits.</summary>
    [DataFact]
    public void Polarity()
    {
        (string Label, string Text)[] reviews = Reviews.Load();
        Assert.Equal(9063, reviews.Length);
        List<double> accuracies = [];
        for (int split = 0; split < 4; split++)
        {
            int[] order = new Shuffle(new RandomStream(split, "split")).Permutation(reviews.Length);
            int tested = reviews.Length / 5;
            NaiveBayes model = new NaiveBayesTrainer().Train([.. order.Skip(tested).Select(i => reviews[i].Text)], [.. order.Skip(tested).Select(i => reviews[i].Label)]);
            accuracies.Add(order.Take(tested).Average(i => model.Classify(reviews[i].Text) == reviews[i].Label ? 1.0 : 0));
        }

        Assert.InRange(accuracies.Average(), 0.773 - 0.012, 0.773 + 0.012);
    }

    [BenchFact]
    public void ProbabilitiesOfAFittedModel()
    {
        JsonElement fitted = JsonDocument.Parse(File.ReadAllText(BenchFactAttribute.File)).RootElement;
        WordCounts counts = new(new WordTokenizer(), ignoresCase: true);
        foreach (JsonProperty word in fitted.GetProperty("vocabulary").EnumerateObject().OrderBy(word => word.Value.GetInt32()))
            counts.Learn(word.Name);
        double[][] logarithms = fitted.Matrix("feature_log_prob");
        double[] perWord = [.. Enumerable.Range(0, logarithms[0].Length).SelectMany(word => logarithms.Select(own => own[word]))];
        NaiveBayes model = new(counts, ["0", "1"], fitted.Vector("idf"), fitted.Vector("class_log_prior"), perWord);

        double[][] expected = fitted.Matrix("document_proba");
        string[] documents = [.. fitted.GetProperty("documents").EnumerateArray().Select(document => document.GetString()!)];
        for (int i = 0; i < documents.Length; i++)
            new Tolerance(1e-12).Check(expected[i], model.Probabilities(documents[i]), $"document {i}");
    }

    /// <summary>A test on the fitted model of the benchmarks, beside the data; skipped where it is missing.</summary>
    private sealed class BenchFactAttribute : FactAttribute
    {
        public BenchFactAttribute() => Skip = System.IO.File.Exists(File) ? null : $"There is no {File}.";

        public static string File { get; } = Path.GetFullPath(Path.Combine(TestData.Folder, "..", "bench", "data", "text-nb.json"));
    }
}
