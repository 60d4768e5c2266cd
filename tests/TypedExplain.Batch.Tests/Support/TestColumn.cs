using System.Globalization;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Batch.Tests;

/// <summary>A column of a table that a test writes: values of one type, null where there is none.</summary>
internal sealed record TestColumn(string Name, Type Type, object?[] Values)
{
    public static TestColumn Of<TValue>(string name, params TValue[] values) =>
        new(name, Nullable.GetUnderlyingType(typeof(TValue)) ?? typeof(TValue), [.. values.Cast<object?>()]);

    /// <summary>Records by columns, each of its property's own type where tables have such a one.</summary>
    public static TestColumn[] OfRecords<T>(IReadOnlyList<T> records)
        where T : IFeatureRecord<T>
    {
        Twin<T> twin = new();
        object?[][] rows = [.. records.Select(record => twin.Values(record))];
        List<TestColumn> columns = [];
        for (int i = 0; i < twin.Features.Count; i++)
        {
            TwinFeature feature = twin.Features[i];
            if (feature.IsMissing)
                continue;
            Feature<T> own = T.Schema.Features[i];
            object?[] values = [.. rows.Select(row => row[i] is { } value ? Stored(value, own) : null)];
            columns.Add(new(feature.Name, values.FirstOrDefault(value => value is not null)?.GetType() ?? typeof(double), values));
        }

        if (T.RowKey is { } key)
            columns.Add(new(key.Name, typeof(string), [.. records.Select(record => key.TextOf(record))]));
        return [.. columns];
    }

    /// <summary>What a table stores: enums by name or number in turn, durations in the feature's unit, instants as texts with their offset.</summary>
    private static object Stored<T>(object value, Feature<T> feature)
        where T : IFeatureRecord<T> => value switch
        {
            Enum name when feature.EnumValues.IsEmpty => feature.Categories[Convert.ToInt32(name, CultureInfo.InvariantCulture)],
            Enum name when feature.Index % 2 == 0 => feature.Categories[feature.EnumValues.IndexOf(Convert.ToInt64(name, CultureInfo.InvariantCulture))],
            Enum name => Convert.ToInt64(name, CultureInfo.InvariantCulture),
            System.Half half => (float)half,
            TimeSpan time => (double)time.Ticks / TypedExplain.Generated.Cell.TicksOf(feature.DurationUnit!.Value),
            DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
            _ => value,
        };
}
