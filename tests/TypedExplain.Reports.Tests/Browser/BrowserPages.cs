using TypedExplain.Reports.Tests.Support;
using TypedExplain.Tests.Support;

namespace TypedExplain.Reports.Tests.Browser;

/// <summary>All pages that a browser looks at. The browser begins once, so they are listed here.</summary>
internal static class BrowserPages
{
    /// <summary>Pages that are made by code, by their names; those of the folder Pages are written by hand.</summary>
    private static readonly Dictionary<string, Func<string>> s_made = MadePages.All.ToDictionary(page => page.Key, page => (Func<string>)(() => page.Value.Value.Html));

    /// <summary>Names of pages and how each is made.</summary>
    public static IReadOnlyDictionary<string, Func<string>> All { get; } =
        Directory.EnumerateFiles(Path.Combine(Folder, "Pages"), "*.html")
            .Select(file => KeyValuePair.Create<string, Func<string>>(Path.GetFileNameWithoutExtension(file), () => File.ReadAllText(file)))
            .Concat(s_made)
            .ToDictionary();

    /// <summary>Whether there are screenshots of a page: of bad ones that only test the harness nobody looks at them.</summary>
    public static bool IsShot(string name) => name == "good" || s_made.ContainsKey(name);

    /// <summary>Where the harness lies.</summary>
    public static string Folder => Path.Combine(Repository.Root, "tests", "TypedExplain.Reports.Tests", "Browser");
}
