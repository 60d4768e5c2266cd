namespace TypedExplain.Decisions;

public sealed partial record Recourse<T> : IDescribed
{
    /// <summary>What the description does not tell, in words; null where it tells all.</summary>
    internal string? Untold => Costs is null or IDescribed ? null : "the options tell Costs by its type only, so another cost of that type may have been given: one that is to be told implements IDescribed";

    Description IDescribed.Describe()
    {
        WantedAnswers? wanted = Wanted?.Invoke(default);
        return Description.OfLibrary(nameof(Recourse<>))
            .With("minimum", wanted?.Minimum)
            .With("maximum", wanted?.Maximum)
            .With("costs", Costs is null ? null : (Costs as IDescribed)?.Describe() ?? Description.Named(Costs.ToString()).With("options", "not described"))
            .With("alternatives", Alternatives)
            .With("examples", Examples)
            .With("guide", Guide)
            .With("tolerance", Tolerance)
            .With("maxQueries", MaxQueries)
            .With("maxSteps", MaxSteps)
            .With("testsRobustness", TestsRobustness);
    }
}
