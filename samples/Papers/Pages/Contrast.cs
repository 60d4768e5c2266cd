namespace Papers;

/// <summary>Two published numbers that a finding compares.</summary>
/// <param name="First">That of the paper's own method.</param>
/// <param name="Second">That of what it is held against.</param>
/// <param name="Differ">Whether they differ by their own errors, as their paper tells errors.</param>
public readonly record struct Contrast(double First, double Second, bool Differ)
{
    /// <summary>Numbers with standard errors, which differ where they are further apart than both errors together.</summary>
    public static Contrast OfErrors(double first, double firstError, double second, double secondError) =>
        new(first, second, Math.Abs(first - second) > Math.Sqrt((firstError * firstError) + (secondError * secondError)));

    /// <summary>Which way the first lies of the second.</summary>
    public string Word => First < Second ? "below" : First > Second ? "above" : "as";
}
