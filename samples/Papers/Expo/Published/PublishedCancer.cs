namespace Papers.Expo;

/// <summary>What ExpO's authors found on breast cancers, over 10 divisions.</summary>
public static class PublishedCancer
{
    public const int Trials = 10;

    private static readonly string[] s_metrics = ["accuracy", "MAPLE-PF", "MAPLE-NF", "MAPLE-S", "LIME-PF", "LIME-NF", "LIME-S"];

    private static readonly Dictionary<string, string[]> s_rows = new()
    {
        [CancerModels.Accurate] = ["0.9896±0.0034", "0.0132±0.0065", "0.0390±0.0263", "0.376±0.274", "0.1016±0.0387", "0.1023±0.0390", "0.00236±0.00118"],
        [CancerModels.OverRegularized] = ["0.9153±0.0130", "0.00061±0.00031", "0.00139±0.00079", "0.0085±0.0100", "0.0035±0.0037", "0.0035±0.0037", "2.4e-5±1.2e-5"],
        [CancerModels.SelfExplaining] = ["0.9236±0.0329", "0.0054±0.0024", "0.0145±0.0048", "0.0965±0.0440", "0.0125±0.0043", "0.0127±0.0045", "0.00075±0.00012"],
    };

    /// <summary>The metrics of the table.</summary>
    public static IReadOnlyList<string> Metrics => s_metrics;

    /// <summary>NF of SENN's own explanations.</summary>
    public static Spread OwnFidelity { get; } = new(3.1e-5, 1.4e-5, Trials);

    /// <summary>One cell of the table.</summary>
    public static Spread Of(string metric, string model) => Spread.Parse(s_rows[model][Array.IndexOf(s_metrics, metric)], Trials);
}
