namespace TypedExplain.Decisions.Search;

/// <summary>The choices with a wanted answer that were found: per set of changed features the cheapest, and of no set a part of which suffices.</summary>
/// <param name="count">How many are wanted.</param>
internal sealed class WantedChoices(int count)
{
    private List<Choice> _choices = [];

    /// <summary>The choices, from the cheapest to the dearest.</summary>
    public IReadOnlyList<Choice> Choices => _choices;

    /// <summary>What a further choice may cost to count; infinite where more are wanted than were found.</summary>
    public double Limit => _choices.Count < count ? double.PositiveInfinity : Choice.Equal(_choices[^1].Cost);

    /// <summary>Whether a choice changes all features of one that was found, and is thus not wanted.</summary>
    public bool Covers(Choice choice) => _choices.Exists(choice.ChangesAllOf);

    /// <summary>Takes choices in.</summary>
    public void Add(IEnumerable<Choice> found)
    {
        Choice[] all = [.. _choices.Concat(found).Order()];
        List<Choice> kept = [];
        foreach (Choice choice in all)
        {
            if (kept.Count < count && !kept.Exists(choice.ChangesAllOf))
                kept.Add(choice);
        }

        _choices = kept;
    }
}
