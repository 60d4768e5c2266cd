using System.Collections.Immutable;
using System.Text;
using TypedExplain.Errors;

namespace TypedExplain.Reports;

/// <summary>
/// A page: one file of HTML without script and without anything from elsewhere, for a screen of any size, light or dark, for paper, and
/// to be read aloud. It works under <c>Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; img-src data:</c>.
/// </summary>
public sealed class ReportPage
{
    internal ReportPage(string title, string html, ImmutableArray<Picture> pictures) => (Title, Html, Pictures) = (title, html, pictures);

    /// <summary>What stands at the top of the page and in the browser's tab.</summary>
    public string Title { get; }

    /// <summary>The page.</summary>
    public string Html { get; }

    /// <summary>The pictures on it, in their order.</summary>
    public ImmutableArray<Picture> Pictures { get; }

    /// <summary>Writes the page to a file, in UTF-8.</summary>
    /// <param name="path">The file; one that exists is replaced.</param>
    /// <returns>The full path of the file.</returns>
    public string Save(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        File.WriteAllText(path, Html, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return Path.GetFullPath(path);
    }

    /// <summary>The title and the number of pictures.</summary>
    public override string ToString() => $"{Title} ({Pictures.Length} {Noun.Of(Pictures.Length, "picture")})";
}
