using TypedExplain.Quality;
using TypedExplain.Quality.Pages;

// [file] [--quick] [--sweep | --coverage]: measures explanations and writes a page to the file, or prints it.
string? file = args.FirstOrDefault(argument => !argument.StartsWith("--", StringComparison.Ordinal));
string[] unknown = [.. args.Where(argument => argument.StartsWith("--", StringComparison.Ordinal)).Except(["--quick", "--sweep", "--coverage"])];
if (unknown.Length > 0)
{
    Console.Error.WriteLine($"There is no option {unknown[0]}; the options are --quick, --sweep and --coverage.");
    return 1;
}

Console.OutputEncoding = System.Text.Encoding.UTF8;
bool quick = args.Contains("--quick");
Settings settings = quick ? Settings.Quick : Settings.Full;
StringWriter page = new() { NewLine = "\n" };
if (args.Contains("--sweep"))
    SweepPage.Write(page, settings, quick);
else if (args.Contains("--coverage"))
    CoveragePage.Write(page, settings, quick);
else
    DefaultsPage.Write(page, settings, quick);

string text = page.ToString().ReplaceLineEndings("\n").TrimEnd() + "\n";
if (file is null)
    Console.Write(text);
else
    File.WriteAllText(file, text);
return 0;
