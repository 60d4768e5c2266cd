using TypedExplain.Reports.Tests.Support;
using TypedExplain.Tests.Support;
using Xunit.Abstractions;

namespace TypedExplain.Reports.Tests.BadInput;

/// <summary>Null where a reference is wanted is refused by name, at every constructor and method of the package; options outside their range too.</summary>
public class SweepTests(ITestOutputHelper output)
{
    private static readonly NullSweep s_sweep = new(
        typeof(Picture).Assembly,
        typeof(Person),
        [
            new Report<Person>(),
            new Report<Person>().Decision(Settings.Exact.Value),
            WaterfallPicture.Of(Settings.Exact.Value),
            Settings.Exact.Value,
            Settings.Explained.Value,
            Settings.Portfolio.Value,
            PersonFeatures.Home,
            Settings.People[0],
        ]);

    public static TheoryData<string> Members => [.. s_sweep.Members.Keys];

    public static IEnumerable<object[]> Options { get; } =
        from option in RangedOptions.Of(typeof(PictureOptions))
        select new object[] { option.Name };

    [Theory]
    [MemberData(nameof(Members))]
    public void Null_is_refused_by_name(string member) => Assert.Null(s_sweep.Wrong(member));

    [Fact]
    public void In_one_line() => s_sweep.Report("reports", output.WriteLine);

    [Theory]
    [InlineData(typeof(PictureOptions))]
    [InlineData(typeof(Report<Person>))]
    public void Odd_options_are_refused_by_name(Type type)
    {
        (string line, IReadOnlyList<string> wrong) = OddOptions.Sweep(() => Make(type), Use);

        output.WriteLine(line);
        Assert.True(wrong.Count == 0, $"{line}\n{string.Join('\n', wrong)}");
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void The_stated_range_is_what_is_refused(string option) =>
        RangedOptions.Agree(typeof(PictureOptions).GetProperty(option)!, () => Make(typeof(PictureOptions)), options => Use(options, CancellationToken.None));

    [Theory]
    [InlineData(239)]
    [InlineData(4001)]
    public void A_width_outside_its_range(int width) =>
        Assert.Equal($"width is {width}; it must be from 240 to 4000 pixels.", Assert.Throws<InvalidOptionException>(() => WaterfallPicture.Of(Settings.Exact.Value).ToSvg(width)).Message);

    private static object Make(Type type) => type == typeof(PictureOptions) ? new PictureOptions() : new Report<Person>();

    private static void Use(object options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (options is PictureOptions pictures)
            _ = WaterfallPicture.Of(Settings.Exact.Value, pictures).ToSvg();
        else
            _ = ((Report<Person>)options).Decision(Settings.Exact.Value).Html;
    }
}
