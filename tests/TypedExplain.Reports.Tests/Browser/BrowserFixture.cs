using System.Text.Json;
using TypedExplain.Tests.Support;

namespace TypedExplain.Reports.Tests.Browser;

/// <summary>Looks at all of <see cref="BrowserPages"/> in one browser, at the first question, and keeps what was found.</summary>
public sealed class BrowserFixture
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    private readonly Lazy<IReadOnlyDictionary<string, Exception>> _lost = new(Look);

    // Screenshots stay there for people to look at.
    private static string Folder => Path.Combine(Repository.Root, "artifacts", "pages");

    /// <summary>What was found of a page.</summary>
    /// <exception cref="InvalidOperationException">The page could not be made, or the browser did not look at it.</exception>
    internal PageResult Of(string page)
    {
        if (_lost.Value.TryGetValue(page, out Exception? error))
            throw new InvalidOperationException($"The page {page} could not be made: {error.Message}", error);
        return JsonSerializer.Deserialize<PageResult>(File.ReadAllText(Path.Combine(Folder, page + ".json")), s_options)!;
    }

    private static Dictionary<string, Exception> Look()
    {
        Dictionary<string, Exception> lost = [];
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        Directory.CreateDirectory(Folder);
        List<object> pages = [];
        foreach ((string name, Func<string> make) in BrowserPages.All)
        {
            string file = Path.Combine(Folder, name + ".html");
            try
            {
                File.WriteAllText(file, make());
                pages.Add(new { name, file, isShot = BrowserPages.IsShot(name) });
            }
            catch (Exception error)
            {
                lost.Add(name, error);
            }
        }

        File.WriteAllText(Path.Combine(Folder, "pages.json"), JsonSerializer.Serialize(new { modules = Chromium.Modules, chromium = Chromium.Program, pages }, s_options));
        (int code, string output, string wrong) = Chromium.Run("node", Path.Combine(BrowserPages.Folder, "check.mjs"), Folder);
        Assert.True(code == 0, $"The pages could not be looked at:\n{output}{wrong}");
        return lost;
    }
}
