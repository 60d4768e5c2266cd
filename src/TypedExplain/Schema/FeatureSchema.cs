using System.Collections.Immutable;

namespace TypedExplain;

/// <summary>The features of a record, in the order of its properties, as data.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed partial class FeatureSchema<T>
    where T : IFeatureRecord<T>
{
    /// <summary>Builds a schema; generated code does so once per record.</summary>
    /// <param name="name">The name of the record.</param>
    /// <param name="features">Its features; their columns must follow one another without a gap.</param>
    /// <exception cref="ArgumentException">The features do not cover the columns one after the other.</exception>
    public FeatureSchema(string name, params ImmutableArray<Feature<T>> features)
    {
        int columns = 0;
        for (int i = 0; i < features.Length; i++)
        {
            Feature<T> feature = features[i];
            if (feature.Index != i || feature.Column != columns || feature.ColumnCount < 1)
                throw new ArgumentException($"The columns of {name}.{feature.Name} do not follow those before it.", nameof(features));
            columns += feature.ColumnCount;
        }

        Name = name;
        Features = features;
        Columns = columns;
    }

    /// <summary>The name of the record.</summary>
    public string Name { get; }

    /// <summary>The features, in the order of the record's properties.</summary>
    public ImmutableArray<Feature<T>> Features { get; }

    /// <summary>The length of an encoded row.</summary>
    public int Columns { get; }

    /// <summary>The name of the record and its features.</summary>
    public override string ToString() => $"{Name}({string.Join(", ", Features)})";
}
