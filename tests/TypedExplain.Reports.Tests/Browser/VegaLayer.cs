namespace TypedExplain.Reports.Tests.Browser;

/// <summary>A layer of a specification.</summary>
internal sealed record VegaLayer(string Mark, int Data, int Marks);
