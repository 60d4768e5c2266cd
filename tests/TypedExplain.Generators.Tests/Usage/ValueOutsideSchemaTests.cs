using static TypedExplain.Generators.Tests.Usage.UsageAssert;

namespace TypedExplain.Generators.Tests.Usage;

/// <summary>TEX0207.</summary>
public class ValueOutsideSchemaTests
{
    private const string Types = """
        [FeatureRecord] public partial record Trip([Categories("car", "train")] string By, [Numeric(0, 9)] double? Km, [property: Numeric(0, 0.1)] float Share = 0, [ArrayLength(2), Numeric(0, 1)] double[]? Weights = null, [NotAFeature, Numeric(1, 2)] int Id = 0);
        [FeatureRecord] public partial class Car { [Numeric(0, 9)] public int Doors { get; set; } [Categories("red", "blue")] public string? Paint { get; set; } [Numeric(0, 9)] public int Seats { get => field; set => field = Math.Max(0, value); } }
        [FeatureRecord] public partial record Wide(double Free, long Views, decimal Sum, [Numeric(0, double.PositiveInfinity)] double Open, [ArrayLength(1)] float[] Signal);
        [FeatureRecord] public partial record Checked([Numeric(0, 9)] int Doors) { public int Doors { get; init; } = Math.Max(0, Doors); }
        """;

    [Theory]
    [InlineData("Loan bad = new([|17|], 5, Housing.Rent);", "'Age' of 'Loan' is 17; it must be from 18 to 100")]
    [InlineData("Loan bad = new(Housing: Housing.Rent, Income: [|-1.5|], Age: 20);", "'Income' of 'Loan' is -1.5; it must be from 0 to 1000000")]
    [InlineData("Loan bad = loan with { Age = [|101|] };", "'Age' of 'Loan' is 101; it must be from 18 to 100")]
    [InlineData("Loan bad = new Loan(20, [|double.NaN|], Housing.Own);", "'Income' of 'Loan' is NaN; it must be from 0 to 1000000")]
    [InlineData("Loan bad = new Loan(20, 1, [|(Housing)7|]);", "'Housing' of 'Loan' is 7; it must be one of Rent, Own, Mortgage")]
    [InlineData("const int young = 10; Loan[] bad = [new(young * 2, 1, Housing.Own), new([|young|], 1, Housing.Own)];", "'Age' of 'Loan' is 10; it must be from 18 to 100")]
    [InlineData("Household bad = new(2, new([|-1|], new(1, true)), 3);", "'Income' of 'Address' is -1; it must be from 0 to 1000000")]
    [InlineData("try { _ = new Trip([|\"bus\"|], 1); } catch (Exception) { }", "'By' of 'User.Trip' is \"bus\"; it must be one of \"car\", \"train\"")]
    [InlineData("Trip bad = new Trip(\"car\", [|10|]);", "'Km' of 'User.Trip' is 10; it must be from 0 to 9")]
    [InlineData("Trip bad = new Trip(\"car\", 1, [|0.2f|]);", "'Share' of 'User.Trip' is 0.2; it must be from 0 to 0.1")]
    [InlineData("Trip bad = new Trip(\"car\", 1, Weights: [0, [|2|]]);", "'Weights' of 'User.Trip' is 2; it must be from 0 to 1")]
    [InlineData("Trip bad = new Trip(\"car\", 1, 0, new double[] { [|-1|], 0 });", "'Weights' of 'User.Trip' is -1; it must be from 0 to 1")]
    [InlineData("Car bad = new() { Doors = 4, Paint = [|\"green\"|] };", "'Paint' of 'User.Car' is \"green\"; it must be one of \"red\", \"blue\"")]
    [InlineData("Car bad = new(); bad.Doors = [|10|];", "'Doors' of 'User.Car' is 10; it must be from 0 to 9")]
    [InlineData("Wide bad = new([|double.NaN|], 1, 1, 1, [1]);", "'Free' of 'User.Wide' is NaN; it must be a finite number")]
    [InlineData("Wide bad = new(1, 1, 1, [|double.PositiveInfinity|], [1]);", "'Open' of 'User.Wide' is Infinity; it must be at least 0")]
    [InlineData("Wide bad = new(1, 1, 1, 1, [[|float.NegativeInfinity|]]);", "'Signal' of 'User.Wide' is -Infinity; it must be a finite number")]
    [InlineData("Wide bad = new(1, [|1L << 60|], 1, 1, [1]);", "'Views' of 'User.Wide' is 1152921504606846976; it must be from -9007199254740991 to 9007199254740991")]
    [InlineData("Wide bad = new(1, 1, [|decimal.MaxValue|], 1, [1]);", "'Sum' of 'User.Wide' is 79228162514264337593543950335; it must be from -7.9E+27 to 7.9E+27")]
    public void Outside(string failing, string message) => ReportsMember("TEX0207", $"{Types} public static void Run(Loan loan) {{ {failing} }}", message);

    [Theory]
    [InlineData("Loan ends = new(18, 1e6, Housing.Mortgage), other = ends with { Age = 100, Income = 0 };")]
    [InlineData("Wide wide = new(1e300, 9007199254740991, 7.9e27m, 0, [float.MaxValue]);")]
    [InlineData("int age = 17; Loan unknown = new(age, 1, default);")]
    [InlineData("Trip trip = new(\"car\", null, 0.1f, null, 7); trip = trip with { Id = 0, Km = 9 };")]
    [InlineData("Car car = new() { Seats = -1, Paint = null }; Checked other = new(-1);")]
    [InlineData("Throws(() => Console.WriteLine(new Loan(17, 1, Housing.Rent))); static void Throws(Action run) => run();")]
    [InlineData("bool young = loan.Age < 17 || loan is { Age: 5 };")]
    public void Inside_or_not_known(string right) => IsFineMember($"{Types} public static void Run(Loan loan) {{ {right} }}");
}
