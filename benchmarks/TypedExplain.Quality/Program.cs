using TypedExplain.Quality;
using TypedExplain.Quality.Pages;

// Measures explanations and writes a page to a file, or prints it.
if (Settings.Read(args) is not { } settings)
    return 1;

Console.OutputEncoding = System.Text.Encoding.UTF8;
StringWriter page = new() { NewLine = "\n" };
Action<TextWriter, Settings> write = settings.Page switch
{
    "sweep" => SweepPage.Write,
    "credit" => CreditPage.Write,
    "coverage" => CoveragePage.Write,
    "samples" => SamplesPage.Write,
    "shap" => ShapPage.Write,
    "trees" => static (writer, _) => TreesPage.Write(writer),
    _ => DefaultsPage.Write,
};
write(page, settings);
string text = page.ToString().ReplaceLineEndings("\n").TrimEnd() + "\n";
if (settings.File is null)
    Console.Write(text);
else
    File.WriteAllText(settings.File, text);
return 0;
