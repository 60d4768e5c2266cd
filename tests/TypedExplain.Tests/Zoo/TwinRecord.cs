using System.Reflection;

namespace TypedExplain.Tests.Zoo;

/// <summary>A record as reflection sees it: its constructor, its features, and the records inside it.</summary>
internal sealed class TwinRecord
{
    private readonly Type _type;
    private readonly ConstructorInfo? _constructor;
    private readonly List<TwinMember> _members;

    public TwinRecord(Type type)
    {
        _type = type;
        _constructor = type.GetConstructors().FirstOrDefault(constructor => constructor.GetParameters() is [var first, ..] && first.ParameterType != type);
        ParameterInfo[] parameters = _constructor?.GetParameters() ?? [];
        _members =
        [
            .. Properties(type)
                .Select(property => new TwinMember(property, parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase))))
                .Where(member => member.IsFeature)
                .OrderBy(member => member.Parameter?.Position ?? int.MaxValue),
        ];
    }

    /// <summary>The features in order, those of inner records in their place.</summary>
    public IEnumerable<TwinLeaf> Leaves() => _members.SelectMany(member => member.Leaves());

    /// <summary>A record of the next values, one per feature.</summary>
    public object Create(Queue<object> values)
    {
        Dictionary<string, object?> own = _members.ToDictionary(member => member.Property.Name, member => member.Create(values), StringComparer.OrdinalIgnoreCase);
        object record = _constructor is null
            ? Activator.CreateInstance(_type)!
            : _constructor.Invoke([.. _constructor.GetParameters().Select(parameter => own.GetValueOrDefault(parameter.Name!))]);
        foreach (TwinMember member in _members.Where(member => member.Parameter is null))
            member.Property.SetValue(record, own[member.Property.Name]);
        return record;
    }

    /// <summary>Public properties in the order of declaration, those of base types first; of an overridden one the last.</summary>
    private static IEnumerable<PropertyInfo> Properties(Type type)
    {
        List<PropertyInfo> properties = [];
        for (Type? part = type; part is not null && part != typeof(object) && part != typeof(ValueType); part = part.BaseType)
        {
            PropertyInfo[] own = part.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
            properties.InsertRange(0, own.Where(property => properties.TrueForAll(other => other.Name != property.Name)));
        }

        return properties;
    }
}
