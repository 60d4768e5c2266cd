using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain.Metrics;

/// <summary>The same rows explained under several seeds.</summary>
internal static class Reseeded
{
    /// <summary>For every seed the explanations of all rows, and whether all of them agree to the bit.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="explainer">The explainer with a seed.</param>
    /// <param name="first">The first seed.</param>
    /// <param name="runs">How many seeds.</param>
    /// <param name="minimum">How many there must be.</param>
    /// <param name="withOwn">Whether the rows' own explanations count as a run when runs are compared.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="InvalidOptionException">There are too few runs, the model is not known, or the seed is not passed on.</exception>
    public static (IReadOnlyList<Explanation<T>>[] Runs, bool Agree) Explain<T>(ExplainedRows<T> rows, string metric, Func<int, IExplainer<T>> explainer, int first, int runs, int minimum, bool withOwn, CancellationToken cancellation)
        where T : IFeatureRecord<T>
    {
        if (runs < minimum)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Runs of {metric} is {runs}; it must be at least {minimum}."));
        IModel<T> model = rows.ModelFor(metric);
        _ = explainer.Given("Explainer", metric);

        // One after the other, so that memory is taken for those that were explained only.
        List<IReadOnlyList<Explanation<T>>> explained = [];
        for (int run = 0; run < runs; run++)
        {
            IExplainer<T> seeded = explainer(unchecked(first + run)).Given("what Explainer gives", metric);
            explained.Add(ExplainManyExtensions.Each(rows.Data.Rows, row => seeded.Explain(model, row, cancellation), cancellation: cancellation));
        }

        int?[] seeds = [.. Enumerable.Range(0, runs).Select(run => (int?)unchecked(first + run))];
        bool agree = withOwn
            ? IgnoredSeed.Check(metric, model, [null, .. seeds], [rows.Explanations, .. explained], cancellation)
            : IgnoredSeed.Check(metric, model, seeds, explained, cancellation);
        return ([.. explained], agree);
    }

    /// <summary>What is said of runs that all agree.</summary>
    public static string InWords(bool agree) => agree ? ", and all agree to the bit: the method draws nothing, or does not show its seed" : "";
}
