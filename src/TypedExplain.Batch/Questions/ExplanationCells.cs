using TypedExplain.Batch.Columns;

namespace TypedExplain.Batch.Questions;

/// <summary>The cells of an explanation.</summary>
internal static class ExplanationCells
{
    public static IEnumerable<ResultColumn> Columns<T>(FeatureColumns<T> features)
        where T : IFeatureRecord<T> =>
    [
        new("score", ResultColumnKind.Number, "what the model answers for the record"),
        .. features.Of("effect", static feature => $"change of the output {feature.EffectUnit} of {feature.Name}", static feature => $"output {feature.EffectUnit}"),
        .. features.Of("lower", static feature => $"lower end of the interval of the effect of {feature.Name}", static feature => $"output {feature.EffectUnit}"),
        .. features.Of("upper", static feature => $"upper end of the interval of the effect of {feature.Name}", static feature => $"output {feature.EffectUnit}"),
        .. features.Of("standardized", static feature => $"effect of {feature.Name} per standard deviation, by which features are compared", static _ => "output / standard deviation"),
        new("undecided", ResultColumnKind.Text, "the features whose effect cannot be told from 0, with commas between"),
        new("fit", ResultColumnKind.Number, "weighted R² of the surrogate around the record"),
        new("fit_error", ResultColumnKind.Number, "weighted root mean square of what the surrogate is off by") { Unit = "output" },
        new("effective_samples", ResultColumnKind.Number, "how many equally weighted samples carry the same information"),
        new("converged", ResultColumnKind.Text, "how the solver ended"),
        new("queries", ResultColumnKind.Count, "how many rows the model was asked about"),
        new("caveats", ResultColumnKind.Text, "reasons not to rely on the answer, with commas between; empty where there is none"),
    ];

    public static void Write<T>(Explanation<T> explanation, ResultRows rows, FeatureColumns<T> features)
        where T : IFeatureRecord<T>
    {
        rows.Add(explanation.Prediction);
        features.Write(rows, explanation.Attribution);
        features.Write(rows, explanation.Intervals?.Lower);
        features.Write(rows, explanation.Intervals?.Upper);
        features.Write(rows, explanation.Standardized);
        rows.Add(features.Names(explanation.Undecided));
        rows.Add(explanation.Fit?.R2 ?? double.NaN);
        rows.Add(explanation.Fit?.Error ?? double.NaN);
        rows.Add(explanation.Fit?.EffectiveSamples ?? double.NaN);
        rows.Add(explanation.Convergence.Status.ToString());
        rows.Add((long?)explanation.Queries);
        rows.Add(CaveatCell.Of(explanation.Caveats));
    }
}
