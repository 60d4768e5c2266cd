namespace TypedExplain.Tests.Support;

/// <summary>Faults of one kind and what became of the work: a result, an error that a page speaks of, or neither.</summary>
internal sealed class FaultCount(string kind)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private readonly List<string> _found = [];
    private int _done, _failed, _lost, _hung;

    /// <summary>Tries a fault.</summary>
    /// <param name="name">What is printed of one that is lost.</param>
    /// <param name="work">The work that meets it.</param>
    /// <param name="isDocumented">Whether an error is one that the library promises.</param>
    public void Try(string name, Action work, Func<Exception, bool> isDocumented)
    {
        Exception? error = null;
        Thread worker = new(() => error = Record.Exception(work)) { IsBackground = true };
        worker.Start();
        if (!worker.Join(s_patience))
            Count(ref _hung, $"{name}: still running");
        else if (error is null)
            _done++;
        else if (isDocumented(error))
            _failed++;
        else
            Count(ref _lost, $"{name}: {error.GetType().Name}: {error.Message}");
    }

    /// <summary>Counts work that is gone.</summary>
    public void Lose(string what) => Count(ref _lost, what);

    /// <summary>Prints one line, and fails where anything was lost or hung.</summary>
    public void Report(Action<string> print)
    {
        string line = $"{kind,-32} {_done + _failed + _lost + _hung,5} tried: {_done,4} done, {_failed,4} failed by name; lost {_lost}, hung {_hung}";
        print(line);
        Assert.True(_lost + _hung == 0, $"{line}\n{string.Join('\n', _found)}");
        Assert.True(_done + _failed > 0, line);
    }

    private void Count(ref int count, string found)
    {
        count++;
        _found.Add(found);
    }
}
