namespace CreditService.Pages;

/// <summary>What a person is told where the service cannot answer.</summary>
public static class ProblemPage
{
    /// <summary>The page.</summary>
    /// <param name="title">What is wrong.</param>
    /// <param name="remedy">What can be done.</param>
    public static Html Of(string title, string remedy) => Layout.Of(title, $"""<p class="note">{remedy}</p><p><a href="/">To the application</a></p>""");
}
