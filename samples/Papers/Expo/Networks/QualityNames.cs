namespace Papers.Expo;

/// <summary>The names of the metrics, as the paper abbreviates them.</summary>
public static class QualityNames
{
    /// <summary>The noise of LIME's samples where they are drawn in balanced pairs, the library's default; not published.</summary>
    public const string Pairs = "LIME-S, pairs";

    /// <summary>What is published of explanations.</summary>
    public static IReadOnlyList<string> Published { get; } = ["LIME-PF", "LIME-NF", "LIME-S", "MAPLE-PF", "MAPLE-NF", "MAPLE-S", "variance"];

    /// <summary>In the order in which <see cref="Quality{T}"/> gives them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Published, Pairs];

    /// <summary>What a cell of a network with a number to predict holds.</summary>
    public static IReadOnlyList<string> Regression { get; } = ["MSE", .. All, "epochs", "best epoch"];
}
