using TypedExplain.Decisions.Reasons.References;

namespace TypedExplain.Decisions.Reasons.Contributions;

/// <summary>The contributions of a linear explanation against the reference: its effects times the differences from the means.</summary>
/// <param name="given">The explainer.</param>
/// <param name="standard">What its explanation must meet.</param>
internal sealed class LinearSource<T>(IExplainer<T> given, ExplanationStandard standard) : ContributionSource<T>
    where T : IFeatureRecord<T>
{
    // Samples are so many that a quantile of Student's t is that of the normal distribution.
    private const double Many = 1e9;

    public override IEnumerable<RunStep<T, ContributionTable<T>>> Tables(IModelInfo<T> model, T instance, ReferenceGroup<T> group, int budget, CancellationToken cancellation)
    {
        IExplainer<T>? explainer = given is LinearExplainer<T> own ? own with { StandardErrors = true } : given;
        for (long left = budget; explainer is not null;)
        {
            cancellation.ThrowIfCancellationRequested();
            using Run<T, Explanation<T>> run = explainer.Begin(model, instance, cancellation);
            while (run.TryNext(out RowBatch<T>? rows))
                yield return rows;
            Explanation<T> explanation = run.Result;
            yield return Of(explanation, group.Rows);
            left -= explanation.Queries;
            long samples = explainer is LinearExplainer<T> sampled ? 2L * sampled.Samples.Samples : long.MaxValue;
            explainer = samples > left ? null : ((LinearExplainer<T>)explainer).Enlarged((int)samples);
        }
    }

    private ContributionTable<T> Of(Explanation<T> explanation, WeightedRows<T> rows)
    {
        Contributions<T> contributions = explanation.Contributions(rows);
        double sum = 0;
        foreach (double contribution in contributions.AsSpan())
            sum += contribution;
        double own = explanation.LinkedLocalPrediction;
        return new()
        {
            Values = contributions.AsSpan().ToArray(),
            Errors = Errors(explanation, contributions),
            Freedom = Many,
            BaseValue = own - sum,
            Prediction = explanation.LinkedPrediction,
            Link = explanation.Link,
            Miss = Math.Abs(own - explanation.LinkedPrediction),
            PoorFit = explanation.Missed(standard) is { IsEmpty: false } missed ? string.Join("; ", missed) : null,
            Caveats = explanation.Caveats,
            RowLoss = explanation.RowLoss?.ToString(),
            Explainer = explanation.Explainer,
            Queries = explanation.Queries,
        };
    }

    /// <summary>A contribution is as uncertain, for its size, as its effect. Unknown where the method does not say.</summary>
    private static double[] Errors(Explanation<T> explanation, Contributions<T> contributions) => [.. T.Schema.Features.Select(feature =>
        contributions[feature] == 0 ? 0
        : explanation.StandardErrors is { } errors ? Math.Abs(contributions[feature] / explanation.Standardized[feature]) * errors[feature]
        : explanation.Explainer is IShapExplainer<T> ? 0
        : double.PositiveInfinity)];
}
