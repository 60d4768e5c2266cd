using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CreditService.Pages;

/// <summary>
/// HTML. Of an interpolated string the literal parts are HTML and all that is put in is text, which is encoded: nothing that a person
/// typed can become a tag.
/// </summary>
/// <param name="literals">For the compiler.</param>
/// <param name="holes">For the compiler.</param>
[InterpolatedStringHandler]
public readonly struct Html(int literals, int holes)
{
    // Letters of all languages stay as they are; what has a meaning in HTML does not.
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new(literals + (holes * 16));

    /// <summary>Nothing.</summary>
    public static Html Nothing => $"";

    /// <summary>One piece after the other.</summary>
    public static Html Join(IEnumerable<Html> pieces)
    {
        Html joined = new(0, 0);
        foreach (Html piece in pieces)
            joined.AppendFormatted(piece);
        return joined;
    }

    /// <summary>For the compiler: a part of the page as it stands in the code.</summary>
    public void AppendLiteral(string literal) => _text.Append(literal);

    /// <summary>For the compiler: a text, which is encoded.</summary>
    public void AppendFormatted(string? text) => _text.Append(s_encoder.Encode(text ?? ""));

    /// <summary>For the compiler: a whole number.</summary>
    public void AppendFormatted(long number) => AppendFormatted(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>For the compiler: a piece that is HTML already.</summary>
    public void AppendFormatted(Html piece) => _text.Append(piece._text);

    /// <summary>For the compiler: pieces one after the other.</summary>
    public void AppendFormatted(IEnumerable<Html> pieces) => AppendFormatted(Join(pieces));

    /// <summary>The HTML.</summary>
    public override string ToString() => _text.ToString();
}
