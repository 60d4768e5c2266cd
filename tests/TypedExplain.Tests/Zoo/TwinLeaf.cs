using System.Reflection;

namespace TypedExplain.Tests.Zoo;

/// <summary>Where a feature's value is found in a record.</summary>
/// <param name="Name">The name of the feature.</param>
/// <param name="Path">The way from the outermost record.</param>
/// <param name="Parameter">The parameter that sets the last property, or null.</param>
/// <param name="Element">The position in an array, or null.</param>
/// <param name="IsNullable">Whether anything on the way may be missing.</param>
/// <param name="IsMissing">Whether the feature says that the property has no value.</param>
internal sealed record TwinLeaf(string Name, PropertyInfo[] Path, ParameterInfo? Parameter, int? Element, bool IsNullable, bool IsMissing)
{
    /// <summary>The value, or null where there is none.</summary>
    public object? ValueIn(object record)
    {
        object? value = record;
        foreach (PropertyInfo property in Path.SkipLast(1))
        {
            value = property.GetValue(value);
            if (value is null)
                return null;
        }

        value = Path[^1].GetValue(value);
        if (IsMissing)
            return value is null;
        return Element is { } element && value is not null ? ((System.Collections.IList)value)[element] : value;
    }
}
