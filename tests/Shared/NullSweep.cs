using System.Collections;
using System.Reflection;

namespace TypedExplain.Tests.Support;

/// <summary>Every constructor and method of an assembly that wants a reference, called with null for each.</summary>
internal sealed class NullSweep
{
    private static readonly NullabilityInfoContext s_context = new();
    private readonly Type _record;
    private readonly Dictionary<Type, object> _instances = [];

    /// <param name="assembly">The assembly.</param>
    /// <param name="record">The record that generic types are closed over.</param>
    /// <param name="roots">What methods are called on, and what can be seen from it.</param>
    /// <param name="except">Plain data, which take what they are given.</param>
    public NullSweep(Assembly assembly, Type record, IEnumerable<object> roots, params Type[] except)
    {
        _record = record;
        foreach (object root in roots)
            Remember(root, assembly, depth: 4);
        Members = assembly.GetExportedTypes()
            // What the compiler makes of a block of extension members has no bodies; these are in the class around it.
            .Where(type => !type.Name.StartsWith('<') && !type.IsSubclassOf(typeof(Delegate)) && !type.IsSubclassOf(typeof(Attribute)) && !except.Contains(type))
            .Select(Closed)
            .OfType<Type>()
            .SelectMany(OfType)
            .Where(member => Required(member).Any() && member is not MethodInfo { ReturnType.IsByRefLike: true } && member.GetCustomAttribute<System.ComponentModel.EditorBrowsableAttribute>() is null && !member.GetParameters().Any(parameter => parameter.ParameterType.IsByRef || parameter.ParameterType.IsByRefLike))
            .GroupBy(member => $"{member.DeclaringType!.Name}.{member.Name}({string.Join(", ", member.GetParameters().Select(parameter => parameter.ParameterType.Name + " " + parameter.Name))})")
            .ToDictionary(group => group.Key, group => group.First());
    }

    /// <summary>By a name to be printed.</summary>
    public IReadOnlyDictionary<string, MethodBase> Members { get; }

    /// <summary>Prints how many members were called, and how many were not refused by name.</summary>
    public void Report(string package, Action<string> print)
    {
        int lost = Members.Keys.Count(member => Wrong(member) is not null);
        print($"null sweep, {package,-20} {Members.Count,5} tried: {Members.Count - lost,4} refused by name; lost {lost}, hung 0");
        Assert.Equal(0, lost);
    }

    /// <summary>Calls a member with nothing and says what is wrong with what it throws; null where that is an error that names what is missing.</summary>
    public string? Wrong(string member)
    {
        MethodBase method = Members[member];
        object?[] nothing = [.. method.GetParameters().Select(parameter => parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null)];
        Exception? thrown = Record.Exception(() => Run(method is ConstructorInfo constructor ? constructor.Invoke(nothing) : method.Invoke(method.IsStatic ? null : _instances[method.ReflectedType!], nothing)));
        while (thrown is TargetInvocationException or AggregateException)
            thrown = thrown.InnerException;
        return thrown switch
        {
            ArgumentNullException error when Required(method).Contains(error.ParamName) => null,
            InvalidOptionException => null,
            null => "nothing was thrown",
            _ => $"{thrown.GetType().Name}: {thrown.Message}",
        };
    }

    /// <summary>What is only begun is gone through.</summary>
    private static void Run(object? result)
    {
        if (result?.GetType().GetInterfaces().FirstOrDefault(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)) is { } stream)
        {
            object taking = stream.GetMethod("GetAsyncEnumerator")!.Invoke(result, [CancellationToken.None])!;
            ((ValueTask<bool>)typeof(IAsyncEnumerator<>).MakeGenericType(stream.GetGenericArguments()).GetMethod("MoveNextAsync")!.Invoke(taking, [])!).AsTask().GetAwaiter().GetResult();
        }
        else if (result?.GetType() is { IsGenericType: true } task && task.GetGenericTypeDefinition() == typeof(ValueTask<>))
        {
            ((Task)task.GetMethod("AsTask")!.Invoke(result, [])!).GetAwaiter().GetResult();
        }
        else if (result is ValueTask asked)
        {
            asked.AsTask().GetAwaiter().GetResult();
        }
        else if (result?.GetType().GetMethod("TryNext") is { } next)
        {
            next.Invoke(result, [null]);
        }
        else if (result is IEnumerable items and not string)
        {
            IEnumerator taking = items.GetEnumerator();
            taking.MoveNext();
        }
    }

    private IEnumerable<MethodBase> OfType(Type type)
    {
        bool isMade = !type.IsAbstract || type.IsSealed;
        IEnumerable<MethodBase> members = isMade ? type.GetConstructors() : [];
        members = members.Concat(type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(method => isMade && !method.IsSpecialName).Select(Closed).OfType<MethodBase>());
        return !_instances.ContainsKey(type) ? members
            : members.Concat(type.GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(method => method.DeclaringType!.Assembly == type.Assembly && (!method.IsSpecialName || method.Name == "get_Item") && !method.Name.StartsWith('<')).Select(Closed).OfType<MethodBase>());
    }

    private void Remember(object root, Assembly assembly, int depth)
    {
        Type type = root.GetType();
        if (root is IEnumerable items and not string && depth > 0)
        {
            foreach (object item in items.Cast<object?>().OfType<object>().Take(2))
                Remember(item, assembly, depth - 1);
        }

        if (type.Assembly != assembly || !_instances.TryAdd(type, root) || depth == 0)
            return;
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike))
        {
            if (Try(() => property.GetValue(root)) is { } value)
                Remember(value, assembly, depth - 1);
        }
    }

    private static IEnumerable<string?> Required(MethodBase method) => method.GetParameters()
        .Where(parameter => !parameter.ParameterType.IsValueType && !parameter.HasDefaultValue && s_context.Create(parameter).WriteState == NullabilityState.NotNull)
        .Select(parameter => parameter.Name);

    private Type? Closed(Type type) => !type.IsGenericTypeDefinition ? type : type.GetGenericArguments().Length > 1 ? null : Try(() => type.MakeGenericType(_record));

    private MethodBase? Closed(MethodInfo method) => !method.IsGenericMethodDefinition ? method : method.GetGenericArguments().Length > 1 ? null : Try(() => method.MakeGenericMethod(_record));

    private static TResult? Try<TResult>(Func<TResult?> make)
        where TResult : class
    {
        try
        {
            return make();
        }
        catch (Exception error) when (error is ArgumentException or TargetInvocationException)
        {
            return null;
        }
    }
}
