using System.Collections.Immutable;

namespace TypedExplain.ML.Trees;

/// <summary>All that is read of a file before the record comes in.</summary>
internal sealed record FileForest
{
    /// <summary>The library that wrote it, as messages call it.</summary>
    public required string Library { get; init; }

    /// <summary>How many bytes the file has.</summary>
    public required long Length { get; init; }

    /// <summary>The SHA-256 of the file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What the file says the model was trained for, as it writes it; empty where it does not say.</summary>
    public required string Objective { get; init; }

    /// <summary>What is done to sums at the end.</summary>
    public required ForestLink Link { get; init; }

    /// <summary>Whether sums below <see cref="ForestLink.Identity"/> are log odds.</summary>
    public bool AreLogOdds { get; init; }

    /// <summary>Whether outputs are classes: that of the second, or of all.</summary>
    public bool AreClasses { get; init; }

    /// <summary>How many numbers a row is answered with.</summary>
    public required int Outputs { get; init; }

    /// <summary>What the sums begin with, one number per output.</summary>
    public required double[] Constants { get; init; }

    /// <summary>What the trees' sums are multiplied by.</summary>
    public required double Factor { get; init; }

    /// <summary>Whether the factor makes a mean over rounds of the trees' sums.</summary>
    public bool IsMean { get; init; }

    /// <summary>How many trees each round of training added.</summary>
    public int TreesPerRound { get; init; } = 1;

    /// <summary>How many rounds the file calls the best; null where it does not say.</summary>
    public int? BestRounds { get; init; }

    /// <summary>How many rounds there are.</summary>
    public int Rounds => (Trees.Length + TreesPerRound - 1) / TreesPerRound;

    /// <summary>The names of the columns.</summary>
    public required ImmutableArray<string> Columns { get; init; }

    /// <summary>Whether the columns have no names but numbers, so that their order tells what they are.</summary>
    public required bool AreColumnsNumbered { get; init; }

    /// <summary>For a column whose categories the file names, their names; the number of a category is its position.</summary>
    public ImmutableDictionary<int, ImmutableArray<string>> Categories { get; init; } = ImmutableDictionary<int, ImmutableArray<string>>.Empty;

    /// <summary>The trees.</summary>
    public required ImmutableArray<FileTree> Trees { get; init; }
}
