using System.Reflection;
using TypedExplain.Tests.Support;

namespace TypedExplain.Training.Tests.Training;

/// <summary>What an option states with <c>[OptionRange]</c>, which the compiler checks, is what the running program refuses.</summary>
public class OptionRangeTests
{
    /// <summary>The regularizers that a fit of more samples needs are held to their own, larger least number elsewhere.</summary>
    public static TheoryData<Type, string> Options { get; } =
        RangedOptions.In(typeof(ExpoTrainer<>).Assembly, except: [typeof(FidelityRegularizer<>), typeof(OneFeatureFidelityRegularizer<>)]);

    [Theory]
    [MemberData(nameof(Options))]
    public void The_stated_range_is_what_is_refused(Type type, string option)
    {
        Assert.True(OptionUses.All.TryGetValue(type, out (Func<object> Make, Action<object, CancellationToken> Use) uses), $"{type} has a range and no use here");
        PropertyInfo property = uses.Make().GetType().GetProperty(option)!;

        RangedOptions.Agree(property, uses.Make, options => uses.Use(options, CancellationToken.None));
    }
}
