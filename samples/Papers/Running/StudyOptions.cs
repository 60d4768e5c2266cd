namespace Papers;

/// <summary>What a user may change about a study.</summary>
/// <param name="Trials">How many splits or trainings; 0 for the study's own number.</param>
/// <param name="Seed">The seed of every random number; trial i uses this and i.</param>
/// <param name="Threads">How many cells are computed at once; no result depends on it.</param>
/// <param name="Quick">A small part of the work, to see that it works.</param>
public sealed record StudyOptions(int Trials, int Seed, int Threads, bool Quick)
{
    /// <summary>Of LINEX's studies: which of rand, real and mpl; null for all.</summary>
    public string? Neighborhood { get; init; }

    /// <summary>Of LINEX's studies: k, the number of environments; null for the paper's.</summary>
    public int? Environments { get; init; }

    /// <summary>Of LINEX's studies: n, the number of samples; null for the paper's.</summary>
    public int? Samples { get; init; }

    /// <summary>The number of trials: the one asked for, else few for a quick run, else the study's own.</summary>
    public int TrialsOr(int own, int quick = 1) => Trials > 0 ? Trials : Quick ? quick : own;
}
