using System.Collections.Immutable;
using TypedExplain.Generated;
using TypedExplain.Numerics;
using TypedExplain.Schema;

namespace TypedExplain;

/// <summary>The features of a record, in the order of its properties, as data.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed partial class FeatureSchema<T>
    where T : IFeatureRecord<T>
{
    private readonly int[][] _missingColumns;

    /// <summary>Builds a schema; generated code does so once per record.</summary>
    /// <param name="name">The name of the record.</param>
    /// <param name="features">Its features; their columns must follow one another without a gap.</param>
    /// <exception cref="ArgumentException">The features do not cover the columns one after the other.</exception>
    public FeatureSchema(string name, params ImmutableArray<Feature<T>> features)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (features.IsDefault)
            throw new ArgumentNullException(nameof(features));
        List<int>[] missing = [.. features.Select(_ => new List<int>())];
        Axis[] axes = new Axis[features.Length];
        int columns = 0, slots = 0;
        for (int i = 0; i < features.Length; i++)
        {
            Feature<T> feature = features[i];
            if (feature.Index != i || feature.Column != columns || feature.ColumnCount < 1 || feature.Covers > i)
                throw new ArgumentException($"The columns of {name}.{feature.Name} do not follow those before it.", nameof(features));
            axes[i] = Axis.Of(feature, slots);
            columns += feature.ColumnCount;
            slots += axes[i].Slots;
            foreach (List<int> covered in missing.AsSpan(i - feature.Covers, feature.Covers))
                covered.Add(feature.Column);
        }

        Name = name;
        Features = features;
        Columns = columns;
        Axes = axes;
        Slots = slots;
        IsComplete = features.All(feature => feature.Kind != FeatureKind.Missing);
        Pooled.ClearsReturned |= features.Any(feature => feature.IsProtected);
        _missingColumns = [.. missing.Select(covering => covering.ToArray())];
    }

    /// <summary>The name of the record.</summary>
    public string Name { get; }

    /// <summary>The features, in the order of the record's properties.</summary>
    public ImmutableArray<Feature<T>> Features { get; }

    /// <summary>The reasons that the record's annotations state, each once; empty where they state none.</summary>
    public ImmutableArray<Reason<T>> Reasons
    {
        get;
        init
        {
            for (int i = 0; i < value.Length; i++)
                value[i].Index = i;
            field = value;
        }
    }

    = [];

    /// <summary>The length of an encoded row.</summary>
    public int Columns { get; }

    /// <summary>Whether every record has a value for every feature, because no property is nullable.</summary>
    public bool IsComplete { get; }

    /// <summary>How each feature is drawn and measured.</summary>
    internal Axis[] Axes { get; }

    /// <summary>One number per numeric feature or flag, one per category: what statistics of a record consist of.</summary>
    internal int Slots { get; }

    /// <summary>Whether there may be no value for a feature.</summary>
    internal bool IsNullable(Feature<T> feature) => _missingColumns[feature.Index].Length > 0;

    /// <summary>The columns of which one is 1 where an encoded row has no value for a feature.</summary>
    internal ReadOnlySpan<int> MissingColumns(Feature<T> feature) => _missingColumns[feature.Index];

    /// <summary>Whether an encoded row has a value for a feature.</summary>
    internal bool IsPresent(Feature<T> feature, ReadOnlySpan<double> columns) => IsPresent(MissingColumns(feature), columns);

    /// <summary>Whether an encoded row has the value that some columns say is missing.</summary>
    internal static bool IsPresent(ReadOnlySpan<int> missingColumns, ReadOnlySpan<double> columns)
    {
        foreach (int missing in missingColumns)
        {
            if (Cell.ToBoolean(columns[missing]))
                return false;
        }

        return true;
    }

    /// <summary>The name of the record and its features.</summary>
    public override string ToString() => $"{Name}({string.Join(", ", Features)})";
}
