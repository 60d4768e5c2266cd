using System.Globalization;
using TextAndImage;

Console.OutputEncoding = System.Text.Encoding.UTF8;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

string what = args.Length > 0 && !args[0].StartsWith("--", StringComparison.Ordinal) ? args[0] : "demo";
string? pages = Option("--pages");
int count = int.Parse(Option("--count") ?? "200", CultureInfo.InvariantCulture);
switch (what)
{
    case "demo":
        Demo.Run(pages);
        break;
    case "reviews":
        ReviewExperiment.Run(count);
        break;
    case "fashion":
        FashionExperiment.Run(count, pages);
        break;
    default:
        Console.Error.WriteLine("Say demo, reviews or fashion; --count N for the number of test rows, --pages FOLDER for pictures.");
        return 1;
}

return 0;

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and int at && at + 1 < args.Length ? args[at + 1] : null;
