using System.Reflection;

namespace TypedExplain.Tests.Zoo;

/// <summary>One feature as reflection sees it.</summary>
internal sealed class TwinFeature(string name, PropertyInfo[] path, ParameterInfo? parameter, int column)
{
    private readonly NumericAttribute? _numeric = Find<NumericAttribute>(path[^1], parameter);

    public string Name => name;

    /// <summary>The feature's value in the outermost record.</summary>
    public object ValueOf(object record) => path.Aggregate(record, (current, property) => property.GetValue(current)!);

    public int Column => column;

    public Type Type => path[^1].PropertyType;

    public bool IsNumeric => Kind is FeatureKind.Real or FeatureKind.Whole or FeatureKind.Ordinal;

    public int Columns => Kind == FeatureKind.Category ? Categories.Length : 1;

    public bool IsTime => Type == typeof(DateOnly) || Type == typeof(DateTime) || Type == typeof(DateTimeOffset) || Type == typeof(TimeSpan);

    public TimeUnit TimeUnit => Find<MeasuredInAttribute>()?.Unit ?? TimeUnit.Days;

    public string? Unit => IsTime ? TimeUnit.ToString().ToLowerInvariant() : _numeric?.Unit;

    /// <summary>Ticks of 100 ns in a unit of time.</summary>
    private double TicksPerUnit => TimeUnit switch
    {
        TimeUnit.Seconds => 1e7,
        TimeUnit.Minutes => 6e8,
        TimeUnit.Hours => 3.6e10,
        TimeUnit.Days => 8.64e11,
        TimeUnit.Weeks => 7 * 8.64e11,
        _ => 365.2425 * 8.64e11,
    };

    /// <summary>The different values of an enum, each with its first name, or the texts of a closed list.</summary>
    public (string Name, object Value)[] Categories => Find<CategoriesAttribute>() is { } texts
        ? [.. texts.Categories.Select(text => (text, (object)text))]
        : Type.IsEnum
        ? [.. Type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(member => (member.Name, Value: member.GetValue(null)!)).DistinctBy(category => category.Value)]
        : [];

    public FeatureKind Kind => Type switch
    {
        _ when Type == typeof(bool) => FeatureKind.Flag,
        { IsEnum: true } when Find<OrdinalAttribute>() is not null || Type.IsDefined(typeof(OrdinalAttribute)) => FeatureKind.Ordinal,
        _ when Categories.Length > 0 => FeatureKind.Category,
        _ when Type == typeof(double) || Type == typeof(float) || Type == typeof(decimal) || Type == typeof(Half) || IsTime => FeatureKind.Real,
        _ => FeatureKind.Whole,
    };

    public FeatureRange? Range => Kind == FeatureKind.Ordinal ? new(0, Categories.Length - 1) : _numeric is { } range && (double.IsFinite(range.Minimum) || double.IsFinite(range.Maximum))
        ? new(range.Minimum, range.Maximum)
        : null;

    /// <summary>What the type can hold, within the stated range; whole numbers end at whole numbers.</summary>
    public FeatureRange Limits
    {
        get
        {
            (double low, double high) = Type.Name switch
            {
                "SByte" => (-128.0, 127.0),
                "Byte" => (0, 255),
                "Int16" => (-32768, 32767),
                "UInt16" => (0, 65535),
                "Int32" => (int.MinValue, int.MaxValue),
                "UInt32" => (0, uint.MaxValue),
                "Int64" => (-9007199254740991, 9007199254740991),
                "UInt64" => (0, 9007199254740991),
                "Half" => (-65504, 65504),
                "Single" => (float.MinValue, float.MaxValue),
                "Decimal" => (-7.9e27, 7.9e27),
                "DateOnly" => (-730119 * 8.64e11 / TicksPerUnit, 2921939 * 8.64e11 / TicksPerUnit),
                _ when IsTime => (-9007199254740991 / (TicksPerUnit / 10), 9007199254740991 / (TicksPerUnit / 10)),
                _ => (double.NegativeInfinity, double.PositiveInfinity),
            };
            low = Math.Max(low, Range?.Minimum ?? low);
            high = Math.Min(high, Range?.Maximum ?? high);
            if (Type == typeof(float))
                return new((float)low, (float)high);
            if (Type == typeof(Half))
                return new((double)(Half)low, (double)(Half)high);
            return Kind == FeatureKind.Whole ? new(Math.Ceiling(low), Math.Floor(high)) : new(low, high);
        }
    }

    public double[] Encode(object value)
    {
        if (Kind == FeatureKind.Category)
            return [.. Categories.Select(category => category.Value.Equals(value) ? 1.0 : 0.0)];
        if (Kind == FeatureKind.Ordinal)
            return [Array.FindIndex(Categories, category => category.Value.Equals(value))];
        if (IsTime)
            return [Nearest(TicksOf(value) / 10.0) / (TicksPerUnit / 10)];
        return [value is bool flag ? (flag ? 1 : 0) : value is decimal money ? (double)money : value is Half half ? (double)half : Convert.ToDouble(value)];
    }

    /// <summary>A random legal value of the property's type.</summary>
    public object Random(Random random)
    {
        if (Type == typeof(bool))
            return random.Next(2) == 1;
        if (Categories.Length > 0)
            return Categories[random.Next(Categories.Length)].Value;

        double reach = IsTime ? 3e13 * 10 / TicksPerUnit * 30 : 1e6;
        double low = Math.Max(Limits.Minimum, -reach), high = Math.Min(Limits.Maximum, reach);
        double value = Math.Clamp(low + (random.NextDouble() * (high - low)), low, high);
        if (IsTime)
            return TimeOf(value);
        if (Kind == FeatureKind.Whole)
            return Convert.ChangeType(Math.Round(value), Type);
        if (Type == typeof(Half))
            return (Half)value;
        if (Type == typeof(decimal))
            return (decimal)Math.Clamp(Math.Round(value, 4), low, high);
        return Type == typeof(float) ? (float)value : (object)value;
    }

    /// <summary>The whole step of a number of microseconds: a microsecond, or a day.</summary>
    public double Nearest(double microseconds) => Type == typeof(DateOnly) ? Math.Round(microseconds / 8.64e10) * 8.64e10 : Math.Round(microseconds);

    /// <summary>A number of units, moved to the nearest whole step.</summary>
    public double NearestTime(double units) => Nearest(units * (TicksPerUnit / 10)) / (TicksPerUnit / 10);

    private object TimeOf(double units)
    {
        long ticks = 10 * (long)Nearest(units * (TicksPerUnit / 10));
        DateTime moment = Type == typeof(TimeSpan) ? default : Cell.Epoch.AddTicks(ticks);
        return Type.Name switch
        {
            "DateOnly" => DateOnly.FromDateTime(moment),
            "DateTime" => moment,
            "DateTimeOffset" => new DateTimeOffset(moment).ToOffset(TimeSpan.FromHours(5)),
            _ => new TimeSpan(ticks),
        };
    }

    private static long TicksOf(object value) => value switch
    {
        DateOnly day => (day.ToDateTime(default, DateTimeKind.Utc) - Cell.Epoch).Ticks,
        DateTime moment => (moment - Cell.Epoch).Ticks,
        DateTimeOffset instant => (instant - Cell.Epoch).Ticks,
        _ => ((TimeSpan)value).Ticks,
    };

    private TAttribute? Find<TAttribute>()
        where TAttribute : Attribute => Find<TAttribute>(path[^1], parameter);

    private static TAttribute? Find<TAttribute>(PropertyInfo property, ParameterInfo? parameter)
        where TAttribute : Attribute => parameter?.GetCustomAttribute<TAttribute>() ?? property.GetCustomAttribute<TAttribute>();
}
