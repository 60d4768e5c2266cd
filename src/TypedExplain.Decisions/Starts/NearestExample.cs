using TypedExplain.Decisions.Actions;
using TypedExplain.Decisions.Search;

namespace TypedExplain.Decisions.Starts;

/// <summary>
/// An action with a wanted answer by what real people have: what can be taken over from a person is, from the nearest by cost on, until an
/// answer is wanted; then as much as possible is given back.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class NearestExample<T>(ActionSpace<T> space, Dataset<T> examples, WantedAnswers wanted)
    where T : IFeatureRecord<T>
{
    private const int Batch = 32, MostBatches = 8;

    /// <summary>What was found; null where nothing was.</summary>
    public Choice? Best { get; private set; }

    /// <summary>The rows that the model is to be asked about.</summary>
    public IEnumerable<RowBatch<T>> Steps(Questions<T> questions)
    {
        (int[] Options, double Cost)[] taken = [.. TakenOver().OrderBy(choice => choice.Cost)];
        for (int first = 0; first < taken.Length && first < Batch * MostBatches && Best is null; first += Batch)
        {
            (int[] Options, double Cost)[] some = taken[first..Math.Min(taken.Length, first + Batch)];
            if (2 * some.Length > questions.Left)
                yield break;
            RowBatch<T> rows = questions.Choices(some.Select(choice => choice.Options));
            yield return rows;
            Take(some, rows);
        }

        while (Best is not null)
        {
            (int[] Options, double Cost)[] given = [.. GivenBack(Best)];
            if (given.Length == 0 || 2 * given.Length > questions.Left)
                yield break;
            double before = Best.Cost;
            RowBatch<T> rows = questions.Choices(given.Select(choice => choice.Options));
            yield return rows;
            Take(given, rows);
            if (Best.Cost >= before)
                yield break;
        }
    }

    private void Take((int[] Options, double Cost)[] choices, RowBatch<T> rows)
    {
        for (int i = 0; i < choices.Length; i++)
        {
            if (wanted.Contains(rows.Scores[i]) && new Choice(choices[i].Options, choices[i].Cost, rows.Scores[i]) is var choice && (Best is null || choice.CompareTo(Best) < 0))
                Best = choice;
        }
    }

    private IEnumerable<(int[] Options, double Cost)> TakenOver()
    {
        HashSet<string> seen = [];
        int[] ruled = [.. new Influence<T>(space).Rules().SelectMany(movers => movers).Distinct()];
        for (int row = 0; row < examples.Count; row++)
        {
            int[] options = new int[space.Movers.Length];
            for (int i = 0; i < options.Length; i++)
            {
                Feature<T> feature = space.Movers[i].Feature;
                if (feature.IsPresent(examples.Encoded[row]))
                    options[i] = space.Movers[i].Nearest(FeatureNumber.Read(feature, examples.Encoded[row]));
            }

            // What only some of cannot be taken over is left as it is.
            if (!IsReachable(options))
            {
                foreach (int mover in ruled)
                    options[mover] = 0;
            }

            if (IsReachable(options) && seen.Add(string.Join(',', options)))
                yield return (options, space.CostOf(options));
        }
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
