namespace Papers;

/// <summary>The kernel widths of the LINEX paper, in units of √d.</summary>
public static class Widths
{
    /// <summary>τ of all of its tables.</summary>
    public static IReadOnlyList<double> All { get; } = [0.05, 0.1, 0.25, 0.5, 0.75];
}
