using System.ComponentModel;
using System.Globalization;
using TypedExplain.Media;
using TypedExplain.Schema;

namespace TypedExplain;

/// <summary>A feature of a record holds a value that its schema does not allow.</summary>
public sealed class InvalidFeatureException : TypedExplainException
{
    private InvalidFeatureException(string record, string feature, string value, string allowed, int? row = null)
        : base(string.Create(CultureInfo.InvariantCulture, $"{(row is null ? "" : $"Row {row}: ")}{record}.{feature} is {value}; it must be {allowed}."))
    {
        Row = row;
        Record = record;
        Feature = feature;
        Value = value;
        Allowed = allowed;
    }

    /// <summary>The name of the record.</summary>
    public string Record { get; }

    /// <summary>The name of the feature.</summary>
    public string Feature { get; }

    /// <summary>The value that was found; of a protected feature only that it is withheld.</summary>
    public string Value { get; }

    /// <summary>What the feature may hold.</summary>
    public string Allowed { get; }

    /// <summary>Which of several records that are written, from 1; null where it is one.</summary>
    public int? Row { get; }

    /// <summary>For generated code: an array of another length than stated.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="name">The property that holds it.</param>
    /// <param name="length">The length that was found; −1 where there is no array.</param>
    /// <param name="allowed">The length that was stated.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static InvalidFeatureException WrongLength<T>(string name, int length, int allowed)
        where T : IFeatureRecord<T> => new(
            T.Schema.Name,
            name,
            length < 0 ? "null" : string.Create(CultureInfo.InvariantCulture, $"an array of length {length}"),
            string.Create(CultureInfo.InvariantCulture, $"an array of length {allowed}"));

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

    /// <summary>A value that a CSV row cannot tell from none.</summary>
    internal static InvalidFeatureException NotTold<T>(Feature<T> missing, bool isMissing)
        where T : IFeatureRecord<T>
    {
        string property = missing.Name[..^Feature<T>.MissingSuffix.Length];
        return isMissing
            ? new(T.Schema.Name, property, "missing", "one of its values: in a CSV row the text \"\" could not be told from no value")
            : new(T.Schema.Name, property, "without any value inside", "missing, or hold a value: a CSV row could not tell the two apart");
    }

    /// <summary>A decimal with more digits than a column carries.</summary>
    internal static InvalidFeatureException TooManyDigits<T>(Feature<T> feature, double near)
        where T : IFeatureRecord<T> => For(feature, string.Create(CultureInfo.InvariantCulture, $"near {near:R}"), "a decimal of at most 15 digits, which is what a column carries");

    /// <summary>A local time, of which a file would not say where it is local.</summary>
    internal static InvalidFeatureException LocalTime<T>(Feature<T> feature)
        where T : IFeatureRecord<T> => new(T.Schema.Name, feature.Name, "a DateTime of kind Local", "of kind Utc or Unspecified, since a file does not say where it is local: write ToUniversalTime(), or make the property a DateTimeOffset");

    /// <summary>A text that no file of UTF-8 can hold.</summary>
    internal static InvalidFeatureException Broken<T>(string name)
        where T : IFeatureRecord<T> => new(T.Schema.Name, name, "a text with half of a surrogate pair", "well-formed Unicode");

    /// <summary>A record without the key that its row should have.</summary>
    internal static InvalidFeatureException NoKey<T>(string name, string allowed)
        where T : IFeatureRecord<T> => new(T.Schema.Name, name, "missing", allowed);

    /// <summary>The same of one of several records.</summary>
    /// <param name="row">Which one, from 1.</param>
    internal InvalidFeatureException InRow(int row) => new(Record, Feature, Value, Allowed, row);

    internal static InvalidFeatureException For<T>(MediaFeature<T> media, string value)
        where T : IFeatureRecord<T> => new(T.Schema.Name, media.Name, value, media.Allowed);

    internal static InvalidFeatureException For<T>(Feature<T> feature, double value)
        where T : IFeatureRecord<T> => For(feature, value.ToString("R", CultureInfo.InvariantCulture) + (feature.DateUnit is null ? "" : $" {feature.Unit} from the start of 2000"));

    private static InvalidFeatureException For<T>(Feature<T> feature, string value)
        where T : IFeatureRecord<T> => For(feature, value, feature.Allowed);

    private static InvalidFeatureException For<T>(Feature<T> feature, string value, string allowed)
        where T : IFeatureRecord<T> => new(T.Schema.Name, feature.Name, Protection.Shown(feature, value), allowed);
}
