namespace Papers.Expo;

/// <summary>The paper's findings on one of the UCI's data sets: what each regularizer does to the error and to the fidelity of LIME and MAPLE.</summary>
public static class UciFindings
{
    private static readonly string[] s_metrics = ["LIME-NF", "MAPLE-NF", "MSE"];

    /// <summary>Every regularizer against none; of LIME's fidelity the paper tells how many times.</summary>
    /// <param name="set">The data set.</param>
    /// <param name="finished">What was measured, by regularizer.</param>
    public static IReadOnlyList<Finding> Of(string set, IReadOnlyDictionary<string, FinishedTrials> finished) =>
    [
        .. from metric in s_metrics
           from name in finished.Keys.Where(name => name != Regularization.None)
           let published = Spread.Contrast(PublishedUci.Of(metric, name, set), PublishedUci.Of(metric, Regularization.None, set))
           select Finding.Of(metric, name, Regularization.None, published, finished[name].Against(finished[Regularization.None], metric)) with { HasFactor = metric == "LIME-NF" },
    ];
}
