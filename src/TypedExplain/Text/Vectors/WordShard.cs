using TypedExplain.Media;

namespace TypedExplain.Text.Vectors;

/// <summary>A few positions of the texts that one worker looks at, against tables that nobody changes meanwhile.</summary>
internal sealed class WordShard
{
    private readonly WordTraining _training;
    private readonly NegativeSampling<float> _sampling;
    private readonly int[] _contexts, _targets;
    private readonly double[] _draws;

    public WordShard(WordTraining training)
    {
        _training = training;
        _sampling = new(training.Corpus.Words.Length, training.Stride, 1 + training.Options.Negatives);
        _contexts = new int[2 * training.Options.Window];
        _targets = new int[1 + training.Options.Negatives];
        int perPosition = 1 + (training.Options.Negatives * (training.Options.Architecture == WordArchitecture.Cbow ? 1 : _contexts.Length));
        _draws = new double[(perPosition + RandomStream.BlockLength - 1) / RandomStream.BlockLength * RandomStream.BlockLength];
    }

    /// <summary>The sum of the losses of the last run, and how many predictions it had.</summary>
    public (double Sum, long Count) Loss { get; private set; }

    /// <summary>Sums the gradient over some positions.</summary>
    /// <param name="stream">Random numbers of the epoch; what a position draws depends on it and the position only.</param>
    /// <param name="positions">The positions, each with the sentence that it stands in.</param>
    public void Run(RandomStream stream, ReadOnlySpan<(int Position, int Sentence)> positions)
    {
        Loss = default;
        foreach ((int position, int sentence) in positions)
        {
            stream.FillUniform((long)position * _draws.Length, _draws);
            ReadOnlySpan<int> words = _training.Corpus[sentence];
            int place = position - _training.Corpus.Start(sentence);

            // As in the published program, near words count more: the window is drawn from 1 to its width.
            int reach = 1 + (int)(_draws[0] * _training.Options.Window);
            int count = 0;
            for (int other = Math.Max(0, place - reach); other <= Math.Min(words.Length - 1, place + reach); other++)
            {
                if (other != place)
                    _contexts[count++] = words[other];
            }

            if (count > 0)
                Learn(words[place], _contexts.AsSpan(0, count));
        }
    }

    /// <summary>The gradient with respect to the input vectors.</summary>
    public RowSums<float> Inputs => _sampling.Inputs;

    /// <summary>The gradient with respect to the output vectors.</summary>
    public RowSums<float> Outputs => _sampling.Outputs;

    private void Learn(int word, ReadOnlySpan<int> contexts)
    {
        if (_training.Options.Architecture == WordArchitecture.Cbow)
        {
            // As in the published program, each context moves by the gradient of their mean and not by its share of it.
            Predict(contexts, word, _draws.AsSpan(1));
            return;
        }

        for (int i = 0; i < contexts.Length; i++)
            Predict([word], contexts[i], _draws.AsSpan(1 + (i * _training.Options.Negatives)));
    }

    private void Predict(ReadOnlySpan<int> from, int word, ReadOnlySpan<double> draws)
    {
        int count = 0;
        _targets[count++] = word;
        foreach (double draw in draws[.._training.Options.Negatives])
        {
            // A negative that is the word itself is left out.
            int negative = _training.Negatives.At(draw);
            if (negative != word)
                _targets[count++] = negative;
        }

        double loss = _sampling.Predict(_training.Inputs, _training.Outputs, from, _targets.AsSpan(0, count), 1);
        Loss = (Loss.Sum + loss, Loss.Count + 1);
    }
}
