using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace TypedExplain.Tests.Support;

/// <summary>The options of a type as a table, made from the code: what may be set, the default, what it may be, and its documentation.</summary>
internal static class OptionTable
{
    public static string Of(Type type)
    {
        Type closed = type.IsGenericTypeDefinition ? type.MakeGenericType(typeof(Zoo.LoanApplication)) : type;
        object instance = Activator.CreateInstance(closed)!;
        PropertyInfo[] options = [.. closed.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(option => option.SetMethod is { IsPublic: true })];
        if (options.Length == 0)
            return "It has no options.";
        StringBuilder table = new("| option | default | may be | what it does |\n|---|---|---|---|\n");
        foreach (PropertyInfo option in options.OrderBy(option => IsRequired(option) ? 0 : 1))
        {
            object? value = IsRequired(option) ? null : Value(instance, option);
            table.Append(CultureInfo.InvariantCulture, $"| `{option.Name}` | {(IsRequired(option) ? "required" : Shown(value))} | {Range(option)} | {Meaning(option, value is null && !IsRequired(option))} |\n");
        }

        return table.ToString().TrimEnd('\n');
    }

    private static bool IsRequired(PropertyInfo option) => option.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null;

    private static object? Value(object instance, PropertyInfo option)
    {
        try
        {
            return option.GetValue(instance);
        }
        catch (TargetInvocationException)
        {
            // It follows from an option that has to be set.
            return null;
        }
    }

    private static string Shown(object? value) => value switch
    {
        null => "none",
        bool flag => flag ? "`true`" : "`false`",
        double.PositiveInfinity => "no limit",
        double number => $"`{number.ToString("R", CultureInfo.InvariantCulture)}`",
        Enum or int or long => string.Create(CultureInfo.InvariantCulture, $"`{value}`"),
        string text => $"`\"{text}\"`",
        FeatureSelection selection => selection.ToString(),
        IEnumerable list => list.Cast<object>().Any() ? $"`[{string.Join(", ", list.Cast<object>().Select(item => Shown(item).Trim('`')))}]`" : "empty",
        _ => $"`{Type(value.GetType())}`",
    };

    private static string Type(Type type) => type.IsGenericType ? $"{type.Name.Split('`')[0]}<T>" : type.Name;

    private static string Range(PropertyInfo option)
    {
        if (option.GetCustomAttribute<OptionRangeAttribute>(inherit: true) is { } range)
        {
            string low = !double.IsNaN(range.AtLeast) ? $"{Number(range.AtLeast)} or more" : !double.IsNaN(range.Above) ? $"above {Number(range.Above)}" : "";
            string high = !double.IsNaN(range.AtMost) ? $"at most {Number(range.AtMost)}" : !double.IsNaN(range.Below) && double.IsFinite(range.Below) ? $"below {Number(range.Below)}" : "";
            return string.Join(", ", new[] { low, high }.Where(part => part.Length > 0));
        }

        Type type = Nullable.GetUnderlyingType(option.PropertyType) ?? option.PropertyType;
        return type == typeof(bool) ? "" : type.IsEnum ? string.Join(", ", Enum.GetNames(type).Select(name => $"`{name}`")) : type == typeof(int) ? "any" : Name(type);
    }

    private static string Number(double number) => number.ToString("#,0.############", CultureInfo.InvariantCulture);

    private static string Name(Type type)
    {
        string name = type.Name.Split('`')[0];
        string shown = !type.IsGenericType ? name : $"{name}<{string.Join(", ", type.GetGenericArguments().Select(argument => argument == typeof(Zoo.LoanApplication) ? "T" : Name(argument)))}>";
        return $"`{shown.Replace("`", "")}`";
    }

    private static string Meaning(PropertyInfo option, bool isNull)
    {
        string[] sentences = XmlSummaries.Sentences(option);
        string first = sentences.FirstOrDefault() ?? "";
        string? more = !isNull || Tells(first) ? null : sentences.Skip(1).FirstOrDefault(Tells);
        return (more is null ? first : $"{first} {more}").Replace("|", "\\|");
    }

    private static bool Tells(string sentence) => sentence.Contains("default", StringComparison.OrdinalIgnoreCase) || sentence.Contains("null", StringComparison.OrdinalIgnoreCase) || sentence.Contains("without", StringComparison.OrdinalIgnoreCase);
}
