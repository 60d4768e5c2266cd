using System.Collections.Immutable;

namespace TypedExplain.Tests.Zoo;

/// <summary>An array between two features.</summary>
[FeatureRecord]
public partial record Recording(bool Before, [Length(16)] double[] Signal, [Numeric(0, 9)] int After);

/// <summary>Arrays of every number type, in ranges and without.</summary>
[FeatureRecord]
public partial record Arrays(
    [Length(2), Numeric(-1, 1)] double[] Doubles,
    [Length(3), Numeric(0, 0.1)] float[] Singles,
    [Length(1)] decimal[] Decimals,
    [Length(2)] System.Half[] Halves,
    [Length(4), Numeric(0, 9)] int[] Ints,
    [Length(2)] byte[] Bytes,
    [Length(2)] long[] Longs);

/// <summary>Immutable arrays, which records compare by reference.</summary>
[FeatureRecord]
public partial record ImmutableArrays([Length(5)] ImmutableArray<double> Values)
{
    [Length(2), Step(2), OnlyIncreases, ShownAs("visits")]
    public ImmutableArray<int> Visits { get; init; }
}

/// <summary>Arrays of numbers on other scales and drawn in other ways.</summary>
[FeatureRecord]
public partial record ArrayScales(
    [Length(2), LogScale] uint[] Counts,
    [Length(2), Numeric(0, 360), Cyclic] double[] Angles,
    [Length(2), Perturb(Draw.Fixed)] double[] Held,
    [Length(2), Numeric(0, 1), Perturb(Draw.Uniform)] double[] Shares);

/// <summary>A record with an array inside another one.</summary>
[FeatureRecord]
public partial record Session(Recording First, Recording? Second);

/// <summary>A single array, longer than a tile of moments.</summary>
[FeatureRecord]
public partial record Wide([Length(40)] float[] Pixels);
