using TypedExplain.Media;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Text;

public class Word2VecTests
{
    private static readonly Word2VecTrainer s_small = new() { Dimensions = 20, Epochs = 5, Seed = 3 };

    /// <summary>Words of two groups never stand together; a few stand in both.</summary>
    private static string[] Groups(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i =>
        {
            RandomStream stream = new RandomStream(7, "groups").For(i);
            return string.Join(' ', Enumerable.Range(0, 8).Select(j => j % 4 == 3 ? "the" : $"{(i % 2 == 0 ? "cat" : "car")}{stream.Choose(j, 10)}"));
        }),
    ];

    [Theory]
    [InlineData(WordArchitecture.Cbow)]
    [InlineData(WordArchitecture.SkipGram)]
    public void WordsThatStandTogetherAreSimilar(WordArchitecture architecture)
    {
        Word2Vec vectors = (s_small with { Architecture = architecture, Epochs = 20 }).Train(Groups(600));
        for (int i = 0; i < 10; i++)
            Assert.All(vectors.MostSimilar($"cat{i}", 6), other => Assert.StartsWith("cat", other.Word));
        Assert.Equal(20, vectors.Losses.Length);
        Assert.True(vectors.Losses[^1] < vectors.Losses[0]);
    }

    [Theory]
    [InlineData(WordArchitecture.Cbow)]
    [InlineData(WordArchitecture.SkipGram)]
    public void TheNumberOfThreadsDoesNotMatter(WordArchitecture architecture)
    {
        Word2VecTrainer trainer = s_small with { Architecture = architecture };
        float[] one = Numbers((trainer with { MaxThreads = 1 }).Train(Groups(200)));
        foreach (int threads in new[] { 2, 3, 16 })
            Assert.Equal(one, Numbers((trainer with { MaxThreads = threads }).Train(Groups(200))));
        Assert.NotEqual(one, Numbers((trainer with { Seed = 4 }).Train(Groups(200))));
    }

    /// <summary>Run with instruction sets switched off (DOTNET_EnableAVX2=0, DOTNET_EnableHWIntrinsic=0) it must be the same.</summary>
    [Fact]
    public void TheBitsOfTrainedVectors()
    {
        List<string> lines = [];
        foreach (WordArchitecture architecture in Enum.GetValues<WordArchitecture>())
        {
            ulong sum = 14695981039346656037;
            foreach (float number in Numbers((s_small with { Architecture = architecture }).Train(Groups(100))))
                sum = (sum ^ BitConverter.SingleToUInt32Bits(number)) * 1099511628211;
            lines.Add($"{architecture} {sum:X16}\n");
        }

        Snapshot.Matches(string.Concat(lines), "txt");
    }

    /// <summary>A few words that are in every step again and again do not make it overshoot.</summary>
    [Theory]
    [InlineData(WordArchitecture.Cbow)]
    [InlineData(WordArchitecture.SkipGram)]
    public void FewWordsDoNotDiverge(WordArchitecture architecture)
    {
        string[] texts = [.. Enumerable.Repeat("a b a b c a a a b c d", 500)];
        Word2Vec vectors = (s_small with { Architecture = architecture, Epochs = 10, LearningRate = 0.1 }).Train(texts);
        Assert.All(Numbers(vectors), value => Assert.InRange(value, -20, 20));
        Assert.True(vectors.Losses[^1] < 6 * Math.Log(2));
    }

    [Fact]
    public void TheVocabulary()
    {
        Word2Vec vectors = (s_small with { MinimumCount = 2, Epochs = 1 }).Train(["b a b c", "A a d d", "once b"]);
        Assert.Equal(["b", "a", "d"], vectors.Words.AsEnumerable());
        Assert.False(vectors.Contains("A"));
        Assert.Equal(-1, vectors.IndexOf("once"));
        Assert.Equal(20, vectors.Vector("a").Length);
        Assert.True(vectors.Vector("c").IsEmpty);
    }

    [Fact]
    public void SimilarWords()
    {
        Word2Vec vectors = new(["east", "north", "northeast", "west", "nowhere", "far"], [1, 0, 0, 1, 1, 1, -1, 0, 0, 0, 3e30f, 4e30f]);
        Assert.Equal(Math.Sqrt(0.5), vectors.Similarity("east", "northeast")!.Value, 1e-7);
        Assert.Equal(7 / Math.Sqrt(50), vectors.Similarity("northeast", "far")!.Value, 1e-7);
        Assert.Equal(-1, vectors.Similarity("east", "west"));
        Assert.Equal(0, vectors.Similarity("east", "nowhere"));
        Assert.Equal(1, vectors.Similarity("west", "west"));
        Assert.Null(vectors.Similarity("east", "south"));
        Assert.Equal(["northeast", "far", "north", "nowhere", "west"], vectors.MostSimilar("east", 99).Select(word => word.Word));
        Assert.Equal(["northeast", "far"], vectors.MostSimilar("east", 2).Select(word => word.Word));
        Assert.Equal(["northeast", "far", "north", "nowhere"], vectors.Within("east", 1).Select(word => word.Word));
        Assert.Empty(vectors.Within("east", 0.1));
        Assert.Empty(vectors.MostSimilar("south", 3));
        Assert.Empty(vectors.Within("south", 2));
        Assert.Empty(vectors.MostSimilar("east", 0));
    }

    /// <summary>The ranking of few words and of many is one.</summary>
    [Fact]
    public void RankingsAgree()
    {
        RandomStream stream = new(1, "vectors");
        Word2Vec vectors = new([.. Enumerable.Range(0, 300).Select(i => $"w{i}")], [.. Enumerable.Range(0, 600).Select(i => (float)(stream.Choose(i, 5) - 2))]);
        string[] all = [.. vectors.MostSimilar("w0", 299).Select(word => word.Word)];
        Assert.Equal(all[..64], vectors.MostSimilar("w0", 64).Select(word => word.Word));
        Assert.Equal(all[..7], vectors.MostSimilar("w0", 7).Select(word => word.Word));
        Assert.Equal(all, vectors.Within("w0", 2).Select(word => word.Word));
        Assert.Equal(299, all.Distinct().Count());
    }

    [Fact]
    public void CancellationGivesTheVectorsSoFar()
    {
        using CancellationTokenSource source = new();
        Counting progress = new(epoch => { if (epoch == 2) source.Cancel(); });
        Word2Vec vectors = s_small.Train(Groups(50), progress, source.Token);
        Assert.Equal(2, vectors.Losses.Length);
        Assert.Equal(2, progress.Last.Epoch);
        Assert.Equal(5, progress.Last.Epochs);
        Assert.Equal(vectors.Losses[1], progress.Last.Loss);
        Assert.Equal(Numbers((s_small with { Epochs = 5 }).Train(Groups(50), new Counting(epoch => { }))), Numbers(s_small.Train(Groups(50))));
        Assert.Throws<OperationCanceledException>(() => s_small.Train(Groups(50), null, new(true)));
    }

    public static TheoryData<Word2VecTrainer, string> Options => new()
    {
        { s_small with { Dimensions = 0 }, "Dimensions is 0; it must be at least 1." },
        { s_small with { Window = 0 }, "Window is 0; it must be at least 1." },
        { s_small with { Negatives = 0 }, "Negatives is 0; it must be at least 1." },
        { s_small with { MinimumCount = 0 }, "MinimumCount is 0; it must be at least 1." },
        { s_small with { Epochs = -1 }, "Epochs is -1; it must be at least 1." },
        { s_small with { MaxThreads = 0 }, "MaxThreads is 0; it must be at least 1." },
        { s_small with { LearningRate = double.NaN }, "LearningRate is NaN; it must be above 0." },
        { s_small with { Architecture = (WordArchitecture)5 }, "Architecture is 5; it must be Cbow or SkipGram." },
    };

    [Theory]
    [MemberData(nameof(Options))]
    public void BadOptions(Word2VecTrainer trainer, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidOptionException>(() => trainer.Train(["a b"])).Message);

    [Fact]
    public void BadTexts()
    {
        Assert.Equal("None of 2 texts has a word that is there 1 times, as MinimumCount asks; there is nothing to learn.", Assert.Throws<InvalidDatasetException>(() => s_small.Train(["", " "])).Message);
        Assert.Contains("has two words of the vocabulary", Assert.Throws<InvalidDatasetException>(() => s_small.Train(["a", "b"])).Message);
        Assert.Contains("Training diverged in epoch 1", Assert.Throws<InvalidModelException>(() => (s_small with { LearningRate = 1e30 }).Train(Groups(50))).Message);
        Assert.Contains("is 2.5; it must be from 0 to 2", Assert.Throws<InvalidOptionException>(() => new Word2Vec(["a"], [1]).Within("a", 2.5)).Message);
        Assert.Equal("The word \"a\" has two vectors, number 1 and number 2.", Assert.Throws<InvalidModelException>(() => new Word2Vec(["a", "a"], [1, 2])).Message);
        Assert.Contains("5 numbers are not vectors of 2 words", Assert.Throws<InvalidModelException>(() => new Word2Vec(["a", "b"], [1, 2, 3, 4, 5])).Message);
        Assert.Contains("The vector of \"b\" holds NaN", Assert.Throws<InvalidModelException>(() => new Word2Vec(["a", "b"], [1, float.NaN])).Message);
    }

    private static float[] Numbers(Word2Vec vectors) => [.. vectors.Words.SelectMany(word => vectors.Vector(word).ToArray())];

    private sealed class Counting(Action<int> told) : IProgress<Word2VecProgress>
    {
        public Word2VecProgress Last { get; private set; }

        public void Report(Word2VecProgress value)
        {
            Last = value;
            told(value.Epoch);
        }
    }
}
