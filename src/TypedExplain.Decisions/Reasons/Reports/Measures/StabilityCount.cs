namespace TypedExplain.Decisions.Reasons.Reports.Measures;

/// <summary>Counts how often people are told the same again.</summary>
internal sealed class StabilityCount
{
    private int _all, _same, _first, _refused;

    /// <summary>Adds a person to whom reasons were stated.</summary>
    /// <param name="before">What they were told.</param>
    /// <param name="after">What they are told now; null where no reasons are stated.</param>
    public void Add(string[] before, string[]? after)
    {
        _all++;
        _refused += after is null ? 1 : 0;
        _same += after is not null && ToldReasons.AreSame(before, after) ? 1 : 0;
        _first += after is not null && before[0] == after[0] ? 1 : 0;
    }

    /// <summary>The shares.</summary>
    public ReasonStability Result() => new(new(_same, _all), new(_first, _all), new(_refused, _all));
}
