using System.Collections.Immutable;

namespace TypedExplain.Reports.Tests.Browser;

/// <summary>What a browser found of one page.</summary>
/// <param name="Name">The page.</param>
/// <param name="Findings">What is wrong with it; nothing of a good page.</param>
/// <param name="Headings">Its headings, in their order.</param>
/// <param name="Landmarks">The roles of its landmarks, in their order.</param>
/// <param name="Tables">Its tables, in their order.</param>
/// <param name="Shots">Screenshots and PDFs, to be looked at.</param>
internal sealed record PageResult(
    string Name,
    ImmutableArray<PageFinding> Findings,
    ImmutableArray<PageHeading> Headings,
    ImmutableArray<string> Landmarks,
    ImmutableArray<PageTable> Tables,
    ImmutableArray<string> Shots)
{
    /// <summary>The table with a caption.</summary>
    public PageTable Table(string caption) => Tables.Single(table => table.Caption == caption);

    /// <summary>Fails with all that is wrong.</summary>
    public void IsGood() => Assert.True(Findings.IsEmpty, $"{Name}:\n{string.Join('\n', Findings)}");

    public override string ToString() => $"{Name}: {Findings.Length} findings";
}
