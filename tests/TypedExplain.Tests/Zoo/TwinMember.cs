using System.Collections.Immutable;
using System.Reflection;

namespace TypedExplain.Tests.Zoo;

/// <summary>One property of a record, which may be one feature or several.</summary>
internal sealed class TwinMember
{
    private readonly Type _type;
    private readonly TwinRecord? _inner;
    private readonly int? _length;

    public TwinMember(PropertyInfo property, ParameterInfo? parameter)
    {
        Property = property;
        Parameter = parameter;
        IsNullable = Nullable.GetUnderlyingType(property.PropertyType) is not null
            || (!property.PropertyType.IsValueType && new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable);
        _type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        bool isRecord = _type.IsDefined(typeof(FeatureRecordAttribute));
        _inner = IsFeature && isRecord ? new TwinRecord(_type) : null;
        _length = (parameter?.GetCustomAttribute<ArrayLengthAttribute>() ?? property.GetCustomAttribute<ArrayLengthAttribute>())?.Length;
    }

    public PropertyInfo Property { get; }

    public ParameterInfo? Parameter { get; }

    public bool IsNullable { get; }

    public bool IsFeature =>
        !Property.IsDefined(typeof(NotAFeatureAttribute)) && Parameter?.IsDefined(typeof(NotAFeatureAttribute)) != true
        && (Property.CanWrite || Parameter is not null);

    public IEnumerable<TwinLeaf> Leaves()
    {
        TwinLeaf[] values = _inner is not null
            ? [.. _inner.Leaves().Select(leaf => leaf with { Name = $"{Property.Name}.{leaf.Name}", Path = [Property, .. leaf.Path], IsNullable = leaf.IsNullable || IsNullable })]
            : _length is { } length
            ? [.. Enumerable.Range(0, length).Select(i => new TwinLeaf($"{Property.Name}[{i}]", [Property], Parameter, i, IsNullable, IsMissing: false))]
            : [new TwinLeaf(Property.Name, [Property], Parameter, null, IsNullable, IsMissing: false)];
        return IsNullable ? [.. values, new TwinLeaf($"{Property.Name}IsMissing", [Property], Parameter, null, IsNullable: false, IsMissing: true)] : values;
    }

    /// <summary>The property's value of the next values, one per feature.</summary>
    public object? Create(Queue<object> values)
    {
        object value = _inner?.Create(values) ?? (_length is { } length ? CreateArray(values, length) : values.Dequeue());
        return IsNullable && (bool)values.Dequeue() ? null : value;
    }

    private object CreateArray(Queue<object> values, int length)
    {
        Type element = _type.GetElementType() ?? _type.GetGenericArguments()[0];
        Array array = Array.CreateInstance(element, length);
        for (int i = 0; i < length; i++)
            array.SetValue(values.Dequeue(), i);
        return _type.IsArray
            ? array
            : typeof(ImmutableArray).GetMethods().First(method => method.Name == "Create" && method.GetParameters() is [{ ParameterType.IsArray: true }])
                .MakeGenericMethod(element).Invoke(null, [array])!;
    }
}
