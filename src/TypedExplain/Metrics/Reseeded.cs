using System.Globalization;

namespace TypedExplain;

/// <summary>The same rows explained under several seeds.</summary>
internal static class Reseeded
{
    /// <summary>For every seed the explanations of all rows.</summary>
    public static IReadOnlyList<Explanation<T>>[] Explain<T>(ExplainedRows<T> rows, string metric, Func<int, IExplainer<T>> explainer, int first, int runs, int minimum)
        where T : IFeatureRecord<T>
    {
        if (runs < minimum)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Runs of {metric} is {runs}; it must be at least {minimum}."));
        IModel<T> model = rows.ModelFor(metric);
        return [.. Enumerable.Range(first, runs).Select(seed => explainer(seed).ExplainMany(model, rows.Data.Rows))];
    }
}
