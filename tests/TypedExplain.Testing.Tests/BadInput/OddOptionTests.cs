using System.Reflection;
using TypedExplain.Testing.Tests.Support;
using TypedExplain.Tests.Support;
using Xunit.Abstractions;

namespace TypedExplain.Testing.Tests.BadInput;

/// <summary>Whatever an option is set to, models are compared or the option is refused by name.</summary>
public class OddOptionTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<Borrower> s_rows = [.. Borrowers.Few.Take(2)];

    public static TheoryData<Type, string> Options { get; } = RangedOptions.In(typeof(ExplanationAssert).Assembly);

    [Fact]
    public void Odd_options_are_refused_by_name()
    {
        Assert.Equal([typeof(ModelDiffOptions<>)], OddOptions.In(typeof(ExplanationAssert).Assembly, typeof(FailedInstance)));
        (string line, IReadOnlyList<string> wrong) = OddOptions.Sweep(Make, Use);

        output.WriteLine(line);
        Assert.True(wrong.Count == 0, $"{line}\n{string.Join('\n', wrong)}");
    }

    /// <summary>What an option states with <c>[OptionRange]</c>, which the compiler checks, is what the running program refuses.</summary>
    [Theory]
    [MemberData(nameof(Options))]
    public void The_stated_range_is_what_is_refused(Type type, string option)
    {
        Assert.Equal(typeof(ModelDiffOptions<>), type);
        PropertyInfo property = typeof(ModelDiffOptions<Borrower>).GetProperty(option)!;

        RangedOptions.Agree(property, Make, options => Use(options, CancellationToken.None));
    }

    private static object Make() => new ModelDiffOptions<Borrower>();

    private static void Use(object options, CancellationToken cancellation) =>
        _ = ModelDiff<Borrower>.Of(Borrowers.ByIncome, Borrowers.ByDebt, s_rows, Borrowers.Lime(20), (ModelDiffOptions<Borrower>)options, cancellation).ToString();
}
