using System.Collections.Immutable;

namespace TypedExplain.Reports.Tests.Browser;

/// <summary>A table of a page.</summary>
/// <param name="Caption">Its caption; empty where it has none.</param>
/// <param name="Rows">The text of every cell, row by row with the headers, without spaces that do not show.</param>
internal sealed record PageTable(string Caption, ImmutableArray<ImmutableArray<string>> Rows);
