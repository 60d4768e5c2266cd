using System.Reflection;

namespace TypedExplain.Tests.Zoo;

/// <summary>A record as reflection sees it: its constructor, its features, and the records inside it.</summary>
internal sealed class TwinRecord
{
    private readonly Type _type;
    private readonly ConstructorInfo? _constructor;
    private readonly List<(PropertyInfo Property, ParameterInfo? Parameter, TwinRecord? Inner)> _members = [];

    public TwinRecord(Type type)
    {
        _type = type;
        _constructor = type.GetConstructors().FirstOrDefault(constructor => constructor.GetParameters() is [var first, ..] && first.ParameterType != type);
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            ParameterInfo? parameter = _constructor?.GetParameters().FirstOrDefault(candidate => candidate.Name == property.Name);
            bool ignored = property.IsDefined(typeof(NotAFeatureAttribute)) || parameter?.IsDefined(typeof(NotAFeatureAttribute)) == true;
            if (ignored || (!property.CanWrite && parameter is null))
                continue;
            bool isRecord = property.PropertyType.IsDefined(typeof(FeatureRecordAttribute));
            _members.Add((property, parameter, isRecord ? new TwinRecord(property.PropertyType) : null));
        }
    }

    /// <summary>The features in order, those of inner records in their place: name, way from the outermost record, parameter.</summary>
    public IEnumerable<(string Name, PropertyInfo[] Path, ParameterInfo? Parameter)> Leaves() => _members.SelectMany(member => member.Inner is null
        ? [(member.Property.Name, [member.Property], member.Parameter)]
        : member.Inner.Leaves().Select(leaf => ($"{member.Property.Name}.{leaf.Name}", (PropertyInfo[])[member.Property, .. leaf.Path], leaf.Parameter)));

    /// <summary>A record of the next values, one per feature.</summary>
    public object Create(Queue<object> values)
    {
        Dictionary<string, object> own = _members.ToDictionary(member => member.Property.Name, member => member.Inner?.Create(values) ?? values.Dequeue());
        object record = _constructor is null
            ? Activator.CreateInstance(_type)!
            : _constructor.Invoke([.. _constructor.GetParameters().Select(parameter => own.GetValueOrDefault(parameter.Name!))]);
        foreach (var member in _members.Where(member => member.Parameter is null))
            member.Property.SetValue(record, own[member.Property.Name]);
        return record;
    }
}
