using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.Generators.Tests.Support;

/// <summary>Source in which <c>[|</c> and <c>|]</c> mark the place that a diagnostic must point at.</summary>
internal sealed record Marked(string Source, TextSpan Span)
{
    public static Marked Parse(string text)
    {
        int start = text.IndexOf("[|", StringComparison.Ordinal), end = text.IndexOf("|]", StringComparison.Ordinal) - 2;
        return new(text.Replace("[|", "").Replace("|]", ""), TextSpan.FromBounds(start, end));
    }
}
