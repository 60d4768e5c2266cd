using System.Diagnostics.CodeAnalysis;

namespace TypedExplain.Decisions.Search;

/// <summary>
/// All choices of options from the cheapest to the dearest, each once, without laying them all out. Behind a choice that changes
/// movers up to one stand the next option of that one, the change of the next mover instead of it, and in addition to it; each
/// costs at least as much.
/// </summary>
internal sealed class CheapestFirst
{
    private readonly SearchMover[] _movers;
    private readonly PriorityQueue<Candidate, (double Cost, long Order)> _queue = new();
    private long _pushed;

    public CheapestFirst(SearchMover[] movers)
    {
        _movers = movers;
        Push([]);
    }

    /// <summary>What the cheapest choice costs that was not handed out; infinite where there is none.</summary>
    public double Least => _queue.TryPeek(out _, out (double Cost, long Order) priority) ? priority.Cost : double.PositiveInfinity;

    /// <summary>Hands out the cheapest choice that is left.</summary>
    public bool TryNext([NotNullWhen(true)] out Candidate? candidate)
    {
        if (!_queue.TryDequeue(out candidate, out _))
            return false;
        if (candidate.Changes is [.. var before, (int mover, int option)])
        {
            if (option + 1 < _movers[mover].Options.Length)
                Push([.. before, (mover, option + 1)]);
            if (option == 1 && mover + 1 < _movers.Length)
                Push([.. before, (mover + 1, 1)]);
        }

        return true;
    }

    /// <summary>Goes on to the choices that change further movers besides those of one that was handed out.</summary>
    public void Deepen(Candidate candidate)
    {
        if (candidate.Decided < _movers.Length)
            Push([.. candidate.Changes, (candidate.Decided, 1)]);
    }

    private void Push((int Mover, int Option)[] changes)
    {
        double cost = 0;
        foreach ((int mover, int option) in changes)
            cost += _movers[mover].Costs[option];
        _queue.Enqueue(new(changes, cost), (cost, _pushed++));
    }
}
