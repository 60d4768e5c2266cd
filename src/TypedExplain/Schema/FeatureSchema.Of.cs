namespace TypedExplain;

/// <summary>Gives the schema of a record.</summary>
public static class FeatureSchema
{
    /// <summary>The schema that the generator wrote for <typeparamref name="T"/>.</summary>
    /// <typeparam name="T">A record with <see cref="FeatureRecordAttribute"/>.</typeparam>
    public static FeatureSchema<T> Of<T>()
        where T : IFeatureRecord<T> => T.Schema;
}
