using System.Globalization;
using TypedExplain.Media;
using TypedExplain.Numerics;

namespace TypedExplain.Text.Vectors;

/// <summary>
/// The training of word vectors: steps of a few positions, always divided into the same shards, whose gradients against the
/// same tables are added in the order of the shards. So the number of threads cannot change a bit.
/// </summary>
internal sealed class WordTraining
{
    /// <summary>Shards of a step; more threads than this find no work.</summary>
    private const int Shards = 8;

    private const int ShardPositions = 32;

    /// <summary>
    /// How often a step may move a vector by its full gradient: one that is touched more often moves as if it were this often,
    /// or else frequent words would overshoot, since all of a step looks at the same tables.
    /// </summary>
    private const int MostMoves = 16;

    private const double LeastRateShare = 1e-4;

    private readonly WordShard[] _shards = new WordShard[Shards];
    private readonly (int Position, int Sentence)[] _order;
    private readonly int[] _counts;

    public WordTraining(Word2VecTrainer options, WordCorpus corpus)
    {
        Options = options;
        Corpus = corpus;
        Stride = NumberOps.Stride<float>(options.Dimensions);
        Inputs = new float[checked(corpus.Words.Length * Stride)];
        Outputs = new float[Inputs.Length];
        _order = new (int, int)[corpus.Count];
        _counts = new int[corpus.Words.Length];

        // The power ¾ by two roots, which every machine rounds alike.
        Negatives = new([.. corpus.Counts.Select(count => Math.Sqrt(count) * Math.Sqrt(Math.Sqrt(count)))]);
        for (int i = 0; i < Shards; i++)
            _shards[i] = new(this);
        Initialize();
    }

    public Word2VecTrainer Options { get; }

    public WordCorpus Corpus { get; }

    /// <summary>Numbers per row of the tables.</summary>
    public int Stride { get; }

    /// <summary>The vectors of words that predict: what is kept in the end.</summary>
    public float[] Inputs { get; }

    /// <summary>The vectors of words that are predicted.</summary>
    public float[] Outputs { get; }

    /// <summary>Draws words by their frequency to the power ¾.</summary>
    public AliasTable Negatives { get; }

    /// <summary>Goes through all positions once; the mean loss, or null where cancellation ended it.</summary>
    public double? Run(int epoch, int threads, CancellationToken cancellation)
    {
        Arrange(epoch);
        RandomStream stream = new RandomStream(Options.Seed, "word contexts").For(epoch);
        (double sum, long count) = (0, 0);
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = threads };
        for (int first = 0; first < _order.Length; first += Shards * ShardPositions)
        {
            if (cancellation.IsCancellationRequested)
                return null;
            int start = first, used = Math.Min(Shards, (_order.Length - first + ShardPositions - 1) / ShardPositions);
            if (threads == 1)
            {
                for (int i = 0; i < used; i++)
                    RunShard(stream, i, start);
            }
            else
            {
                _ = Parallel.For(0, used, parallel, i => RunShard(stream, i, start));
            }

            double done = (((double)epoch * _order.Length) + first) / ((double)Options.Epochs * _order.Length);
            float rate = (float)(Options.LearningRate * Math.Max(1 - done, LeastRateShare));
            foreach (WordShard shard in _shards.AsSpan(0, used))
            {
                sum += shard.Loss.Sum;
                count += shard.Loss.Count;
            }

            Step(used, static shard => shard.Inputs, rate, Inputs);
            Step(used, static shard => shard.Outputs, rate, Outputs);
        }

        double loss = sum / Math.Max(count, 1);
        if (!double.IsFinite(loss) || !Array.TrueForAll(Inputs, float.IsFinite))
            throw new InvalidModelException(string.Create(CultureInfo.InvariantCulture, $"Training diverged in epoch {epoch + 1}: the loss or a vector became NaN or infinite. Lower LearningRate, which is {Options.LearningRate}."));
        return loss;
    }

    /// <summary>Moves the vectors of a table against the gradients of the shards, in their order.</summary>
    private void Step(int used, Func<WordShard, RowSums<float>> gradient, float rate, float[] table)
    {
        foreach (WordShard shard in _shards.AsSpan(0, used))
            gradient(shard).AddCounts(_counts);
        foreach (WordShard shard in _shards.AsSpan(0, used))
            gradient(shard).AddTo(-rate, _counts, MostMoves, table);
        foreach (WordShard shard in _shards.AsSpan(0, used))
            gradient(shard).Clear(_counts);
    }

    private void RunShard(RandomStream stream, int shard, int start)
    {
        int from = start + (shard * ShardPositions);
        _shards[shard].Run(stream, _order.AsSpan(from, Math.Min(ShardPositions, _order.Length - from)));
    }

    /// <summary>The positions of the epoch: sentences in random order, each as it stands.</summary>
    private void Arrange(int epoch)
    {
        int at = 0;
        foreach (int sentence in new Shuffle(new RandomStream(Options.Seed, "word sentences").For(epoch)).Permutation(Corpus.Sentences))
        {
            for (int i = 0; i < Corpus[sentence].Length; i++)
                _order[at++] = (Corpus.Start(sentence) + i, sentence);
        }
    }

    /// <summary>Input vectors uniform in ±½ ÷ dimensions; output vectors 0.</summary>
    private void Initialize()
    {
        double[] draws = new double[Options.Dimensions];
        RandomStream stream = new(Options.Seed, "word vectors");
        for (int word = 0; word < Corpus.Words.Length; word++)
        {
            stream.For(word).FillUniform(0, draws);
            for (int i = 0; i < draws.Length; i++)
                Inputs[(word * Stride) + i] = (float)((draws[i] - 0.5) / draws.Length);
        }
    }
}
