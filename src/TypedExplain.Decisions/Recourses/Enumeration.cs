using System.Globalization;
using TypedExplain.Decisions.Actions;
using TypedExplain.Decisions.Search;
using TypedExplain.Errors;

namespace TypedExplain.Decisions.Recourses;

/// <summary>
/// Goes through the reachable rows from the cheapest to the dearest until enough with a wanted answer are found, all are ruled out, or a
/// budget is spent. Where bounds of the answer are known, whole sets of rows are ruled out, and the model is asked only about those
/// that the bounds let through.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class Enumeration<T>(Recourse<T> options, ActionSpace<T> space, SearchMover[] movers, IScoreBounds? bounds, WantedAnswers wanted)
    where T : IFeatureRecord<T>
{
    // The first batch is small, because most people need little; later ones are large, because a model is fastest there. What bounds
    // let through is nearly always what is looked for.
    private const int FirstBatch = 32, LargestBatch = 1024;

    private readonly CheapestFirst _order = new(movers);
    private readonly int[] _choice = new int[movers.Length];
    private readonly int[] _wide = new int[space.Movers.Length];
    private readonly double[] _row = new double[space.Schema.Columns];
    private (int Mover, int Option)[] _taken = [];
    private int _steps;

    /// <summary>What was found.</summary>
    public WantedChoices Found { get; } = new(options.Alternatives);

    /// <summary>The choice whose answer came nearest to being wanted without being it; null where none was asked about.</summary>
    public Choice? Nearest { get; private set; }

    /// <summary>Why it ended before it was done; null where it was done.</summary>
    public string? Exhausted { get; private set; }

    /// <summary>What the cheapest choice costs that was neither ruled out nor asked about.</summary>
    public double Least => _order.Least;

    /// <summary>The rows that the model is to be asked about.</summary>
    public IEnumerable<RowBatch<T>> Steps(Questions<T> questions, CancellationToken cancellation)
    {
        for (int size = bounds is null ? FirstBatch : 1; ; size = Math.Min(2 * size, LargestBatch))
        {
            List<(int[] Options, double Cost)> asked = Collect(Math.Min(size, Affordable(questions.Left)), cancellation);
            if (asked.Count == 0)
                yield break;
            RowBatch<T> rows = questions.Choices(asked.Select(choice => choice.Options));
            yield return rows;
            Choice[] answered = [.. asked.Select((choice, i) => new Choice(choice.Options, choice.Cost, rows.Scores[i]))];
            Found.Add(answered.Where(choice => wanted.Contains(choice.Answer)));
            foreach (Choice choice in answered)
            {
                if (Nearest is null || wanted.Distance(choice.Answer) < wanted.Distance(Nearest.Answer))
                    Nearest = choice;
            }
        }
    }

    /// <summary>How many choices may be asked about now, so that the instance and what is found can be asked about once more.</summary>
    private int Affordable(int left) => Math.Max(left - 1 - options.Alternatives, (left - 1 - Found.Choices.Count) / 2);

    /// <summary>The next choices to ask about; none where the search is done or a budget is spent.</summary>
    private List<(int[] Options, double Cost)> Collect(int most, CancellationToken cancellation)
    {
        List<(int[] Options, double Cost)> asked = [];
        while (_order.Least <= Found.Limit)
        {
            if (asked.Count >= most)
            {
                if (asked.Count == 0)
                    Exhausted = string.Create(CultureInfo.InvariantCulture, $"MaxQueries, {options.MaxQueries} {Noun.Of(options.MaxQueries, "row")}, was spent; raise it, or give Examples or a Guide for a better start.");
                break;
            }

            if (_steps++ >= options.MaxSteps)
            {
                // What was collected is asked about first.
                Exhausted = asked.Count > 0 ? null : string.Create(CultureInfo.InvariantCulture, $"MaxSteps, {options.MaxSteps} partial actions, was spent; raise it.");
                break;
            }

            cancellation.ThrowIfCancellationRequested();
            if (!_order.TryNext(out Candidate? candidate))
                break;
            Take(candidate);
            if (Found.Choices.Count > 0 && Found.Covers(new(_wide, candidate.Cost, 0)))
                continue;
            if (!MayBeWanted(candidate.Decided))
                continue;
            _order.Deepen(candidate);
            if (candidate.Decided > 0 && MayBeWanted(movers.Length) && space.TryApply(_wide, _row))
                asked.Add(([.. _wide], candidate.Cost));
        }

        return asked;
    }

    /// <summary>Makes a candidate the choice that is looked at; only what the last one changed and this one changes is touched.</summary>
    private void Take(Candidate candidate)
    {
        foreach ((int mover, _) in _taken)
            _choice[mover] = _wide[movers[mover].Mover] = 0;
        foreach ((int mover, int option) in _taken = candidate.Changes)
            (_choice[mover], _wide[movers[mover].Mover]) = (option, movers[mover].Options[option]);
    }

    private bool MayBeWanted(int decided)
    {
        if (bounds is null)
            return true;
        (double least, double most) = bounds.Of(_choice, decided);
        return wanted.Meets(least, most);
    }
}
