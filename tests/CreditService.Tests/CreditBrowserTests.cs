using System.Text.Json;
using TypedExplain.Reports.Tests.Browser;
using TypedExplain.Tests.Support;

namespace CreditService.Tests;

/// <summary>The sample in a browser: everything by keyboard, narrow and wide, light and dark.</summary>
public class CreditBrowserTests(CreditSite site) : IClassFixture<CreditSite>
{
    private static string Folder => Path.Combine(Repository.Root, "artifacts", "credit");

    [BrowserFact]
    public async Task A_clerk_and_a_validator_do_their_work_without_a_mouse()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        Directory.CreateDirectory(Folder);
        (int code, string output, string wrong) = await Task.Run(() => Chromium.Run("node", Path.Combine(Repository.Root, "tests", "CreditService.Tests", "drive.mjs"), site.Address, Chromium.Modules, Chromium.Program, Folder));
        Assert.True(code == 0, $"The pages could not be used:\n{output}{wrong}");
        JsonElement seen = JsonDocument.Parse(output).RootElement;
        string[] findings = [.. seen.GetProperty("findings").EnumerateArray().Select(finding => finding.GetString()!)];
        Assert.True(findings.Length == 0, string.Join('\n', findings));
        Assert.Equal(
            [
                "Application for a loan",
                "Error: Application for a loan, 10 wrong, focus on Age, kept 7",
                "Denied",
                "Report: Why prediction of this CreditApplication is 0.577",
                "Identical.",
                "Drift",
                "Audit of recourse",
            ],
            seen.GetProperty("steps").EnumerateArray().Select(step => step.GetString()!));
    }
}
