namespace TypedExplain.Reports.Tests.Browser;

/// <summary>A heading of a page.</summary>
/// <param name="Level">From 1.</param>
/// <param name="Text">Its words.</param>
internal sealed record PageHeading(int Level, string Text);
