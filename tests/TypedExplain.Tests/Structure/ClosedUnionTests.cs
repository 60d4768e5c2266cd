using System.Reflection;
using TypedExplain.Explanations;

namespace TypedExplain.Tests.Structure;

/// <summary>What is marked as a closed union is one, and every outcome is marked: the analyzers rely on both.</summary>
public class ClosedUnionTests
{
    private static readonly Type[] s_types = typeof(Outcome<>).Assembly.GetTypes();

    public static TheoryData<Type> Unions { get; } =
        [.. s_types.Where(type => type.IsDefined(typeof(ClosedUnionAttribute), inherit: false) || (type.IsPublic && type.IsAbstract && !type.IsSealed && type.Name.Split('`')[0].EndsWith("Outcome", StringComparison.Ordinal)))];

    [Theory]
    [MemberData(nameof(Unions))]
    public void Nobody_outside_can_derive_from_it(Type union)
    {
        Assert.True(union.IsDefined(typeof(ClosedUnionAttribute), inherit: false));
        Assert.All(union.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic), constructor => Assert.True(constructor.IsPrivate || constructor.IsAssembly || constructor.IsFamilyAndAssembly));
        Type[] cases = [.. s_types.Where(type => type != union && Bases(type).Contains(union))];
        Assert.True(cases.Length > 1);
        Assert.All(cases, type => Assert.True(type.IsSealed && (type.IsPublic || type.IsNestedPublic), type.Name));
    }

    [Fact]
    public void A_better_case_is_one_of_the_same_union()
    {
        Type[] lesser = [.. s_types.Where(type => type.IsDefined(typeof(ShortOfAttribute), inherit: false))];
        Assert.Contains(typeof(BestEffort<>), lesser);
        Assert.All(lesser, type => Assert.Equal(Bases(type).First(), Bases(type.GetCustomAttribute<ShortOfAttribute>()!.Better).First()));
    }

    private static IEnumerable<Type> Bases(Type type)
    {
        for (Type? at = type.BaseType; at is not null; at = at.BaseType)
            yield return at.IsGenericType ? at.GetGenericTypeDefinition() : at;
    }
}
