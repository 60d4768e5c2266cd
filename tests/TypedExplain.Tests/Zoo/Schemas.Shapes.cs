#pragma warning disable TEX0117 // The values of a grade fall, and its ranks are those of its declaration all the same.
namespace TypedExplain.Tests.Zoo;

/// <summary>What is no feature may be of any type.</summary>
[FeatureRecord]
public partial record Tagged<TTag>([Numeric(0, 1)] double Share, Housing Housing, [NotAFeature] TTag Tag);

/// <summary>A generic struct with constraints, in a generic type.</summary>
public static partial class Box<TOuter>
    where TOuter : class, IComparable<TOuter>
{
    [FeatureRecord]
    public readonly partial record struct Item<TInner>(int Count, double? Weight, [Categories("s", "l")] string Size, [NotAFeature] TInner? Label)
        where TInner : struct, Enum;
}

/// <summary>Generic records inside another one.</summary>
[FeatureRecord]
public partial record Parcel(Tagged<string?> First, Tagged<Guid>? Second, Box<string>.Item<DayOfWeek> Item);

/// <summary>A base that is no feature record itself.</summary>
public abstract partial record Person([Numeric(18, 100, Unit = "years")] int Age, bool Employed)
{
    [Protected]
    public Housing Housing { get; init; }

    public abstract double Score { get; init; }
}

/// <summary>Inherited features, in a primary constructor and beside it, one overridden.</summary>
[FeatureRecord]
public sealed partial record Applicant(int Age, double Income, bool Employed) : Person(Age, Employed)
{
    public override double Score { get; init; }

    public int Dependents { get; init; }
}

/// <summary>A base that is a feature record too.</summary>
[FeatureRecord]
public partial record Vehicle(double Weight, int Seats);

[FeatureRecord]
public partial record Truck(double Weight, int Seats, [Numeric(0, 40)] double Load) : Vehicle(Weight, Seats);

/// <summary>Classes in three generations, with properties alone.</summary>
public class Animalia
{
    public double Mass { get; set; }

    [NotAFeature]
    public string? Name { get; set; }
}

public class Mammal : Animalia
{
    public required int Legs { get; init; }
}

[FeatureRecord]
public partial class Dog : Mammal
{
    public Housing Home { get; init; }

    public double MassPerLeg => Mass / Legs;
}

/// <summary>A class with a primary constructor.</summary>
[FeatureRecord]
public partial class Account(double balance, bool open)
{
    public double Balance { get; } = balance;

    public bool Open { get; } = open;

    public int? Years { get; init; }
}

/// <summary>One feature of each kind that is alone in its record.</summary>
[FeatureRecord]
public partial record OnlyFlag(bool Flag);

[FeatureRecord]
public partial record OnlyCategory(Housing Housing);

[FeatureRecord]
public partial record OnlyRank(Grade Grade);

[FeatureRecord]
public partial record OnlyNullable(double? Value);

[FeatureRecord]
public partial record OnlyDate(DateOnly Date);

/// <summary>Names that generated code uses itself.</summary>
[FeatureRecord]
public partial record OwnNames(double? value0, double value1, bool vector, [ArrayLength(2)] int[] i, Housing feature, string? Ignored = null)
{
    [NotAFeature]
    public string? Ignored { get; init; } = Ignored;
}

/// <summary>Four levels of records.</summary>
[FeatureRecord]
public partial record Level1(Level2 Next, double Own);

[FeatureRecord]
public partial record Level2(Level3? Next, bool Own);

[FeatureRecord]
public partial record Level3(Level4 Next, Housing Own);

[FeatureRecord]
public partial record struct Level4(int? Own, [ArrayLength(2)] double[] Array);

internal static partial class Hidden
{
    /// <summary>A record that other assemblies do not see.</summary>
    [FeatureRecord]
    internal partial record Secret(double Value, bool? Flag);
}
