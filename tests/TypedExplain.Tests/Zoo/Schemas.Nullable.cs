#pragma warning disable TEX0117 // The values of a grade fall, and its ranks are those of its declaration all the same.
using System.Collections.Immutable;

namespace TypedExplain.Tests.Zoo;

/// <summary>Numbers of every type, each of which may be missing.</summary>
[FeatureRecord]
public partial record MissingNumbers(double? Real, [Numeric(0, 1)] float? Share, int? Whole, [Numeric(5, 9)] byte? Small, decimal? Money, System.Half? Half, long? Long);

/// <summary>Everything else that may be missing.</summary>
[FeatureRecord]
public partial record MissingOthers(
    bool? Flag,
    Housing? Housing,
    Grade? Grade,
    [Categories("car", "house")] string? Purpose,
    DateOnly? Day,
    [Numeric(0, 90), MeasuredIn(TimeUnit.Minutes)] TimeSpan? Wait,
    double Always);

/// <summary>Missing members among required, init and settable ones.</summary>
[FeatureRecord]
public partial class MissingMembers
{
    public required double? Income { get; init; }

    [Protected, Immutable, ShownAs("years of age")]
    public int? Age { get; init; }

    public bool? Employed { get; set; }
}

/// <summary>A struct of nullables.</summary>
[FeatureRecord]
public readonly partial record struct MissingPoint(double? X, double? Y);

/// <summary>Records inside, each of which may be missing, with missing values inside.</summary>
[FeatureRecord]
public partial record MissingRecords(Branch? Main, Coordinate? Where, int Size, Branch Other);

[FeatureRecord]
public partial record Branch([Numeric(0, 1e6)] double? Turnover, int Staff, Housing Kind, bool Open, Coordinate? Place);

[FeatureRecord]
public readonly partial record struct Coordinate([Numeric(-90, 90)] double Latitude, [Numeric(-180, 180)] double Longitude);

/// <summary>Arrays that may be missing.</summary>
[FeatureRecord]
public partial record MissingArrays([ArrayLength(3)] double[]? Signal, [ArrayLength(2)] ImmutableArray<int>? Counts, bool Flag);

/// <summary>Every choice of drawing, on values that may be missing.</summary>
[FeatureRecord]
public partial record MissingDraws(
    [Perturb(DrawMode.Fixed)] double? Held,
    [Perturb(DrawMode.Marginal)] double? Marginal,
    [Numeric(0, 10), Perturb(DrawMode.Uniform)] int? Uniform,
    [Perturb(DrawMode.Uniform)] Housing? Housing,
    [Numeric(0, 24), Cyclic] double? Hour,
    [Numeric(0, 1e6), LogScale] double? Amount);
