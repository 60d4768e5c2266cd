using System.Collections.Immutable;

namespace TypedExplain.Global.Units;

/// <summary>Units that get another row's values together.</summary>
/// <param name="Name">What a reader calls them.</param>
/// <param name="Features">The features that they are named by.</param>
/// <param name="Units">The units.</param>
internal sealed record ChangedUnits<T>(string Name, ImmutableArray<Feature<T>> Features, FeatureUnit<T>[] Units)
    where T : IFeatureRecord<T>
{
    /// <summary>Each unit of a record by itself, or the groups that are given.</summary>
    /// <exception cref="InvalidOptionException">A group is null.</exception>
    public static ChangedUnits<T>[] Of(ImmutableArray<FeatureGroup<T>> groups, string method)
    {
        if (groups.IsDefaultOrEmpty)
            return [.. FeatureUnit<T>.All().Select(unit => new ChangedUnits<T>(unit.Name, [unit.Feature], [unit]))];
        if (groups.Any(group => group is null))
            throw new InvalidOptionException($"Groups of {method} holds a null; each must be a group of features.");
        return [.. groups.Select(group => new ChangedUnits<T>(group.Name, group.Features, [.. group.Features.Select(FeatureUnit<T>.Of).DistinctBy(unit => unit.Feature)]))];
    }

    /// <summary>Whether a row can be changed.</summary>
    public bool IsOpen(ReadOnlySpan<double> row)
    {
        foreach (FeatureUnit<T> unit in Units)
        {
            if (!unit.IsOpen(row))
                return false;
        }

        return true;
    }

    /// <summary>Puts the values of one row into another.</summary>
    public void Copy(ReadOnlySpan<double> from, Span<double> to)
    {
        foreach (FeatureUnit<T> unit in Units)
            unit.In(from).CopyTo(unit.In(to));
    }

    /// <summary>Whether a model's answers may depend on any of it.</summary>
    public bool AreRead(IModelInfo<T> model) => Units.Any(unit => T.Schema.Features.Any(feature => feature.Column >= unit.Start && feature.Column < unit.Start + unit.Length && model.Reads(feature)));

    /// <summary>All features whose columns change.</summary>
    public IReadOnlyCollection<Feature<T>> Changed => [.. T.Schema.Features.Where(feature => Units.Any(unit => feature.Column >= unit.Start && feature.Column < unit.Start + unit.Length))];
}
