using TypedExplain.Quality.Methods;
using TypedExplain.Quality.Sets;

namespace TypedExplain.Quality.Measures;

/// <summary>All that a method said of some instances: by seed and instance, and its limit.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class Answers<T>
    where T : IFeatureRecord<T>
{
    public Answers(Method<T> method, QualitySet<T> set, Dataset<T> asked, Limits<T> limits, Settings settings)
    {
        Seeds = BySeed(method, set, asked, settings);
        Limits = limits.Of(method);
        Rows = new(asked, [.. Seeds[0].Select(answer => answer.Explanation)], Math.Min(3, asked.Count - 1));
    }

    /// <summary>The answers of each seed, by instance.</summary>
    public Answer<T>[][] Seeds { get; }

    /// <summary>The effects at many samples, by instance.</summary>
    public double[][] Limits { get; }

    /// <summary>The instances, with their neighbors among one another.</summary>
    public ExplainedRows<T> Rows { get; }

    public static Answer<T>[][] BySeed(Method<T> method, QualitySet<T> set, Dataset<T> asked, Settings settings)
    {
        Console.Error.WriteLine($"  {method.Name}");
        return [.. Enumerable.Range(0, settings.Seeds).Select(seed => Each(method.Make(set, settings.Queries, seed), set, asked))];
    }

    public static Answer<T>[] Each(IExplainer<T> explainer, QualitySet<T> set, Dataset<T> asked)
    {
        Answer<T>[] answers = new Answer<T>[asked.Count];
        Parallel.For(0, answers.Length, row => answers[row] = Answer<T>.Of(explainer, set.Model, asked[row]));
        return answers;
    }
}
