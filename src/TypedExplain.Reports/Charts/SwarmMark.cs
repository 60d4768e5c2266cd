namespace TypedExplain.Reports.Charts;

/// <summary>How many explanations are where: a swarm as the outline of its bins.</summary>
/// <param name="Bins">The bins, from the lowest: their ends, their height from 0 to 1 and the mean place of their values from 0 (low) to 1 (high), not a number where values are missing.</param>
internal sealed record SwarmMark(IReadOnlyList<(double From, double To, double Height, double Place)> Bins) : RowMark;
