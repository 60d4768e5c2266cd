using System.Reflection;

namespace TypedExplain.Tests.Zoo;

/// <summary>
/// What the generator should have written, worked out at run time by reflection, one value at a time: slow, short and
/// written independently of it.
/// </summary>
internal sealed class Twin<T>
    where T : IFeatureRecord<T>
{
    private readonly TwinRecord _record = new(typeof(T));

    public Twin()
    {
        foreach ((string name, PropertyInfo[] path, ParameterInfo? parameter) in _record.Leaves())
            Features.Add(new TwinFeature(name, path, parameter, Features.Sum(feature => feature.Columns)));
    }

    public List<TwinFeature> Features { get; } = [];

    public int Columns => Features.Sum(feature => feature.Columns);

    /// <summary>A legal record with random values.</summary>
    public T Random(Random random)
    {
        Queue<object> values = new(Features.Select(feature => feature.Random(random)).ToArray());
        return (T)_record.Create(values);
    }

    public double[] Encode(T record) => [.. Features.SelectMany(feature => feature.Encode(feature.ValueOf(record!)))];

    /// <summary>The values of a record's features, boxed.</summary>
    public object[] Values(T record) => [.. Features.Select(feature => feature.ValueOf(record!))];
}
