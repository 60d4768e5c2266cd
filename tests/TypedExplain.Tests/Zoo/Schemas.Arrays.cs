using System.Collections.Immutable;

namespace TypedExplain.Tests.Zoo;

/// <summary>An array between two features.</summary>
[FeatureRecord]
public partial record Recording(bool Before, [ArrayLength(16)] double[] Signal, [Numeric(0, 9)] int After);

/// <summary>Arrays of every number type, in ranges and without.</summary>
[FeatureRecord]
public partial record Arrays(
    [ArrayLength(2), Numeric(-1, 1)] double[] Doubles,
    [ArrayLength(3), Numeric(0, 0.1)] float[] Singles,
    [ArrayLength(1)] decimal[] Decimals,
    [ArrayLength(2)] System.Half[] Halves,
    [ArrayLength(4), Numeric(0, 9)] int[] Ints,
    [ArrayLength(2)] byte[] Bytes,
    [ArrayLength(2)] long[] Longs);

/// <summary>Immutable arrays, which records compare by reference.</summary>
[FeatureRecord]
public partial record ImmutableArrays([ArrayLength(5)] ImmutableArray<double> Values)
{
    [ArrayLength(2), Step(2), OnlyIncreases, ShownAs("visits")]
    public ImmutableArray<int> Visits { get; init; }
}

/// <summary>Arrays of numbers on other scales and drawn in other ways.</summary>
[FeatureRecord]
public partial record ArrayScales(
    [ArrayLength(2), LogScale] uint[] Counts,
    [ArrayLength(2), Numeric(0, 360), Cyclic] double[] Angles,
    [ArrayLength(2), Perturb(DrawMode.Fixed)] double[] Held,
    [ArrayLength(2), Numeric(0, 1), Perturb(DrawMode.Uniform)] double[] Shares);

/// <summary>A record with an array inside another one.</summary>
[FeatureRecord]
public partial record Session(Recording First, Recording? Second);

/// <summary>A single array, longer than a tile of moments.</summary>
[FeatureRecord]
public partial record Wide([ArrayLength(40)] float[] Pixels);
