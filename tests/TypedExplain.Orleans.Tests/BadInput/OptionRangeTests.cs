using System.Reflection;
using TypedExplain.Tests.Support;

namespace TypedExplain.Orleans.Tests.BadInput;

/// <summary>What an option states with <c>[OptionRange]</c>, which the compiler checks, is what is refused where it is registered.</summary>
public class OptionRangeTests
{
    private static readonly Dictionary<Type, (Func<object> Make, Action<object> Use)> s_uses = new()
    {
        [typeof(ExplanationJobOptions)] = (() => new ExplanationJobOptions(), options => Silo().AddExplanationJob("nightly", _ => Clients.Job(new CsvSource<Client>("clients.csv"), "folder"), (ExplanationJobOptions)options)),
        [typeof(ClusterBudgetOptions)] = (() => new ClusterBudgetOptions { StorageName = "redis" }, options => Silo().AddQueryBudget("score", (ClusterBudgetOptions)options)),
        [typeof(OnlineExplanationOptions)] = (() => new OnlineExplanationOptions(), options => Silo().AddExplanations("clients", _ => (Clients.Model, Clients.Explainer), (OnlineExplanationOptions)options)),
    };

    public static TheoryData<Type, string> Options { get; } = RangedOptions.In(typeof(ExplanationJobOptions).Assembly);

    [Theory]
    [MemberData(nameof(Options))]
    public void The_stated_range_is_what_is_refused(Type type, string option)
    {
        (Func<object> make, Action<object> use) = s_uses[type];
        PropertyInfo property = type.GetProperty(option)!;
        RangedOptions.Agree(property, make, use);
    }

    private static RegistrationTests.Silo Silo() => new();
}
