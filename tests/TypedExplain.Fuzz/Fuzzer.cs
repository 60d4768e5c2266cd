using System.Diagnostics;

namespace TypedExplain.Fuzz;

/// <summary>Gives a reader inputs, each made from its seeds by a number alone, and counts what becomes of them.</summary>
internal sealed class Fuzzer(Reader reader)
{
    // Many thousand times what an input takes.
    private static readonly TimeSpan s_hung = TimeSpan.FromSeconds(30);

    private readonly byte[][] _seeds = [.. reader.Seeds(), .. Corpus.Of(reader.Name)];
    private readonly Counts _counts = new(reader.Name);
    private byte[] _input = [];
    private long _started;

    /// <summary>The input of a number.</summary>
    public byte[] Input(long number)
    {
        Random random = new(unchecked((int)number ^ (int)(number >> 32)));
        byte[] from = _seeds[random.Next(_seeds.Length)], other = _seeds[random.Next(_seeds.Length)];
        return reader.Mutate(random, from, other);
    }

    /// <summary>Runs inputs of some numbers, and the seeds before them.</summary>
    public Counts Run(long first, long count) => Watched(() =>
    {
        foreach (byte[] seed in _seeds)
            One(seed);
        for (long number = first; number < first + count; number++)
            One(Input(number));
    });

    /// <summary>Runs one input.</summary>
    public Counts Run(byte[] input) => Watched(() => One(input));

    private Counts Watched(Action run)
    {
        // As small as the stack of any thread is, so that recursion shows.
        Thread work = new(() => run(), maxStackSize: 1 << 20) { IsBackground = true };
        work.Start();
        while (!work.Join(TimeSpan.FromSeconds(1)))
        {
            long started = Volatile.Read(ref _started);
            if (started == 0 || Stopwatch.GetElapsedTime(started) < s_hung)
                continue;
            _counts.Hung++;
            Found("hung", _input);
            break;
        }

        return _counts;
    }

    /// <summary>Gives the reader one input.</summary>
    public Counts One(byte[] input)
    {
        _input = input;
        Volatile.Write(ref _started, Stopwatch.GetTimestamp());
        _counts.Inputs++;
        long before = GC.GetAllocatedBytesForCurrentThread();
        bool isFinite = true;
        try
        {
            isFinite = reader.Read(input);
            _counts.Read++;
        }
        catch (Exception error) when (reader.IsOwn(error))
        {
            // Refused, as it should be.
        }
        catch (Exception error)
        {
            _counts.Foreign++;
            Found($"{error.GetType().Name}: {error.Message.Split('\n')[0]} {error.StackTrace?.Split('\n')[0].Trim()}", input);
        }

        double share = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)(reader.Least + ((long)reader.PerByte * input.Length));
        _counts.LargestShare = Math.Max(_counts.LargestShare, share);
        if (share > 1)
        {
            _counts.OverTheLaw++;
            Found($"over the law {share:F1} times", input);
        }

        if (!isFinite)
        {
            _counts.NotFinite++;
            Found("a number that is not finite was read", input);
        }

        return _counts;
    }

    private void Found(string what, byte[] input)
    {
        if (_counts.Found.Count < 5)
            _counts.Found.Add($"{what}\n    {Convert.ToBase64String(input.Length > 4000 ? input[..4000] : input)}");
    }
}
