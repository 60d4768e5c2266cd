using System.ComponentModel;
using System.Globalization;

namespace TypedExplain;

/// <summary>A feature of a record holds a value that its schema does not allow.</summary>
public sealed class InvalidFeatureException : TypedExplainException
{
    private InvalidFeatureException(string record, string feature, string value, string allowed)
        : base($"{record}.{feature} is {value}; it must be {allowed}.")
    {
        Record = record;
        Feature = feature;
        Value = value;
        Allowed = allowed;
    }

    /// <summary>The name of the record.</summary>
    public string Record { get; }

    /// <summary>The name of the feature.</summary>
    public string Feature { get; }

    /// <summary>The value that was found.</summary>
    public string Value { get; }

    /// <summary>What the feature may hold.</summary>
    public string Allowed { get; }

    /// <summary>For generated code: a category that the schema does not list.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="feature">Position of the feature.</param>
    /// <param name="value">The value that was found.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static InvalidFeatureException UnknownCategory<T>(int feature, string? value)
        where T : IFeatureRecord<T> => For(T.Schema.Features[feature], value ?? "null");

    internal static InvalidFeatureException MissingRecord<T, TInner>(string name)
        where T : IFeatureRecord<T>
        where TInner : IFeatureRecord<TInner> => new(T.Schema.Name, name, "null", $"a record of type {TInner.Schema.Name}");

    internal static InvalidFeatureException For<T>(Feature<T> feature, double value)
        where T : IFeatureRecord<T> => For(feature, value.ToString("R", CultureInfo.InvariantCulture) + (feature.DateUnit is null ? "" : $" {feature.Unit} from the start of 2000"));

    private static InvalidFeatureException For<T>(Feature<T> feature, string value)
        where T : IFeatureRecord<T> => new(T.Schema.Name, feature.Name, value, feature.Allowed);
}
