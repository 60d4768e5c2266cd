namespace Papers;

/// <summary>One unit of work whose numbers are kept.</summary>
/// <param name="Key">Names all that the numbers depend on: data, method, options, seed, split.</param>
/// <param name="Cost">Roughly how many seconds it takes, for the time left; only ratios between cells matter.</param>
/// <param name="Compute">Gives the numbers, the same whenever and beside whatever else it runs.</param>
public sealed record Cell(string Key, double Cost, Func<CancellationToken, double[]> Compute);
