namespace TypedExplain;

/// <summary>Makes vectors over the features of a record.</summary>
public static class FeatureVector
{
    /// <summary>Numbers of your own.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="number">Gives the number of a feature.</param>
    public static FeatureVector<T> Of<T>(Func<Feature<T>, double> number)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(number);
        return new([.. T.Schema.Features.Select(number)]);
    }
}
