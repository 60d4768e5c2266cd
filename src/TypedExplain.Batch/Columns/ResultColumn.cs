namespace TypedExplain.Batch;

/// <summary>A column of a job's results. Where a row has no value, such as the effects of one that was refused, its cell is empty.</summary>
/// <param name="Name">Its name, such as "effect_Income".</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Description">What it means.</param>
public sealed record ResultColumn(string Name, ResultColumnKind Kind, string Description)
{
    /// <summary>What the column is called in files, such as "effect_Income"; each once.</summary>
    public string Name { get; init; } = Name ?? throw new ArgumentNullException(nameof(Name));

    /// <summary>What it means.</summary>
    public string Description { get; init; } = Description ?? throw new ArgumentNullException(nameof(Description));

    /// <summary>The unit of its numbers, such as "score / EUR"; null where they have none.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether every row has a value.</summary>
    public bool IsRequired { get; init; }
}
