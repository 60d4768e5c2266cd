namespace TypedExplain.Images;

/// <summary>Pixels of one segment that follow each other.</summary>
internal readonly record struct SegmentRun(int Start, int Length, int Label);
