using static TypedExplain.Generators.Tests.Usage.UsageAssert;

namespace TypedExplain.Generators.Tests.Usage;

/// <summary>TEX0209.</summary>
public class EffectsOfDifferentUnitsTests
{
    [Theory]
    [InlineData("bool more = [|Math.Abs(e.Attribution.Rooms) > Math.Abs(e.Attribution.Rent)|];", "Math.Abs(e.Attribution.Rooms) > Math.Abs(e.Attribution.Rent)")]
    [InlineData("double sum = [|e.Attribution.Rooms + e.Attribution.Rent|];", "e.Attribution.Rooms + e.Attribution.Rent")]
    [InlineData("double gap = [|-e.Attribution.Rooms - (e.Attribution.Deposit)|];", "-e.Attribution.Rooms - (e.Attribution.Deposit)")]
    [InlineData("double most = [|Math.Max(e.Attribution.Rooms, e.Attribution.Rent)|];", "Math.Max(e.Attribution.Rooms, e.Attribution.Rent)")]
    [InlineData("var effects = e.Attribution; bool less = [|effects[FlatFeatures.Rooms] <= effects[FlatFeatures.Rent]|];", "effects[FlatFeatures.Rooms] <= effects[FlatFeatures.Rent]")]
    [InlineData("var first = FeatureSchema.Of<Flat>().Features.[|MaxBy|](f => Math.Abs(e.Attribution[f]));", "MaxBy")]
    [InlineData("var sorted = FeatureSchema.Of<Flat>().Features.[|OrderByDescending|](f => Math.Abs(e.Attribution[f])).ToList();", "OrderByDescending")]
    [InlineData("var sum = FeatureSchema.Of<Flat>().Features.[|Sum|](f => e.Attribution[f]);", "Sum")]
    public void Different(string failing, string text) => ReportsMember(
        "TEX0209",
        $"public static void Run(Explanation<Flat> e) {{ {failing} }}",
        $"'{text}' compares or adds effects per rooms and effects per EUR, so the choice of units decides; take them from 'Standardized'");

    [Theory]
    [InlineData("bool more = e.Standardized.Rooms > e.Standardized.Rent;")]
    [InlineData("double sum = e.Attribution.Deposit + e.Attribution.Rent - e.Attribution.Rent;")]
    [InlineData("double change = e.Attribution.Rooms * 2 + e.Attribution.Rent * 100;")]
    [InlineData("bool grows = e.Attribution.Rooms > 0 && e.Attribution.Rent < 0 && e.Attribution.Rooms > e.Attribution.Lift;")]
    [InlineData("bool unknown = e.Attribution.Rooms > e.Attribution.Floor || e.Attribution[0] > e.Attribution[1];")]
    [InlineData("var sorted = FeatureSchema.Of<Flat>().Features.OrderBy(f => Math.Abs(e.Standardized[f])).ThenBy(f => f.Name).ToList();")]
    [InlineData("var names = FeatureSchema.Of<Flat>().Features.Select(f => e.Attribution[f]).ToList(); var one = e.Attribution.Ranked().First();")]
    [InlineData("var sum = FeatureSchema.Of<Flat>().Features.Sum(f => e.Attribution[f] * f.Index);")]
    [InlineData("var sorted = FeatureSchema.Of<Shop>().Features.MaxBy(f => Math.Abs(other.Attribution[f])); bool more = other.Attribution.Rent > other.Attribution.Sales;")]
    public void Same_or_not_stated(string right) => IsFineMember($"public static void Run(Explanation<Flat> e, Explanation<Shop> other) {{ {right} }}");
}
