namespace CreditService.Pages;

/// <summary>What all pages have in common.</summary>
public static class Layout
{
    /// <summary>A page.</summary>
    /// <param name="title">Its title and first heading.</param>
    /// <param name="content">What is on it.</param>
    /// <param name="isValidator">Whether it is for who checks the model.</param>
    /// <param name="hasErrors">Whether a form on it could not be taken; its title says so first.</param>
    public static Html Of(string title, Html content, bool isValidator = false, bool hasErrors = false) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{(hasErrors ? "Error: " : "")}{title} – Credit service</title>
        <link rel="stylesheet" href="/style.css">
        <link rel="icon" href="data:,">
        </head>
        <body>
        <header>
        <a class="skip" href="#main">Skip to the content</a>
        <nav aria-label="Pages"><span class="brand">Credit service</span>{Link("/", "Application", !isValidator)}{Link("/validator", "Validator", isValidator)}</nav>
        </header>
        <main id="main" tabindex="-1">
        <h1>{title}</h1>
        {content}
        </main>
        <footer><p>A sample of TypedExplain. All applicants are made up. <a href="/openapi/v1.json">The service as OpenAPI</a></p></footer>
        </body>
        </html>

        """;

    private static Html Link(string path, string text, bool isHere) => isHere ? $"""<a href="{path}" aria-current="page">{text}</a>""" : (Html)$"""<a href="{path}">{text}</a>""";
}
