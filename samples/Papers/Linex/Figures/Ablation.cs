namespace Papers;

/// <summary>What an ablation varies on one data set, and on what.</summary>
/// <param name="Data">What the data set is called.</param>
/// <param name="File">The word for it in file names.</param>
/// <param name="Figures">Which figures of the paper have it for a subject, in words.</param>
/// <param name="Methods">The methods.</param>
/// <param name="Samples">The numbers of samples.</param>
/// <param name="Usual">The number of samples at which k is varied and the kernel widths are compared.</param>
/// <param name="Needs">Data files.</param>
public sealed record Ablation(string Data, string File, string Figures, IReadOnlyList<string> Methods, IReadOnlyList<int> Samples, int Usual, IReadOnlyList<string> Needs)
{
    /// <summary>The numbers of environments.</summary>
    public static IReadOnlyList<int> Environments { get; } = [2, 3, 4, 5];

    /// <summary>How many splits there are.</summary>
    public int Splits { get; init; } = 1;

    /// <summary>How many rows are explained, in words.</summary>
    public string Rows { get; init; } = "all test rows";

    /// <summary>Roughly how many seconds a cell takes.</summary>
    public double Cost { get; init; } = 1;

    /// <summary>Computes a method: seed, n, k and its name.</summary>
    public required Func<int, int, int, string, CancellationToken, double[]> Compute { get; init; }
}
