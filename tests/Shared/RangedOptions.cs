using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;

namespace TypedExplain.Tests.Support;

/// <summary>Compares the stated range of each option with what is refused where the option is used.</summary>
internal static class RangedOptions
{
    /// <summary>The options of a type that state a range, its base types' too.</summary>
    public static IEnumerable<PropertyInfo> Of(Type type) =>
        type.GetProperties().Where(property => property.GetCustomAttribute<OptionRangeAttribute>(inherit: true) is not null);

    /// <summary>The names of such options of every public type of an assembly that can be made, open if it is generic.</summary>
    public static TheoryData<Type, string> In(Assembly assembly, params Type[] except)
    {
        TheoryData<Type, string> options = [];
        foreach (Type type in assembly.GetExportedTypes().Where(type => !type.IsAbstract && !except.Contains(type)))
        {
            foreach (PropertyInfo option in Of(type))
                options.Add(type, option.Name);
        }

        return options;
    }

    /// <summary>Just outside each end the use fails and names the value; just inside, it runs.</summary>
    public static void Agree(PropertyInfo option, Func<object> make, Action<object> use)
    {
        OptionRangeAttribute range = option.GetCustomAttribute<OptionRangeAttribute>(inherit: true)!;
        bool isWhole = Number(option.PropertyType) is { } number && (number == typeof(int) || number == typeof(long));
        (double Outside, double Inside)[] ends =
        [
            .. Ends(range.AtLeast, value => isWhole ? value - 1 : Math.BitDecrement(value), value => value),
            .. Ends(range.Above, value => value, value => isWhole ? value + 1 : value + 1e-3),
            .. Ends(range.AtMost, value => isWhole ? value + 1 : Math.BitIncrement(value), value => value),
            .. Ends(range.Below == double.PositiveInfinity ? double.NaN : range.Below, value => value, value => value - 1e-1),
        ];
        Assert.NotEmpty(ends);
        if (!isWhole && double.IsNaN(range.AtMost) && range.Below is double.NaN or double.PositiveInfinity)
            Assert.Equal(range.Below == double.PositiveInfinity, Record.Exception(() => use(With(make(), option, double.PositiveInfinity))) is InvalidOptionException);
        foreach ((double outside, double inside) in isWhole ? ends : [.. ends, (double.NaN, ends[0].Inside)])
        {
            InvalidOptionException error = Assert.Throws<InvalidOptionException>(() => use(With(make(), option, outside)));
            Assert.Contains(outside.ToString(CultureInfo.InvariantCulture), error.Message);
            Assert.Null(Record.Exception(() => use(With(make(), option, inside))) as InvalidOptionException);
        }
    }

    private static IEnumerable<(double Outside, double Inside)> Ends(double end, Func<double, double> outside, Func<double, double> inside)
    {
        if (!double.IsNaN(end))
            yield return (outside(end), inside(end));
    }

    private static object With(object owner, PropertyInfo option, double value)
    {
        Type number = Number(option.PropertyType);
        object boxed = Convert.ChangeType(value, number, CultureInfo.InvariantCulture);
        bool isList = option.PropertyType.IsGenericType && option.PropertyType.GetGenericTypeDefinition() == typeof(ImmutableArray<>);
        try
        {
            option.SetValue(owner, !isList ? boxed : number == typeof(int) ? ImmutableArray.Create((int)boxed) : ImmutableArray.Create((double)boxed));
        }
        catch (TargetInvocationException error) when (error.InnerException is InvalidOptionException refused)
        {
            throw refused;
        }

        return owner;
    }

    private static Type Number(Type type) => type.IsGenericType ? type.GetGenericArguments()[0] : type;
}
