using TypedExplain.Decisions.Tests.Support;
using TypedExplain.Tests.Support;
using Xunit.Abstractions;

namespace TypedExplain.Decisions.Tests.Recourses;

/// <summary>Odd options and null are refused by name, at every method of recourse.</summary>
public class RecourseSweepTests(ITestOutputHelper output)
{
    private static readonly IModel<Borrower> s_model = Model.From<Borrower>(one => one.Income);

    private static readonly Recourse<Borrower> s_recourse = new() { Wanted = answer => answer >= 30_500, MaxQueries = 5_000, MaxSteps = 5_000, Examples = new Dataset<Borrower>([Borrower.One, Borrower.One with { Income = 50_000 }]) };

    private static readonly NullSweep s_sweep = new(
        typeof(Recourse<>).Assembly,
        typeof(Borrower),
        [
            s_recourse,
            s_recourse.Plan(s_model, Borrower.One),
            s_recourse.Find(s_model, Borrower.One),
            s_recourse.Audit(s_model, s_recourse.Examples!),
            s_recourse.Responsiveness(s_model, Borrower.One)[1],
            (s_recourse with { Wanted = answer => answer >= 190_000, MaxQueries = 50 }).Find(s_model, Borrower.One),
        ]);

    public static IEnumerable<object[]> Options { get; } = RangedOptions.Of(typeof(Recourse<Borrower>)).Select(option => new object[] { option.Name });

    public static TheoryData<string> Members => [.. s_sweep.Members.Keys];

    [Theory]
    [MemberData(nameof(Members))]
    public void Null_is_refused_by_name(string member) => Assert.Null(s_sweep.Wrong(member));

    [Fact]
    public void Odd_options_are_refused_by_name()
    {
        (string line, IReadOnlyList<string> wrong) = OddOptions.Sweep(() => s_recourse with { Alternatives = 1 }, (options, cancellation) => ((Recourse<Borrower>)options).Find(s_model, Borrower.One, cancellation).ToJson());

        output.WriteLine(line);
        Assert.True(wrong.Count == 0, $"{line}\n{string.Join('\n', wrong)}");
    }

    /// <summary>What an option states with <c>[OptionRange]</c>, which the compiler checks, is what the running program refuses.</summary>
    [Theory]
    [MemberData(nameof(Options))]
    public void The_stated_range_is_what_is_refused(string option) =>
        RangedOptions.Agree(typeof(Recourse<Borrower>).GetProperty(option)!, () => s_recourse with { Alternatives = 1 }, options => _ = ((Recourse<Borrower>)options).Find(s_model, Borrower.One));
}
