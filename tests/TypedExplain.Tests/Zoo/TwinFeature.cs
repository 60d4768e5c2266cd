using System.Reflection;

namespace TypedExplain.Tests.Zoo;

/// <summary>One feature as reflection sees it.</summary>
internal sealed class TwinFeature(PropertyInfo property, ParameterInfo? parameter, int column)
{
    private readonly NumericAttribute? _numeric =
        parameter?.GetCustomAttribute<NumericAttribute>() ?? property.GetCustomAttribute<NumericAttribute>();

    public PropertyInfo Property => property;

    public ParameterInfo? Parameter => parameter;

    public int Column => column;

    public Type Type => property.PropertyType;

    public bool IsNumeric => !Type.IsEnum && Type != typeof(bool);

    public int Columns => Type.IsEnum ? Categories.Length : 1;

    public string? Unit => _numeric?.Unit;

    /// <summary>The different values of an enum, each with its first name.</summary>
    public (string Name, object Value)[] Categories => Type.IsEnum
        ? [.. Type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(member => (member.Name, Value: member.GetValue(null)!)).DistinctBy(category => category.Value)]
        : [];

    public FeatureKind Kind => Type switch
    {
        _ when Type == typeof(bool) => FeatureKind.Flag,
        { IsEnum: true } => FeatureKind.Category,
        _ when Type == typeof(int) || Type == typeof(long) => FeatureKind.Whole,
        _ => FeatureKind.Real,
    };

    public FeatureRange? Range => _numeric is { } range && (double.IsFinite(range.Minimum) || double.IsFinite(range.Maximum))
        ? new(range.Minimum, range.Maximum)
        : null;

    /// <summary>What the type can hold, within the stated range; whole numbers end at whole numbers.</summary>
    public FeatureRange Limits
    {
        get
        {
            double own = Type == typeof(float) ? float.MaxValue
                : Type == typeof(long) ? 9007199254740991
                : Type == typeof(decimal) ? 7.9e27
                : double.PositiveInfinity;
            double low = Type == typeof(int) ? int.MinValue : -own, high = Type == typeof(int) ? int.MaxValue : own;
            low = Math.Max(low, Range?.Minimum ?? low);
            high = Math.Min(high, Range?.Maximum ?? high);
            if (Type == typeof(float))
                return new((float)low, (float)high);
            return Kind == FeatureKind.Whole ? new(Math.Ceiling(low), Math.Floor(high)) : new(low, high);
        }
    }

    public double[] Encode(object value)
    {
        if (Type.IsEnum)
            return [.. Categories.Select(category => category.Value.Equals(value) ? 1.0 : 0.0)];
        return [value is bool flag ? (flag ? 1 : 0) : value is decimal money ? (double)money : Convert.ToDouble(value)];
    }

    /// <summary>A random legal value of the property's type.</summary>
    public object Random(Random random)
    {
        if (Type == typeof(bool))
            return random.Next(2) == 1;
        if (Type.IsEnum)
            return Categories[random.Next(Categories.Length)].Value;

        double low = Math.Max(Limits.Minimum, -1e6), high = Math.Min(Limits.Maximum, 1e6);
        double value = Math.Clamp(low + (random.NextDouble() * (high - low)), low, high);
        if (Type == typeof(int))
            return (int)Math.Round(value);
        if (Type == typeof(long))
            return (long)Math.Round(value);
        if (Type == typeof(decimal))
            return (decimal)Math.Clamp(Math.Round(value, 4), low, high);
        return Type == typeof(float) ? (float)value : (object)value;
    }
}
