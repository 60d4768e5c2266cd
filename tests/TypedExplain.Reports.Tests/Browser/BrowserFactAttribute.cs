namespace TypedExplain.Reports.Tests.Browser;

/// <summary>A test of pages in a browser; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Missing;
}
