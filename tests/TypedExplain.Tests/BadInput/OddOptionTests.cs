using TypedExplain.Media;
using TypedExplain.Tests.Support;
using Xunit.Abstractions;

namespace TypedExplain.Tests.BadInput;

/// <summary>Whatever an option is set to, it runs, ends when it is asked to, or is refused by name.</summary>
public class OddOptionTests(ITestOutputHelper output)
{
    /// <summary>Results, and what generated code makes, are not set by hand.</summary>
    public static TheoryData<Type> Types { get; } = [.. OddOptions.In(typeof(OptionRangeAttribute).Assembly, typeof(Feature<>), typeof(MediaFeature<>), typeof(FeatureSchema<>), typeof(Score), typeof(ExplainedRows<>), typeof(CsvError), typeof(RecordFault), typeof(WordEffect), typeof(PairedTest), typeof(Explanation<>), typeof(ShapValues<>), typeof(ShapInteractions<>), typeof(PartialDependenceCurve<>), typeof(PartialDependenceSurface<>), typeof(AccumulatedEffects<>), typeof(AccumulatedSurface<>), typeof(FeatureImportances<>), typeof(Interactions<>), typeof(CeterisParibusCurve<>))];

    [Theory]
    [MemberData(nameof(Types))]
    public void Odd_options_are_refused_by_name(Type type)
    {
        Assert.True(OptionUses.All.TryGetValue(type, out (Func<object> Make, Action<object, CancellationToken> Use) uses), $"{type} has options and no use here");
        (string line, IReadOnlyList<string> wrong) = OddOptions.Sweep(uses.Make, uses.Use);

        output.WriteLine(line);
        Assert.True(wrong.Count == 0, $"{line}\n{string.Join('\n', wrong)}");
    }
}
