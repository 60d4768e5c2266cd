using TypedExplain.Quality.Methods;
using TypedExplain.Quality.Sets;

namespace TypedExplain.Quality.Measures;

/// <summary>What methods say of some instances at many queries; of a limit that several share once.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class Limits<T>(QualitySet<T> set, Dataset<T> asked, Settings settings)
    where T : IFeatureRecord<T>
{
    private readonly Dictionary<string, double[][]> _known = [];

    /// <summary>The effects, by instance.</summary>
    public double[][] Of(Method<T> method)
    {
        Method<T> limit = method.Limit ?? method;
        return _known.TryGetValue(limit.Name, out double[][]? known)
            ? known
            : _known[limit.Name] = [.. Answers<T>.Each(limit.Make(set, settings.LimitQueries, Settings.LimitSeed), set, asked).Select(answer => answer.Effects)];
    }
}
