namespace TypedExplain.Reports.Pictures.Bars;

/// <summary>The scales of numbers, in words.</summary>
internal static class Scales
{
    /// <summary>An output with its scale, unless its name tells it.</summary>
    public static string Name(string output, LinkFunction link) =>
        link == LinkFunction.Logit && !output.Contains("log odds", StringComparison.OrdinalIgnoreCase) && !output.Contains("logit", StringComparison.OrdinalIgnoreCase) ? output + " (log odds)" : output;
}
