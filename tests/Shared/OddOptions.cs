using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using TypedExplain.Errors;

namespace TypedExplain.Tests.Support;

/// <summary>Options at their ends and beyond: each odd value by itself, then combinations drawn by a printed number.</summary>
internal static class OddOptions
{
    private const int Combinations = 20;
    private const long MostBytes = 3L << 30;

    private static readonly object?[] s_integers = [int.MinValue, -1, 0, 1, 2, 3, 7, 100, 46_341, 65_536, 1 << 30, int.MaxValue - 1, int.MaxValue];
    private static readonly object?[] s_longs = [long.MinValue, -1L, 0L, 1L, 3L, (long)int.MaxValue, long.MaxValue];
    private static readonly object?[] s_doubles =
    [
        double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, 1e308, -1e308, 1e155, -0.0, 0.0, double.Epsilon, 1e-308, 1e-12, 0.3, 0.5,
        Math.BitDecrement(1), 1.0, Math.BitIncrement(1), 2.0, 1e15, -1.0,
    ];

    private static readonly object?[] s_times = [TimeSpan.FromDays(50), TimeSpan.MaxValue, TimeSpan.MinValue, TimeSpan.Zero, TimeSpan.FromMilliseconds(-1), new TimeSpan(1)];
    private static readonly object?[] s_texts = ["", " ", "\0", "\u202E", "a", "\ud800", "a,\"b\"\n", new string('x', 100_000)];
    private static readonly object?[] s_symbols = ['"', '\n', '\r', '\0', ',', 'a', '\ud800', '.'];

    /// <summary>The types of an assembly whose options a user sets: what is neither an annotation, nor an exception, nor abstract, nor plain data.</summary>
    public static IEnumerable<Type> In(Assembly assembly, params Type[] except) => assembly.GetExportedTypes()
        .Where(type => !type.IsAbstract && !type.IsValueType && !type.IsSubclassOf(typeof(Attribute)) && !type.IsSubclassOf(typeof(Exception)) && !except.Contains(type) && Of(type).Any());

    /// <summary>Tries odd values of every option of a type and says in one line what became of them.</summary>
    /// <param name="make">Makes options that work.</param>
    /// <param name="use">Uses options; ends when it is asked to.</param>
    /// <returns>The line, and what was thrown, or lasted, that no page speaks of.</returns>
    public static (string Line, IReadOnlyList<string> Wrong) Sweep(Func<object> make, Action<object, CancellationToken> use)
    {
        PropertyInfo[] options = [.. Of(make().GetType())];
        List<(PropertyInfo, object?)[]> trials = [.. options.SelectMany(option => Odd(option.PropertyType).Select(value => new[] { (option, value) }))];
        for (int number = 0; number < Combinations && options.Length > 1; number++)
        {
            Random random = new(number);
            trials.Add([.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => options[random.Next(options.Length)]).Distinct().Select(option => (option, Odd(option.PropertyType) is { Length: > 0 } odd ? odd[random.Next(odd.Length)] : null))]);
        }

        int ran = 0, refused = 0, ended = 0;
        List<string> wrong = [];
        foreach ((PropertyInfo Option, object? Value)[] trial in trials)
        {
            object owner = make();
            Exception? error = Set(owner, trial);
            if (error is null)
                error = Use(owner, use);
            string asked = string.Join(", ", trial.Select(pair => $"{pair.Option.Name} = {Shown(pair.Value)}"));
            if (error is null)
                ran++;
            else if (error is OperationCanceledException)
                ended++;
            else if (IsDocumented(error, trial))
                refused++;
            else
                wrong.Add($"{asked}: {error.GetType().Name}: {VisibleText.Name(error.Message)} {Place(error)}");
        }

        string name = make().GetType().Name;
        return ($"{name,-32} {trials.Count,5} odd options: {ran,4} ran, {refused,4} refused by name, {ended,3} ended when asked to; lost {wrong.Count(one => !one.Contains(nameof(HungException), StringComparison.Ordinal))}, hung {wrong.Count(one => one.Contains(nameof(HungException), StringComparison.Ordinal))}", wrong);
    }

    /// <summary>Errors of the library that name what is wrong; a model is not to blame for an option, unless the message names it.</summary>
    private static bool IsDocumented(Exception error, (PropertyInfo Option, object? Value)[] trial) => error switch
    {
        InvalidModelException => trial.Any(pair => error.Message.Contains(pair.Option.Name, StringComparison.Ordinal)) || error.Message.Contains("log odds", StringComparison.Ordinal) || error.Message.Contains("probabilit", StringComparison.Ordinal),
        TypedExplainException or ArgumentNullException => true,
        _ => false,
    };

    private static IEnumerable<PropertyInfo> Of(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0);

    private static object?[] Odd(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return [null, .. Odd(inner)];
        if (type == typeof(bool))
            return [true, false];
        if (type.IsEnum)
            return [.. Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(value => Enum.ToObject(type, value)), Enum.ToObject(type, -1), Enum.ToObject(type, 99)];
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return Arrays(type);
        return type == typeof(int) ? s_integers : type == typeof(long) ? s_longs : type == typeof(double) ? s_doubles : type == typeof(TimeSpan) ? s_times
            : type == typeof(char) ? s_symbols : type == typeof(string) ? [null, .. s_texts] : type.IsValueType ? [Activator.CreateInstance(type)] : [null];
    }

    private static object?[] Arrays(Type type)
    {
        Type element = type.GetGenericArguments()[0];
        MethodInfo make = typeof(ImmutableArray).GetMethods().Single(method => method.Name == "Create" && method.GetParameters() is [{ ParameterType.IsArray: true }]).MakeGenericMethod(element);
        return [Activator.CreateInstance(type), Of(), .. Odd(element).Select(value => Of(value)), .. Odd(element).Take(3).Select(value => Of(value, value))];

        object? Of(params object?[] values)
        {
            Array array = Array.CreateInstance(element, values.Length);
            for (int i = 0; i < values.Length; i++)
                array.SetValue(values[i], i);
            return make.Invoke(null, [array]);
        }
    }

    private static Exception? Set(object owner, (PropertyInfo Option, object? Value)[] trial)
    {
        try
        {
            foreach ((PropertyInfo option, object? value) in trial)
                option.SetValue(owner, value);
            return null;
        }
        catch (TargetInvocationException error)
        {
            return error.InnerException;
        }
    }

    private static Exception? Use(object owner, Action<object, CancellationToken> use)
    {
        using CancellationTokenSource end = new();
        long before = GC.GetTotalAllocatedBytes();
        Exception? error = null;
        Thread worker = new(() => error = Record.Exception(() => use(owner, end.Token)), 16 << 20) { IsBackground = true };
        worker.Start();
        if (!worker.Join(TimeSpan.FromMilliseconds(100)))
        {
            end.Cancel();
            if (!worker.Join(TimeSpan.FromSeconds(60)))
                return new HungException();
        }

        return GC.GetTotalAllocatedBytes() - before > MostBytes ? new InsufficientMemoryException($"{(GC.GetTotalAllocatedBytes() - before) >> 20} MB were taken") : error;
    }

    private static string Place(Exception error) => new StackTrace(error).GetFrames().Select(frame => frame.GetMethod()).Where(method => method?.DeclaringType?.FullName?.StartsWith("TypedExplain.", StringComparison.Ordinal) == true).Select(method => $"at {method!.DeclaringType!.Name}.{method.Name}").FirstOrDefault() ?? "";

    private static string Shown(object? value) => value switch
    {
        null => "null",
        string { Length: > 20 } text => $"{text.Length} letters",
        System.Collections.IEnumerable list and not string => value.GetType() is { IsValueType: true } && (bool)value.GetType().GetProperty("IsDefault")!.GetValue(value)! ? "default" : $"[{string.Join(", ", list.Cast<object?>().Select(Shown))}]",
        _ => VisibleText.Name(FormattableString.Invariant($"{value}")),
    };

    private sealed class HungException : Exception;
}
