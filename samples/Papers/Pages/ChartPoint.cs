namespace Papers;

/// <summary>A point of a line, with half the length of its error bar.</summary>
public readonly record struct ChartPoint(double X, double Y, double Error = 0);
