namespace TypedExplain.Reports.Tests.Browser;

/// <summary>Something that is wrong with a page.</summary>
/// <param name="Kind">What looked for it: console, request, script, heading, landmark, table, reflow, print or axe.</param>
/// <param name="Detail">What it is.</param>
internal sealed record PageFinding(string Kind, string Detail)
{
    public override string ToString() => $"{Kind}: {Detail}";
}
