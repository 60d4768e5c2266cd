namespace Papers.Expo;

/// <summary>The numbers of the trials of one model, trial by trial.</summary>
/// <param name="Names">What each number of a cell is.</param>
/// <param name="Trials">The cells; null where one is not computed.</param>
public sealed record FinishedTrials(IReadOnlyList<string> Names, IReadOnlyList<double[]?> Trials)
{
    /// <summary>How many are computed.</summary>
    public int Count => Trials.Count(trial => trial is not null);

    /// <summary>Mean and standard deviation of one of the numbers.</summary>
    public Spread Of(string name) => Spread.Of(new Sample(Values(name)));

    /// <summary>One of the numbers, trial by trial; NaN where one is not computed.</summary>
    public IReadOnlyList<double> Values(string name)
    {
        int at = Names.ToList().IndexOf(name);
        return [.. Trials.Select(trial => trial?[at] ?? double.NaN)];
    }

    /// <summary>One of the numbers of this model and of another, on the divisions that both have.</summary>
    public Pairs Against(FinishedTrials other, string name) => new(Values(name), other.Values(name), "divisions", Trials.Zip(other.Trials).Count(pair => pair is { First: not null, Second: not null }));
}
