using TypedExplain.Decisions.Actions;
using TypedExplain.Decisions.Search;

namespace TypedExplain.Decisions.Evidence;

/// <summary>How far an action can be relied on: whether its neighbors have wanted answers too, and how far people with wanted answers are.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class ActionEvidence<T>(ActionSpace<T> space, WantedAnswers wanted, Dataset<T>? examples, bool testsRobustness)
    where T : IFeatureRecord<T>
{
    // People are asked about from the nearest on, a batch at a time.
    private const int Batch = 16, MostExamples = 256;

    /// <summary>See <see cref="RecourseAction{T}.Robustness"/>.</summary>
    public double? Robustness { get; private set; }

    /// <summary>See <see cref="RecourseAction{T}.Distance"/>.</summary>
    public double? Distance { get; private set; }

    /// <summary>The rows that the model is to be asked about.</summary>
    public IEnumerable<RowBatch<T>> Steps(Questions<T> questions, Choice choice)
    {
        (Robustness, Distance) = (null, null);
        double[] after = questions.Row(choice.Options);
        List<double[]> near = testsRobustness ? [.. OneStepAway(after)] : [];
        if (near.Count > 0 && near.Count <= questions.Left)
        {
            RowBatch<T> rows = questions.Rows(near);
            yield return rows;
            Robustness = Held(rows) / (double)near.Count;
        }

        if (examples is null)
            yield break;
        RowDistance<T> measure = new(examples.Count > 1 ? examples.Statistics : null);
        double[] distances = [.. Enumerable.Range(0, examples.Count).Select(row => measure.Between(after, examples.Encoded[row]))];
        int[] nearest = [.. Enumerable.Range(0, examples.Count).OrderBy(row => distances[row]).Take(MostExamples)];
        for (int first = 0; first < nearest.Length && Distance is null; first += Batch)
        {
            int[] some = nearest[first..Math.Min(nearest.Length, first + Batch)];
            if (some.Length > questions.Left)
                yield break;
            RowBatch<T> rows = questions.Others(examples.Select(some));
            yield return rows;
            for (int i = 0; i < some.Length && Distance is null; i++)
                Distance = wanted.Contains(rows.Scores[i]) ? distances[some[i]] : null;
        }
    }

    private int Held(RowBatch<T> rows)
    {
        int held = 0;
        foreach (double answer in rows.Scores)
            held += wanted.Contains(answer) ? 1 : 0;
        return held;
    }

    private IEnumerable<double[]> OneStepAway(double[] after)
    {
        foreach (Feature<T> feature in space.Movers.Select(mover => mover.Feature).Where(feature => feature.IsNumeric))
        {
            foreach (int sign in new[] { -1, 1 })
            {
                double value = FeatureNumber.Kept(feature, FeatureNumber.Moved(after[feature.Column], sign * (feature.Step ?? 1)), after);
                if (!feature.Limits.Contains(value))
                    continue;
                double[] row = [.. after];
                row[feature.Column] = value;
                yield return row;
            }
        }
    }
}
