using System.Text.RegularExpressions;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Structure;

/// <summary>A summary says more than the name: "The reason." above <c>Reason</c> tells nobody anything.</summary>
public partial class SummaryTests
{
    private static readonly HashSet<string> s_empty =
        [.. "a an the of this it its that is are be get gets set sets or and in for to by on with whose which".Split(' ')];

    [Fact]
    public void NoPublicMemberIsDocumentedByItsNameAlone()
    {
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(file => Repeated(File.ReadAllText(file).ReplaceLineEndings("\n")).Select(line => $"{Path.GetRelativePath(Repository.Root, file)}: {line}")));
    }

    [Theory]
    [InlineData("    /// <summary>The reason.</summary>\n    public Reason<T> Reason { get; }", true)]
    [InlineData("    /// <summary>The first seeds.</summary>\n    [OptionRange(AtLeast = 1)]\n    public int FirstSeed { get; init; }", true)]
    [InlineData("    /// <summary>LIME.</summary>\n    Lime,", true)]
    [InlineData("    /// <summary>Reads <see cref=\"Image\"/>s.</summary>\n    public static Images ReadImages(Stream stream)", true)]
    [InlineData("    /// <summary>What the person is told.</summary>\n    public Reason<T> Reason { get; }", false)]
    [InlineData("    /// <summary>The reason.</summary>\n    internal Reason<T> Reason { get; }", false)]
    public void TheCheckKnowsAName(string member, bool isRepeated) => Assert.Equal(isRepeated, Repeated($"public class Owner\n{{\n{member}\n}}\n").Any());

    /// <summary>The members of a public type, and the type, whose summary on one line has no word that their name does not have.</summary>
    private static IEnumerable<string> Repeated(string source)
    {
        if (!PublicType().IsMatch(source))
            yield break;
        foreach (Match match in Documented().Matches(source))
        {
            string summary = Reference().Replace(match.Groups["summary"].Value, "$1"), name = match.Groups["name"].Value;
            if (!Words(Tag().Replace(summary, " ")).Except(s_empty).Except(Words(name)).Any())
                yield return $"{name}: {match.Groups["summary"].Value}";
        }
    }

    /// <summary>The words of a text or of a name, in small letters and without the s of a plural.</summary>
    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(word => word.Value.ToLowerInvariant()).Select(word => s_empty.Contains(word) ? word : word.TrimEnd('s'));

    [GeneratedRegex(@"^public [^(;=]*\b(class|record|struct|interface|enum)\b", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    /// <summary>A summary on one line, what else is said of the member, its attributes, and its name: after "public" or "protected", or that of a value of an enum.</summary>
    [GeneratedRegex(@"^ *///\ <summary>(?<summary>.*)</summary>\n(?:\ *(?:///|\[).*\n)*\ *(?:(?:public|protected)\ [^\n({=;]*?(?<name>\w+)(?:<[^\n>]*>)?\s*(?:[({=;,]|\n)|(?<name>[A-Z]\w*)(?:\ =\ [^\n]*)?,\n)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Documented();

    [GeneratedRegex("<see cref=\"([^\"]*)\"/>")]
    private static partial Regex Reference();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")]
    private static partial Regex Word();
}
