namespace Papers.Expo;

/// <summary>The numbers of the finished trials of one model.</summary>
/// <param name="Names">What each number of a cell is.</param>
/// <param name="Trials">The cells.</param>
public sealed record FinishedTrials(IReadOnlyList<string> Names, IReadOnlyList<double[]> Trials)
{
    /// <summary>Mean and standard deviation of one of the numbers.</summary>
    public Spread Of(string name)
    {
        int at = Names.ToList().IndexOf(name);
        return Spread.Of(new Sample([.. Trials.Select(trial => trial[at])]));
    }
}
