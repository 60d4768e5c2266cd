using TypedExplain.Tests.Support;
using TypedExplain.Training.Research;
using Xunit.Abstractions;

namespace TypedExplain.Training.Tests.Training;

/// <summary>Null where a reference is wanted is refused by name, at every constructor and method of the package.</summary>
public class NullSweepTests(ITestOutputHelper output)
{
    private static readonly NullSweep s_sweep = new(
        typeof(ExpoTrainer<>).Assembly,
        typeof(Dot),
        [.. OptionUses.All.Values.Select(uses => uses.Make()), .. OptionUses.Results],
        typeof(Frontier<>), typeof(FrontierPoint<>), typeof(TrainingReport), typeof(AgentRun<>), typeof(SearchResult<>), typeof(PublishedConfiguration));

    public static TheoryData<string> Members => [.. s_sweep.Members.Keys];

    [Theory]
    [MemberData(nameof(Members))]
    public void Is_refused_by_name(string member) => Assert.Null(s_sweep.Wrong(member));

    [Fact]
    public void In_one_line() => s_sweep.Report("training", output.WriteLine);
}
