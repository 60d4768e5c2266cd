namespace TypedExplain.Reports.Tests.Browser;

/// <summary>What Vega-Lite and Vega make of the specification of a picture.</summary>
/// <param name="Name">The picture.</param>
/// <param name="Complaints">Their warnings and errors.</param>
/// <param name="Layers">For each layer its mark, how many data it has and how many of them became marks.</param>
internal sealed record VegaResult(string Name, string[] Complaints, VegaLayer[] Layers);
