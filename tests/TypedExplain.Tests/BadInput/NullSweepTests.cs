using TypedExplain.Media;
using TypedExplain.Tests.Support;
using Xunit.Abstractions;

namespace TypedExplain.Tests.BadInput;

/// <summary>Null where a reference is wanted is an <see cref="ArgumentNullException"/> that names the argument, or an error that names the option, at every constructor and method.</summary>
public class NullSweepTests(ITestOutputHelper output)
{
    private static readonly NullSweep s_sweep = new(
        typeof(Feature<>).Assembly,
        typeof(OptionUses.One),
        [.. OptionUses.All.Values.Select(uses => uses.Make()), .. OptionUses.Results],
        typeof(CsvError), typeof(SimilarWord), typeof(WordEffect), typeof(Score), typeof(ScoredRecord<>), typeof(PairedTest));

    public static TheoryData<string> Members => [.. s_sweep.Members.Keys];

    [Theory]
    [MemberData(nameof(Members))]
    public void Is_refused_by_name(string member) => Assert.Null(s_sweep.Wrong(member));

    [Fact]
    public void In_one_line() => s_sweep.Report("core", output.WriteLine);
}
