using System.Reflection;
using TypedExplain.Generated;

namespace TypedExplain.Tests.Zoo;

/// <summary>One feature as reflection sees it.</summary>
internal sealed class TwinFeature(TwinLeaf leaf, int column)
{
    private readonly NumericAttribute? _numeric = Find<NumericAttribute>(leaf);

    public string Name => leaf.Name;

    public TwinDecisions Decisions { get; } = new(leaf);

    /// <summary>Whether there may be no value.</summary>
    public bool IsNullable => leaf.IsNullable;

    /// <summary>Whether it says that there is no value.</summary>
    public bool IsMissing => leaf.IsMissing;

    /// <summary>Whether it says of another feature that it has no value.</summary>
    public bool Speaks(TwinFeature other) => leaf.IsMissing && other != this && other.IsBelow(leaf.Path);

    private bool IsBelow(PropertyInfo[] path) => leaf.Path.Length >= path.Length && leaf.Path.Take(path.Length).SequenceEqual(path);

    /// <summary>The feature's value in the outermost record; null where there is none.</summary>
    public object? ValueOf(object record) => leaf.ValueIn(record);

    public int Column => column;

    public Type Type
    {
        get
        {
            Type type = Nullable.GetUnderlyingType(leaf.Path[^1].PropertyType) ?? leaf.Path[^1].PropertyType;
            return leaf.IsMissing ? typeof(bool) : leaf.Element is null ? type : type.GetElementType() ?? type.GetGenericArguments()[0];
        }
    }

    public bool IsNumeric => Kind is FeatureKind.Real or FeatureKind.Whole or FeatureKind.Ordinal;

    public CategoryEncoding Encoding => Find<EncodedAsAttribute>() is not null ? CategoryEncoding.Given : Find<CategoricalAttribute>()?.Encoding ?? CategoryEncoding.OneHot;

    public int Columns => Kind != FeatureKind.Category ? 1 : Encoding switch
    {
        CategoryEncoding.OneHot => Categories.Length,
        CategoryEncoding.Binary => Convert.ToString(Math.Max(1, Categories.Length - 1), 2).Length,
        _ => 1,
    };

    public FeatureScale Scale => leaf.IsMissing ? FeatureScale.Linear
        : Find<CyclicAttribute>() is not null ? FeatureScale.Cyclic
        : Find<LogScaleAttribute>() is not null ? FeatureScale.Log
        : FeatureScale.Linear;

    public double LogOffset => Scale != FeatureScale.Log ? 0 : Find<LogScaleAttribute>()!.Offset is > 0 and var stated ? stated : Limits.Minimum == 0 ? 1 : 0;

    /// <summary>The two points of a circle that are one: half a step beyond the ends of whole numbers.</summary>
    public (double Start, double End) Circle => Kind == FeatureKind.Real ? (Limits.Minimum, Limits.Maximum) : (Limits.Minimum - 0.5, Limits.Maximum + 0.5);

    public DrawMode Draw => Find<PerturbAttribute>() is { Draw: var draw } && (!leaf.IsMissing || draw == DrawMode.Fixed) ? draw : IsNumeric ? DrawMode.Gaussian : DrawMode.Marginal;

    public double DrawScale => leaf.IsMissing ? 1 : Find<PerturbAttribute>()?.Scale ?? 1;

    public bool IsTime => Type == typeof(DateOnly) || Type == typeof(DateTime) || Type == typeof(DateTimeOffset) || Type == typeof(TimeSpan);

    public TimeUnit TimeUnit => Find<MeasuredInAttribute>()?.Unit ?? TimeUnit.Days;

    public string? Unit => leaf.IsMissing ? null : IsTime ? TimeUnit.ToString().ToLowerInvariant() : _numeric?.Unit;

    /// <summary>A number on its scale.</summary>
    public double Scaled(double value) => Scale == FeatureScale.Log ? Math.Log2(value + LogOffset) : value;

    /// <summary>How far one number of a circle lies after another, the short way round.</summary>
    public double Turn(double from, double to)
    {
        double period = Circle.End - Circle.Start, off = (to - from) % period;
        return off < -period / 2 ? off + period : off >= period / 2 ? off - period : off;
    }

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
    public (string Name, object Value)[] Categories => leaf.IsMissing ? []
        : Find<CategoriesAttribute>() is { } texts
        ? [.. texts.Categories.Select(text => (text, (object)text))]
        : Type.IsEnum
        ? [.. Type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(member => (member.Name, Value: member.GetValue(null)!)).DistinctBy(category => category.Value)]
        : [];

    public FeatureKind Kind => Type switch
    {
        _ when leaf.IsMissing => FeatureKind.Missing,
        _ when Type == typeof(bool) => FeatureKind.Flag,
        { IsEnum: true } when Scale == FeatureScale.Cyclic || Find<OrdinalAttribute>() is not null || Type.IsDefined(typeof(OrdinalAttribute)) => FeatureKind.Ordinal,
        _ when Categories.Length > 0 => FeatureKind.Category,
        _ when Type == typeof(double) || Type == typeof(float) || Type == typeof(decimal) || Type == typeof(Half) || IsTime => FeatureKind.Real,
        _ => FeatureKind.Whole,
    };

    public FeatureRange? Range => leaf.IsMissing ? null : Kind == FeatureKind.Ordinal ? new(0, Categories.Length - 1) : _numeric is { } range && (double.IsFinite(range.Minimum) || double.IsFinite(range.Maximum))
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

    public double[] Encode(object? value)
    {
        if (value is null)
            return new double[Columns];
        int position = Array.FindIndex(Categories, category => category.Value.Equals(value));
        if (Kind == FeatureKind.Category && Encoding == CategoryEncoding.Code)
            return [position];
        if (Kind == FeatureKind.Category && Encoding == CategoryEncoding.Given)
            return [Find<EncodedAsAttribute>()!.Numbers[position]];
        if (Kind == FeatureKind.Category && Encoding == CategoryEncoding.Binary)
            return [.. Convert.ToString(position, 2).PadLeft(Columns, '0').Reverse().Select(digit => digit == '1' ? 1.0 : 0.0)];
        if (Kind == FeatureKind.Category)
            return [.. Categories.Select(category => category.Value.Equals(value) ? 1.0 : 0.0)];
        if (Kind == FeatureKind.Ordinal)
            return [position];
        if (IsTime)
            return [Nearest(TicksOf(value) / 10.0) / (TicksPerUnit / 10)];
        return [value is bool flag ? (flag ? 1 : 0) : value is decimal money ? (double)money : value is Half half ? (double)half : Convert.ToDouble(value)];
    }

    /// <summary>A random legal value of the property's type.</summary>
    public object Random(Random random)
    {
        if (IsMissing)
            return random.Next(4) == 0;
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
        where TAttribute : Attribute => Find<TAttribute>(leaf);

    private static TAttribute? Find<TAttribute>(TwinLeaf leaf)
        where TAttribute : Attribute
    {
        PropertyInfo property = leaf.Path[^1];
        ParameterInfo? source = property.DeclaringType!.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).SelectMany(constructor => constructor.GetParameters()).FirstOrDefault(parameter => parameter.Name == property.Name);
        return leaf.Parameter?.GetCustomAttribute<TAttribute>() ?? property.GetCustomAttribute<TAttribute>() ?? source?.GetCustomAttribute<TAttribute>();
    }
}
