#pragma warning disable TEX0117 // The values of a grade fall, and its ranks are those of its declaration all the same.
#pragma warning disable TEX0118 // A range that goes beyond what a column holds is cut.
namespace TypedExplain.Tests.Zoo;

/// <summary>The page of the README: a record of numbers, a category and a flag, with every annotation.</summary>
[FeatureRecord]
public sealed partial record LoanApplication(
    [Numeric(18, 100, Unit = "years"), OnlyIncreases] int Age,
    [Numeric(0, 500_000)] double AnnualIncome,
    [Categorical] Housing Housing,
    [Immutable] bool HasDefaulted);

public enum Housing
{
    Rent,
    Mortgage,
    Own,
}

/// <summary>Every number type, without a range.</summary>
[FeatureRecord]
public partial record Numbers(double Real, float Single, int Whole, long Long, decimal Money);

/// <summary>Every number type, in a range.</summary>
[FeatureRecord]
public partial record RangedNumbers(
    [Numeric(-1, 1)] double Real,
    [Numeric(0, 0.1)] float Single,
    [Numeric(-2.5, 3.5)] int Whole,
    [Numeric(0, 10)] long Long,
    [Numeric(0.01, 0.99)] decimal Money);

/// <summary>Every other integer type and Half, without a range.</summary>
[FeatureRecord]
public partial record Integers(sbyte SByte, byte Byte, short Int16, ushort UInt16, uint UInt32, ulong UInt64, System.Half Half);

/// <summary>The same in ranges.</summary>
[FeatureRecord]
public partial record RangedIntegers(
    [Numeric(-3, 3)] sbyte SByte,
    [Numeric(0.5, 9)] byte Byte,
    [Numeric(-1000, 1e9)] short Int16,
    [Numeric(7, 12)] ushort UInt16,
    [Numeric(0, 4e9)] uint UInt32,
    [Numeric(0, 1e18)] ulong UInt64,
    [Numeric(0, 0.1)] System.Half Half);

/// <summary>Dates and durations, in every unit.</summary>
[FeatureRecord]
public partial record Times(
    DateOnly Day,
    [MeasuredIn(TimeUnit.Weeks)] DateOnly Week,
    DateTime Moment,
    [MeasuredIn(TimeUnit.Hours)] DateTimeOffset Instant,
    [MeasuredIn(TimeUnit.Years)] DateTime Year,
    [Numeric(0, 90), MeasuredIn(TimeUnit.Minutes)] TimeSpan Wait,
    [MeasuredIn(TimeUnit.Seconds)] TimeSpan Elapsed);

/// <summary>Records inside records, of every kind, twice the same among them.</summary>
[FeatureRecord]
public partial record Household(
    int Size,
    Address Home,
    Housing Housing,
    Address Work,
    Mutable Switches)
{
    public Mixed Mixed { get; init; } = new(1) { Needed = false };

    public bool Last { get; init; }
}

/// <summary>A record for others to contain, with one inside.</summary>
[FeatureRecord]
public partial record Address([Numeric(0, 1e6)] double Income, Housing Kind, Spot Spot, [NotAFeature] string? Street = null);

/// <summary>A record two levels down.</summary>
[FeatureRecord]
public readonly partial record struct Spot([Numeric(-90, 90)] float Latitude, DateOnly Since, [Categories("n", "s")] string Side);

/// <summary>Ranks: an enum that is ordered by itself, and one that is for this record.</summary>
[FeatureRecord]
public partial record Ranks(Grade Grade, [Ordinal, OnlyIncreases] Housing Housing, Grade Other, bool Flag);

[Ordinal]
public enum Grade : short
{
    Poor = -3,
    Fair = 9,
    Good = 4,
    AlsoGood = 4,
    Excellent = 0,
}

/// <summary>Texts from closed lists, among them an empty one and one that must be escaped.</summary>
[FeatureRecord]
public partial record Texts([Categories("car", "house", "other")] string Purpose, [Categories("", "\"quoted\"\\ {0}\n")] string Odd, double Amount);

/// <summary>Members that are no features, in every place where one may stand.</summary>
[FeatureRecord]
public partial record Ignoring([NotAFeature] string Id, [Numeric(0, 1)] double Share, [property: NotAFeature] object? Tag, bool Flag)
{
    [NotAFeature]
    public required Version Version { get; init; }

    [NotAFeature]
    public string Note { get; set; } = "none";

    public int Count { get; init; }
}

/// <summary>Every annotation that carries meaning.</summary>
/// <param name="Income">What the applicant earns in a year, see <see cref="Age"/>.</param>
[FeatureRecord]
public partial record Annotated(
    [Numeric(0, 1e6, Unit = "EUR"), Step(1000), Cost(0.5), ShownAs("annual income")] double Income,
    [Immutable, Protected] bool Female,
    [Cost(3)] Housing Housing)
{
    /// <summary>
    /// Age in whole years, <c>last birthday</c>
    /// &amp; not rounded.
    /// </summary>
    public int Age { get; init; }
}

/// <summary>Ranges with one open end, and ranges that are hardly wider than nothing.</summary>
[FeatureRecord]
public partial record OddRanges(
    [Numeric(0, double.PositiveInfinity)] double AtLeastZero,
    [Numeric(double.NegativeInfinity, -5)] double AtMostMinusFive,
    [Numeric(1, 1.0000001)] double Narrow,
    [Numeric(7, 8)] int TwoValues,
    [Numeric(-1e300, 1e300)] double Huge);

/// <summary>A struct with settable properties.</summary>
[FeatureRecord]
public partial struct Mutable
{
    [Numeric(0, 1)]
    public double First { get; set; }

    public bool Second { get; set; }
}

/// <summary>A positional struct of numbers, whose batches need no memory of their own.</summary>
[FeatureRecord]
public readonly partial record struct Point(double X, double Y, double Z, double W);

/// <summary>A class with required and init properties, and one that is computed.</summary>
[FeatureRecord]
public partial class House
{
    [Numeric(10, 1000, Unit = "m²")]
    public required double Area { get; init; }

    public required int Rooms { get; init; }

    public bool Garden { get; init; }

    public double AreaPerRoom => Area / Rooms;
}

/// <summary>Positional features and further ones.</summary>
[FeatureRecord]
public partial record Mixed([Numeric(0, 9)] int Position)
{
    public Housing More { get; init; }

    public required bool Needed { get; init; }
}

/// <summary>Flags alone.</summary>
[FeatureRecord]
public partial record Flags(bool A, bool B, bool C);

/// <summary>A single number.</summary>
[FeatureRecord]
public partial record Single(double Value);

/// <summary>Enums with numbers of their own, aliases, other types, and one name only.</summary>
[FeatureRecord]
public partial record Enums(Sparse Sparse, Tiny Tiny, Lonely Lonely, System.DayOfWeek Day);

public enum Sparse
{
    Minus = -7,
    Zero = 0,
    Nil = 0,
    Thousand = 1000,
}

public enum Tiny : byte
{
    Low = 1,
    High = 255,
}

public enum Lonely
{
    Only = 5,
}

/// <summary>Names that need care: keywords, other scripts, names of the library.</summary>
[FeatureRecord]
public partial record @class(double @event, int größe, bool 犬, double Feature, double rows, double columns, double record);

public static partial class Outer
{
    public partial struct Inner
    {
        /// <summary>A record inside two other types.</summary>
        [FeatureRecord]
        public partial record Nested([Numeric(0, 1)] double Share, Choice Choice);

        public enum Choice
        {
            Yes,
            No,
        }
    }
}
