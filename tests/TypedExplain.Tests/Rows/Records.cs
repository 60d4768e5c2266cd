using System.Collections.Immutable;

namespace TypedExplain.Tests.Rows;

/// <summary>What no column holds, next to a number.</summary>
[FeatureRecord]
public sealed partial record Visit(
    [Numeric(0, 100)] double Weight,
    DateTimeOffset Arrival,
    [Numeric(0, 1e17)] decimal Money,
    [NotAFeature] string Ward = "none");

/// <summary>The same, each of which may be missing.</summary>
[FeatureRecord]
public sealed partial record MaybeVisit([Numeric(0, 100)] double Weight, DateTimeOffset? Arrival, DateTime? Left, decimal? Money, TimeSpan? Wait);

/// <summary>A date and time of any kind, in a struct.</summary>
[FeatureRecord]
public readonly partial record struct Moment([Numeric(0, 100)] double Weight, DateTime At);

/// <summary>Members that are no features, by every way to set one.</summary>
[FeatureRecord]
public partial class Account
{
    private string _branch = "";

    [Numeric(0, 100)]
    public double Balance { get; init; }

    [NotAFeature]
    public string Owner { get; set; } = "";

    [NotAFeature]
    public required int Number { get; init; }

    [NotAFeature]
    public string Branch
    {
        get => _branch;
        set => _branch = value;
    }

    /// <summary>Sets a feature: what comes last wins.</summary>
    [NotAFeature]
    public double Halves
    {
        get => Balance * 2;
        init => Balance = value / 2;
    }

    [NotAFeature]
    public Guid Made { get; } = Guid.NewGuid();
}

/// <summary>State that is not public, in a class and its base type.</summary>
public class Counted
{
    [NotAFeature]
    public int Visits;
}

[FeatureRecord]
public partial class Counter : Counted
{
    [NotAFeature]
    private string _name = "";

    [Numeric(0, 100)]
    public double Balance { get; init; }

    [NotAFeature]
    internal int Room { get; set; }

    public string Name => _name;

    public Counter Called(string name)
    {
        _name = name;
        return this;
    }
}

/// <summary>A class that can be changed.</summary>
[FeatureRecord]
public partial class Holder
{
    [Numeric(0, 100)]
    public double Balance { get; set; }

    [NotAFeature]
    public string Owner { get; set; } = "";
}

/// <summary>A record in which features and others come from a base type.</summary>
public partial record Person([Numeric(0, 100)] double Age, [NotAFeature] string Name);

[FeatureRecord]
public sealed partial record Patient(double Age, string Name, [NotAFeature] int Room, DateTimeOffset Since) : Person(Age, Name);

/// <summary>Records inside, one of which may be missing.</summary>
[FeatureRecord]
public sealed partial record Trip([Numeric(0, 100)] double Length, Stop From, Stop? To);

[FeatureRecord]
public readonly partial record struct Stop([Numeric(0, 24)] double Hour, DateTimeOffset At, [NotAFeature] string Town);

/// <summary>Arrays of decimals.</summary>
[FeatureRecord]
public sealed partial record Basket([TypedExplain.ArrayLength(2)] decimal[] Prices, [TypedExplain.ArrayLength(2)] ImmutableArray<decimal> Paid, [TypedExplain.ArrayLength(1)] decimal[]? Tip);

/// <summary>A text beside a member that is no feature.</summary>
[FeatureRecord]
public sealed partial record Note([Text] string Body, [Numeric(0, 10)] double Stars, [NotAFeature] string Author);

/// <summary>A record with a protected number.</summary>
[FeatureRecord]
public sealed partial record Secret([Numeric(18, 100), Protected] double Age, [Numeric(0, 10)] double Income);
