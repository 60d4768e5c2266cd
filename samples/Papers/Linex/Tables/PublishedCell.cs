namespace Papers;

/// <summary>A published number with its standard error; NaN where there is none.</summary>
public readonly record struct PublishedCell(double Mean, double Error)
{
    /// <summary>Not published.</summary>
    public static PublishedCell None { get; } = new(double.NaN, double.NaN);

    /// <summary>Whether there is one.</summary>
    public bool Exists => !double.IsNaN(Mean);
}
