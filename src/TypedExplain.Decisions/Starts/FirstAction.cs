using TypedExplain.Decisions.Actions;
using TypedExplain.Decisions.Search;

namespace TypedExplain.Decisions.Starts;

/// <summary>
/// An action with a wanted answer out of proposals: the cheapest are asked about first until an answer is wanted; then as much as possible is
/// given back. It is what is best so far where a budget ends the search.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class FirstAction<T>(ActionSpace<T> space, WantedAnswers wanted)
    where T : IFeatureRecord<T>
{
    private const int Batch = 32, MostBatches = 8;

    /// <summary>What was found; null where nothing was.</summary>
    public Choice? Best { get; private set; }

    /// <summary>The rows that the model is to be asked about.</summary>
    /// <param name="questions">What was asked.</param>
    /// <param name="proposals">Choices, reachable or not.</param>
    public IEnumerable<RowBatch<T>> Steps(Questions<T> questions, IEnumerable<int[]> proposals)
    {
        HashSet<string> seen = [];
        (int[] Options, double Cost)[] taken = [.. proposals.Where(options => IsReachable(options) && seen.Add(string.Join(',', options))).Select(options => (options, space.CostOf(options))).OrderBy(choice => choice.Item2)];
        bool isFound = false;
        for (int first = 0; first < taken.Length && first < Batch * MostBatches && !isFound; first += Batch)
        {
            (int[] Options, double Cost)[] some = taken[first..Math.Min(taken.Length, first + Batch)];
            if (2 * some.Length > questions.Left)
                yield break;
            RowBatch<T> rows = questions.Choices(some.Select(choice => choice.Options));
            yield return rows;
            isFound = Take(some, rows);
        }

        while (Best is not null)
        {
            (int[] Options, double Cost)[] given = [.. GivenBack(Best)];
            if (given.Length == 0 || 2 * given.Length > questions.Left)
                yield break;
            double before = Best.Cost;
            RowBatch<T> rows = questions.Choices(given.Select(choice => choice.Options));
            yield return rows;
            _ = Take(given, rows);
            if (Best.Cost >= before)
                yield break;
        }
    }

    /// <summary>Takes in what was answered; says whether any answer is wanted.</summary>
    private bool Take((int[] Options, double Cost)[] choices, RowBatch<T> rows)
    {
        bool isAny = false;
        for (int i = 0; i < choices.Length; i++)
        {
            if (!wanted.Contains(rows.Scores[i]))
                continue;
            isAny = true;
            Choice choice = new(choices[i].Options, choices[i].Cost, rows.Scores[i]);
            if (Best is null || choice.CompareTo(Best) < 0)
                Best = choice;
        }

        return isAny;
    }

    /// <summary>The choices that change one feature less, or one feature half as far.</summary>
    private IEnumerable<(int[] Options, double Cost)> GivenBack(Choice from)
    {
        for (int i = 0; i < from.Options.Length; i++)
        {
            int own = from.Options[i];
            foreach (int option in own == 0 ? [] : new[] { 0, own / 2, own - 1 }.Distinct())
            {
                int[] options = [.. from.Options];
                options[i] = option;
                if (IsReachable(options))
                    yield return (options, space.CostOf(options));
            }
        }
    }

    private bool IsReachable(int[] options) => Array.Exists(options, option => option > 0) && space.TryApply(options, new double[space.Schema.Columns]);
}
