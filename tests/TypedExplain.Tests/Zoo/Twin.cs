using System.Reflection;

namespace TypedExplain.Tests.Zoo;

/// <summary>
/// What the generator should have written, worked out at run time by reflection, one value at a time: slow, short and
/// written independently of it.
/// </summary>
internal sealed class Twin<T>
    where T : IFeatureRecord<T>
{
    private readonly ConstructorInfo? _constructor;

    public Twin()
    {
        _constructor = typeof(T).GetConstructors()
            .Where(constructor => constructor.GetParameters() is [var first, ..] && first.ParameterType != typeof(T))
            .FirstOrDefault();
        foreach (PropertyInfo property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            ParameterInfo? parameter = _constructor?.GetParameters().FirstOrDefault(candidate => candidate.Name == property.Name);
            bool ignored = property.IsDefined(typeof(NotAFeatureAttribute)) || parameter?.IsDefined(typeof(NotAFeatureAttribute)) == true;
            if (!ignored && (property.CanWrite || parameter is not null))
                Features.Add(new TwinFeature(property, parameter, Features.Sum(feature => feature.Columns)));
        }
    }

    public List<TwinFeature> Features { get; } = [];

    public int Columns => Features.Sum(feature => feature.Columns);

    /// <summary>A legal record with random values.</summary>
    public T Random(Random random) => Create([.. Features.Select(feature => feature.Random(random))]);

    public double[] Encode(T record) => [.. Features.SelectMany(feature => feature.Encode(feature.Property.GetValue(record)!))];

    /// <summary>The values of a record's features, boxed.</summary>
    public object[] Values(T record) => [.. Features.Select(feature => feature.Property.GetValue(record)!)];

    private T Create(object[] values)
    {
        object?[]? arguments = _constructor?.GetParameters()
            .Select(parameter => Features.FindIndex(feature => feature.Property.Name == parameter.Name) is >= 0 and var index ? values[index] : null)
            .ToArray();
        object record = _constructor is null ? Activator.CreateInstance<T>()! : _constructor.Invoke(arguments);
        foreach (TwinFeature feature in Features.Where(feature => feature.Parameter is null))
            feature.Property.SetValue(record, values[Features.IndexOf(feature)]);
        return (T)record;
    }
}
