using static TypedExplain.Generators.Tests.Usage.UsageAssert;

namespace TypedExplain.Generators.Tests.Usage;

/// <summary>TEX0201.</summary>
public class FeatureOfAnotherRecordTests
{
    [Theory]
    [InlineData("explanation.Attribution[[|HouseFeatures.Rooms|]]", "HouseFeatures.Rooms", "House", "Loan", "use one of 'LoanFeatures'", "explanation.Attribution[LoanFeatures.Age]")]
    [InlineData("explanation.Attribution[[|HouseFeatures.Age|]]", "HouseFeatures.Age", "House", "Loan", "write 'LoanFeatures.Age'", "explanation.Attribution[LoanFeatures.Age]")]
    [InlineData("explanation.Standardized[[|global::HouseFeatures . Age|]]", "global::HouseFeatures.Age", "House", "Loan", "write 'LoanFeatures.Age'", "explanation.Standardized[LoanFeatures.Age]")]
    [InlineData("explanation.Agreement?.Disagreement[[|HouseFeatures.Rooms|]]", "HouseFeatures.Rooms", "House", "Loan", "use one of 'LoanFeatures'", "explanation.Agreement?.Disagreement[LoanFeatures.Age]")]
    [InlineData("train.Statistics.IsConstant([|HouseFeatures.Age|])", "HouseFeatures.Age", "House", "Loan", "write 'LoanFeatures.Age'", "train.Statistics.IsConstant(LoanFeatures.Age)")]
    [InlineData("train.Statistics.IsConstant(feature: [|HouseFeatures.Rooms|])", "HouseFeatures.Rooms", "House", "Loan", "use one of 'LoanFeatures'", "train.Statistics.IsConstant(feature: LoanFeatures.Age)")]
    [InlineData("train.Statistics.Mean[[|Deep.Inner_RoomFeatures.Length|]]", "Deep.Inner_RoomFeatures.Length", "Inner.Room", "Loan", "use one of 'LoanFeatures'", "train.Statistics.Mean[LoanFeatures.Age]")]
    public void Another_record(string failing, string feature, string given, string wanted, string remedy, string right) => Finds(
        "TEX0201",
        $"var x = {failing};",
        $"'{feature}' is a feature of '{given}', and a feature of '{wanted}' is wanted here; {remedy}",
        $"var x = {right};");

    [Theory]
    [InlineData("household.Attribution[[|AddressFeatures.Income|]]", "AddressFeatures.Income", "Address", "'household.Attribution.Home[AddressFeatures.Income]'")]
    [InlineData("household.Attribution[[|SpotFeatures.IsNorth|]]", "SpotFeatures.IsNorth", "Spot", "'household.Attribution.Home.Spot[SpotFeatures.IsNorth]'")]
    [InlineData("statistics.IsConstant([|AddressFeatures.Income|])", "AddressFeatures.Income", "Address", "'HouseholdFeatures.Home[AddressFeatures.Income.Index]'")]
    [InlineData("statistics.IsConstant([|SpotFeatures.IsNorth|])", "SpotFeatures.IsNorth", "Spot", "'HouseholdFeatures.Home[AddressFeatures.Spot[SpotFeatures.IsNorth.Index].Index]'")]
    public void A_record_inside(string failing, string feature, string given, string remedy) => Finds(
        "TEX0201",
        $"var x = {failing};",
        $"'{feature}' is a feature of '{given}', and a feature of 'Household' is wanted here; 'Household' holds '{given}': write {remedy}",
        remedy.Contains("Index") ? $"var x = statistics.IsConstant({remedy.Trim('\'')});" : $"var x = {remedy.Trim('\'')};");

    [Fact]
    public void Two_records_inside() => Finds(
        "TEX0201",
        "Func<Explanation<Couple>, double> x = couple => couple.Attribution[[|SpotFeatures.Latitude|]];",
        "'SpotFeatures.Latitude' is a feature of 'Spot', and a feature of 'Couple' is wanted here; 'Couple' holds 'Spot': " +
        "write 'couple.Attribution.His[SpotFeatures.Latitude]' or 'couple.Attribution.Hers[SpotFeatures.Latitude]'",
        "Func<Explanation<Couple>, double> x = couple => couple.Attribution.His[SpotFeatures.Latitude] + couple.Attribution.Hers[SpotFeatures.Latitude];");

    [Theory]
    [InlineData("household.Attribution.Home[[|HouseholdFeatures.Members|]]", "Address", "'household.Attribution[HouseholdFeatures.Members]'")]
    [InlineData("household.Attribution.Home.Spot[[|HouseholdFeatures.Members|]]", "Spot", "'household.Attribution[HouseholdFeatures.Members]'")]
    public void The_record_around(string failing, string wanted, string remedy) => Finds(
        "TEX0201",
        $"var x = {failing};",
        $"'HouseholdFeatures.Members' is a feature of 'Household', and a feature of '{wanted}' is wanted here; 'Household' holds '{wanted}': write {remedy}",
        $"var x = {remedy.Trim('\'')};");

    [Fact]
    public void A_method_of_the_user() => Finds(
        "TEX0201",
        "Show([|HouseFeatures.Rooms|], LoanFeatures.Age); void Show(Feature<Loan> first, Feature<Loan> second) { }",
        "'HouseFeatures.Rooms' is a feature of 'House', and a feature of 'Loan' is wanted here; use one of 'LoanFeatures'",
        "Show(LoanFeatures.Income, LoanFeatures.Age); void Show(Feature<Loan> first, Feature<Loan> second) { }");

    [Fact]
    public void A_list_of_features() => Finds(
        "TEX0201",
        "Show(LoanFeatures.Income, [|HouseFeatures.Rooms|]); void Show(params Feature<Loan>[] features) { }",
        "'HouseFeatures.Rooms' is a feature of 'House', and a feature of 'Loan' is wanted here; use one of 'LoanFeatures'",
        "Show(LoanFeatures.Income, LoanFeatures.Age); void Show(params Feature<Loan>[] features) { }");

    [Fact]
    public void Another_mistake_in_the_call_is_none_of_this()
    {
        Compilation compilation = Generation.Of("""
            using TypedExplain;
            [FeatureRecord] public partial record Loan(int Age);
            [FeatureRecord] public partial record House(int Rooms);
            class User
            {
                static void One(Feature<Loan> feature) { }
                static void One(Feature<House> feature, int number) { }
                static void Any<T>(Feature<T> feature, int number) where T : IFeatureRecord<T> { }
                static void Run(Explanation<Loan> explanation, int[] numbers)
                {
                    One(HouseFeatures.Rooms);
                    Any(HouseFeatures.Rooms, "");
                    numbers[HouseFeatures.Rooms] = 1;
                    Missing(HouseFeatures.Rooms);
                    explanation.Predict(HouseFeatures.Rooms);
                    _ = explanation.Attribution["Age"];
                }
            }
            """).Output;
        Assert.NotEmpty(compilation.GetDiagnostics());
        Assert.Empty(Analysis.Of(compilation));
    }
}
