namespace TypedExplain.Decisions;

/// <summary>Divides people for a <see cref="ReasonReport{T}"/>.</summary>
public static class ReasonSegments
{
    /// <summary>By a feature: its value, or a number into four ranges with as many people each; those without a value apart.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="feature">The feature.</param>
    public static ReasonSegmentation<T> By<T>(Feature<T> feature)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(feature);
        return new(feature.DisplayName, feature, null);
    }

    /// <summary>By a function of the record, such as a region of a place.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="name">What a reader calls the division.</param>
    /// <param name="label">The segment of a person.</param>
    public static ReasonSegmentation<T> By<T>(string name, Func<T, string> label)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(label);
        return new(name, null, label);
    }
}
