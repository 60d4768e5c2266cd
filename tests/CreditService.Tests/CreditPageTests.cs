using System.Net;
using System.Text;
using CreditService.Applicants;
using CreditService.Pages;

namespace CreditService.Tests;

/// <summary>The pages of the sample.</summary>
public class CreditPageTests(CreditSite site) : IClassFixture<CreditSite>
{
    private static readonly Dictionary<string, string> s_form = new()
    {
        ["Age"] = "41",
        ["Income"] = "21,000",
        ["Amount"] = "9000",
        ["Term"] = "24",
        ["Employment"] = "3",
        ["Work"] = "Employed",
        ["Housing"] = "Rent",
        ["Savings"] = "Below1000",
        ["OtherLoans"] = "2",
        ["HasDefaulted"] = "false",
    };

    private static readonly CreditApplication s_application = new(41, 21_000, 9_000, 24, 3, Work.Employed, Housing.Rent, Savings.Below1000, 2, HasDefaulted: false);

    [Fact]
    public async Task Each_feature_has_a_field_with_what_it_may_be()
    {
        string page = await site.Client.GetStringAsync(new Uri("/", UriKind.Relative));
        foreach (Feature<CreditApplication> feature in FeatureSchema.Of<CreditApplication>().Features)
            Assert.Contains($"<label for=\"{feature.Name}\">{feature.DisplayName}</label>", page, StringComparison.Ordinal);
        Assert.Contains("What the applicant earns before tax. A number, 0 to 500,000 EUR a year.", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"SelfEmployed\">Self-employed</option>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_told_field_by_field_and_nothing_typed_is_lost_or_becomes_a_tag()
    {
        string page = await site.PostAsync("/decision", new Dictionary<string, string>(s_form) { ["Age"] = "7", ["Income"] = "1,5", ["Term"] = "<script>", ["Work"] = "" });
        foreach (string wrong in (string[])["Age: Enter a whole number, 18 to 100 years", "Yearly income: Enter a number, 0 to 500,000 EUR a year", "Term: Enter a whole number, 6 to 96 months", "Work: Choose one of the list"])
            Assert.Contains($"{wrong}</a></li>", page, StringComparison.Ordinal);
        Assert.Equal(4, page.Split("aria-invalid").Length - 1);
        Assert.Contains("value=\"1,5\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"&lt;script&gt;\"", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Rent\" selected>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_denial_has_reasons_a_way_and_receipts_that_replay()
    {
        string page = await site.PostAsync("/decision", s_form);
        Assert.Contains("<h1>Denied</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Income insufficient for the amount of credit requested", page, StringComparison.Ordinal);
        Assert.Contains("Amount of the loan: 8500 EUR instead of 9000 EUR", page, StringComparison.Ordinal);
        string receipt = page.Split("action=\"/validator/receipts/")[1].Split('/')[0];
        Assert.Contains("<strong>Identical.</strong>", await site.PostAsync($"/validator/receipts/{receipt}/replay", new Dictionary<string, string>()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approval_has_no_reasons_against_it()
    {
        string page = await site.PostAsync("/decision", new Dictionary<string, string>(s_form) { ["Income"] = "80000", ["Savings"] = "More", ["OtherLoans"] = "0" });
        Assert.Contains("<h1>Approved</h1>", page, StringComparison.Ordinal);
        Assert.Contains("so that there are no reasons against it", page, StringComparison.Ordinal);
        Assert.Contains("Nothing has to change", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_is_the_page_that_the_service_gives()
    {
        using StringContent json = new(JsonRecord.Write(s_application), Encoding.UTF8, "application/json");
        using HttpResponseMessage page = await site.Client.PostAsync(new Uri("/loans/page", UriKind.Relative), json);
        Assert.Equal(await page.Content.ReadAsStringAsync(), await site.PostAsync("/report", s_form));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?example=9")]
    [InlineData("/?example=10")]
    [InlineData("/validator")]
    [InlineData("/validator?before=-3")]
    [InlineData("/validator/drift")]
    [InlineData("/validator/audit")]
    [InlineData("/validator/portfolio")]
    [InlineData("/style.css")]
    public async Task Pages_may_load_nothing_from_elsewhere_and_run_nothing(string path)
    {
        using HttpResponseMessage response = await site.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("default-src 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        string text = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=\"http", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/decision") { Content = new FormUrlEncodedContent(s_form) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using HttpResponseMessage response = await site.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_receipt_that_is_not_there_is_no_error_of_the_service()
    {
        using HttpResponseMessage response = await site.Client.PostAsync(new Uri("/validator/receipts/999999/replay", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_score_is_that_of_the_decision()
    {
        using StringContent json = new(JsonRecord.Write(s_application), Encoding.UTF8, "application/json");
        using HttpResponseMessage score = await site.Client.PostAsync(new Uri("/score", UriKind.Relative), json);
        Assert.StartsWith("{\"score\":0.57", await score.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("Healthy", await site.Client.GetStringAsync(new Uri("/health", UriKind.Relative)));
    }

    [Fact]
    public void What_is_put_into_a_page_is_text_and_only_pieces_of_a_page_are_not()
    {
        Html piece = $"<b>{"<i>&\"'"}</b>";
        Html page = $"<p>{piece}{(Html[])[piece, piece]}{12_000}{(string?)null}</p>";
        const string Encoded = "<b>&lt;i&gt;&amp;&quot;&#x27;</b>";
        Assert.Equal($"<p>{Encoded}{Encoded}{Encoded}12000</p>", page.ToString());
    }
}
