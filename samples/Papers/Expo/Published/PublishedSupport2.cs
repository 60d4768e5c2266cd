namespace Papers.Expo;

/// <summary>What ExpO's authors found on the SUPPORT study, over 10 divisions; the result files, where the paper prints otherwise.</summary>
public static class PublishedSupport2
{
    public const int Trials = 10;

    private static readonly string[] s_metrics = ["LIME-PF", "LIME-NF", "LIME-S", "MAPLE-PF", "MAPLE-NF", "MAPLE-S"];

    private static readonly Dictionary<(string Logit, string Model), string[]> s_rows = new()
    {
        [("logit 0", Regularization.None)] = [".177±.063", ".182±.065", ".0255±.0084", ".024±.008", ".035±.010", ".34±.06"],
        [("logit 0", Regularization.Fidelity)] = [".050±.008", ".051±.008", ".0047±.0008", ".013±.004", ".018±.005", ".13±.05"],
        [("logit 0", Regularization.OneFeature)] = [".084±.024", ".085±.025", ".0076±.0022", ".020±.005", ".025±.005", ".16±.03"],
        [("logit 1", Regularization.None)] = [".198±.078", ".205±.080", ".0289±.0121", ".028±.011", ".040±.014", ".37±.18"],
        [("logit 1", Regularization.Fidelity)] = [".050±.008", ".051±.008", ".0047±.0008", ".013±.004", ".018±.005", ".13±.03"],
        [("logit 1", Regularization.OneFeature)] = [".081±.026", ".083±.027", ".0073±.0022", ".019±.006", ".024±.007", ".16±.06"],
    };

    private static readonly Dictionary<string, Spread> s_accuracies = new()
    {
        [Regularization.None] = new(0.833, 0.0031, Trials),
        [Regularization.Fidelity] = new(0.834, 0.0037, Trials),
        [Regularization.OneFeature] = new(0.820, 0.0030, Trials),
    };

    /// <summary>One cell of the table; a metric is "accuracy", or such as "LIME-NF, logit 0".</summary>
    public static Spread Of(string metric, string model) => metric.Split(", ") is [var name, var logit]
        ? Spread.Parse(s_rows[(logit, model)][Array.IndexOf(s_metrics, name)], Trials)
        : s_accuracies[model];
}
