using System.Reflection;
using TypedExplain.Media;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.BadInput;

/// <summary>Null where a reference is wanted is an <see cref="ArgumentNullException"/> that names the argument, at every constructor and static method.</summary>
public class NullSweepTests
{
    private static readonly NullabilityInfoContext s_context = new();

    public static TheoryData<string> Members => [.. All.Keys];

    private static Dictionary<string, MethodBase> All { get; } = typeof(Feature<>).Assembly.GetExportedTypes()
        .Where(type => !type.IsSubclassOf(typeof(Delegate)) && (!type.IsAbstract || type.IsSealed) && !IsTheCompilers(type))
        .Select(Closed)
        .OfType<Type>()
        .SelectMany(type => type.GetConstructors().Cast<MethodBase>().Concat(type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(method => !method.IsSpecialName).Select(Closed).OfType<MethodBase>()))
        .Where(member => !(member is ConstructorInfo && member.DeclaringType == typeof(PairedTest)) && Required(member).Any() && member.GetCustomAttribute<System.ComponentModel.EditorBrowsableAttribute>() is null && !member.GetParameters().Any(parameter => parameter.ParameterType.IsByRef || parameter.ParameterType.IsByRefLike))
        .GroupBy(member => $"{member.DeclaringType!.Name}.{member.Name}({string.Join(", ", member.GetParameters().Select(parameter => parameter.ParameterType.Name + " " + parameter.Name))})")
        .ToDictionary(group => group.Key, group => group.First());

    [Theory]
    [MemberData(nameof(Members))]
    public void Is_refused_by_name(string member)
    {
        MethodBase method = All[member];
        object?[] nothing = [.. method.GetParameters().Select(parameter => parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null)];
        Exception thrown = Assert.IsType<TargetInvocationException>(Record.Exception(() => method is ConstructorInfo constructor ? constructor.Invoke(nothing) : method.Invoke(null, nothing))).InnerException!;

        ArgumentNullException error = Assert.IsType<ArgumentNullException>(thrown);
        Assert.Contains(error.ParamName, Required(method));
    }

    /// <summary>Annotations, which the compiler holds to their types, and results, which are plain data.</summary>
    private static bool IsTheCompilers(Type type) =>
        type.IsSubclassOf(typeof(Attribute)) || (type != typeof(PairedTest) && new[] { typeof(CsvError), typeof(SimilarWord), typeof(WordEffect), typeof(Score) }.Contains(type)) || type.Name.StartsWith("ScoredRecord", StringComparison.Ordinal);

    private static IEnumerable<string?> Required(MethodBase method) => method.GetParameters()
        .Where(parameter => !parameter.ParameterType.IsValueType && !parameter.HasDefaultValue && s_context.Create(parameter).WriteState == NullabilityState.NotNull)
        .Select(parameter => parameter.Name);

    private static Type? Closed(Type type) => !type.IsGenericTypeDefinition ? type : type.GetGenericArguments().Length > 1 ? null : Try(() => type.MakeGenericType(typeof(House)));

    private static MethodBase? Closed(MethodInfo method) => !method.IsGenericMethodDefinition ? method : method.GetGenericArguments().Length > 1 ? null : Try(() => method.MakeGenericMethod(typeof(House)));

    private static TResult? Try<TResult>(Func<TResult> make)
        where TResult : class
    {
        try
        {
            return make();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
