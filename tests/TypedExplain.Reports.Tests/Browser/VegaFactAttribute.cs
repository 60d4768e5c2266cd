namespace TypedExplain.Reports.Tests.Browser;

/// <summary>A test of specifications of Vega-Lite; skipped where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class VegaFactAttribute : FactAttribute
{
    public VegaFactAttribute() => Skip = Chromium.Missing
        ?? (Directory.Exists(Path.Combine(Chromium.Modules, "node_modules", "vega-lite")) ? null : $"{Chromium.Modules} has no vega-lite; run eng/browser.sh.");
}
