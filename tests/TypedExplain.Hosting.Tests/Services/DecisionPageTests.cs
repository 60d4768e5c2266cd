using Microsoft.Extensions.DependencyInjection;
using TypedExplain.Decisions;
using TypedExplain.Hosting.Tests.App;
using TypedExplain.Reports;

namespace TypedExplain.Hosting.Tests.Services;

/// <summary>A page on a decision is put together in one place, for the endpoint and for an application's own pages.</summary>
public sealed class DecisionPageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pages").FullName;

    private string LogPath => Path.Combine(_folder, "receipts.log");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(ReportAudience.Customer)]
    [InlineData(ReportAudience.Validator)]
    public async Task An_application_draws_what_the_endpoint_gives(ReportAudience audience)
    {
        await using TestApp app = await TestApp.StartAsync(service => service.UseCache().UseReceipts(_ => new FileReceiptLog(LogPath)));
        string own = (await Pages(app).DrawAsync(Applicants.Denied, new() { Audience = audience })).Html;
        using HttpResponseMessage response = await app.PostAsync($"/loans/page?audience={audience}", Applicants.Denied);

        Assert.Equal(own, await response.Content.ReadAsStringAsync());
        Assert.Contains("Receipts: contributions 2, reasons 0, recourse 1", own, StringComparison.Ordinal);
        Assert.Equal(["Reasons", "Recourse", "ShapValues"], new FileReceiptLog(LogPath).Read().Select(entry => Receipt<Applicant>.FromJson(entry.Json)).Select(receipt =>
            receipt.ReadReasons() is not null ? "Reasons" : receipt.ReadRecourse() is not null ? "Recourse" : receipt.Result is ShapValues<Applicant> ? "ShapValues" : "other"));
    }

    [Fact]
    public async Task Effects_stand_where_contributions_cannot_be_had()
    {
        ServiceCollection services = new();
        services.AddTypedExplain().AddModel(_ => Applicants.Model).AddExplainer<Applicant>(options => options.Samples = 100).UseReceipts(_ => new FileReceiptLog(LogPath));
        await using ServiceProvider provider = services.BuildServiceProvider();
        string html = (await provider.GetRequiredService<DecisionPages<Applicant>>().DrawAsync(Applicants.Denied)).Html;

        Assert.Contains("Receipts: effects 0", html, StringComparison.Ordinal);
        Assert.DoesNotContain("What would change", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_report_holds_is_shown_and_not_asked_for()
    {
        await using TestApp app = await TestApp.StartAsync(service => service.UseReceipts(_ => new FileReceiptLog(LogPath)));
        ReasonStatement<Applicant> reasons = new PrincipalReasons<Applicant> { Reference = Reference.AllApplicants(Applicants.Known), Cutoff = 0.6, MaxReasons = 1 }.State(Applicants.Model, Applicants.Denied);
        string html = (await Pages(app).DrawAsync(Applicants.Denied, new() { Title = "Case 17", Lines = ["by the desk"], Reasons = reasons })).Html;

        Assert.Contains("<h1>Case 17</h1>", html, StringComparison.Ordinal);
        Assert.Contains("by the desk", html, StringComparison.Ordinal);
        Assert.Contains("Receipts: contributions 1, recourse 0", html, StringComparison.Ordinal);
        Assert.Equal(2, new FileReceiptLog(LogPath).Head.Count);
    }

    [Fact]
    public async Task Protected_values_are_told_as_the_options_say_and_not_as_a_report_does()
    {
        await using TestApp app = await TestApp.StartAsync();
        string plain = (await Pages(app).DrawAsync(Applicants.Denied)).Html, asked = (await Pages(app).DrawAsync(Applicants.Denied, new() { Pictures = new() { ProtectedValues = ProtectedValues.Kept } })).Html;

        Assert.Equal(plain, asked);
        await Assert.ThrowsAsync<InvalidOptionException>(async () => await Pages(app).DrawAsync(Applicants.Denied, new() { Lines = null! }));
        await Assert.ThrowsAsync<InvalidFeatureException>(async () => await Pages(app).DrawAsync(Applicants.Denied with { Age = 7 }));
    }

    private static DecisionPages<Applicant> Pages(TestApp app) => app.Services.GetRequiredService<DecisionPages<Applicant>>();
}
