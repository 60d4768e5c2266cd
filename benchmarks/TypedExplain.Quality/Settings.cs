namespace TypedExplain.Quality;

/// <summary>How much is measured.</summary>
/// <param name="Rows">Instances of each data set.</param>
/// <param name="Seeds">How often each is explained; an even number, since tops are compared in pairs.</param>
/// <param name="Queries">Rows that the model is asked about for one explanation.</param>
/// <param name="LimitQueries">The same for what counts as a method's own limit.</param>
/// <param name="Fresh">Fresh neighbors of an instance at which the surrogate is compared with the model.</param>
/// <param name="Splits">Divisions of iris for the table of ten samples.</param>
public sealed record Settings(int Rows, int Seeds, int Queries, int LimitQueries, int Fresh, int Splits)
{
    /// <summary>The seed of limits; no explanation has it.</summary>
    public const int LimitSeed = 1_000_000;

    /// <summary>The seed of splits and forests.</summary>
    public const int DataSeed = 7;

    public static Settings Full { get; } = new(Rows: 30, Seeds: 10, Queries: 250, LimitQueries: 20_000, Fresh: 100, Splits: 10);

    /// <summary>A smoke run.</summary>
    public static Settings Quick { get; } = new(Rows: 6, Seeds: 2, Queries: 250, LimitQueries: 2_000, Fresh: 20, Splits: 1);
}
