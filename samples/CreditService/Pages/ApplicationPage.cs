using CreditService.Applicants;
using CreditService.Forms;

namespace CreditService.Pages;

/// <summary>The form of an application.</summary>
public static class ApplicationPage
{
    /// <summary>The page.</summary>
    /// <param name="form">What stands in the fields.</param>
    /// <param name="errors">What is wrong.</param>
    public static Html Of(FormValues<CreditApplication> form, IReadOnlyList<FieldError<CreditApplication>> errors) => Layout.Of(
        "Application for a loan",
        $"""
        {Summary(errors)}
        <p>Fill in the form, or begin with an applicant of the past.</p>
        <details class="examples"><summary>Ten applicants of the past</summary>
        <ul>{KnownApplicants.First.Select(Example)}</ul>
        </details>
        <form method="post" action="/decision" novalidate>
        {FeatureSchema.Of<CreditApplication>().Features.Select(feature => FormField.Of(feature, form[feature], errors.FirstOrDefault(error => error.Feature == feature)?.Message))}
        <button type="submit">Decide and explain</button>
        </form>
        """,
        hasErrors: errors.Count > 0);

    private static Html Summary(IReadOnlyList<FieldError<CreditApplication>> errors) => errors.Count == 0 ? Html.Nothing : $"""
        <div class="summary" role="alert" aria-labelledby="summary">
        <h2 id="summary">There is a problem</h2>
        <ul>{errors.Select(error => (Html)$"""<li><a href="#{error.Feature.Name}">{error.Feature.DisplayName}: {error.Message}</a></li>""")}</ul>
        </div>
        """;

    private static Html Example(CreditApplication one, int number) => $"""
        <li><a href="/?example={number}">Example {number + 1}: {one.Amount.ToText()} EUR over {one.Term.ToText()} months with an income of {one.Income.ToText()} EUR a year</a></li>
        """;
}
