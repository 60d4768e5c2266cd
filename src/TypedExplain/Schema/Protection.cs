namespace TypedExplain.Schema;

/// <summary>What stands in messages and in what a person reads in the place of a protected value or number.</summary>
internal static class Protection
{
    /// <summary>In the place of a value.</summary>
    public const string Withheld = "withheld (protected)";

    /// <summary>A value, or what stands in its place.</summary>
    public static string Shown<T>(Feature<T> feature, string value)
        where T : IFeatureRecord<T> => feature.IsProtected ? Withheld : value;
}
