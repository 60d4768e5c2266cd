using System.Text.RegularExpressions;
using TypedExplain.Generators.Tests.Samples;
using TypedExplain.Generators.Tests.Zoo;

namespace TypedExplain.Generators.Tests.Mutations;

/// <summary>The programs that mutations begin with: the zoo, the wrong programs of the samples, and all code of the pages on diagnostics.</summary>
internal static class Programs
{
    public static string[] All { get; } =
    [
        .. Sources.All.Values,
        Sources.MissingArraysScalesCodes,
        Sources.GenericDerived,
        Sources.TextsAndImages,
        .. Directory.EnumerateFiles(Mistake.Folder, "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText),
        .. Directory.EnumerateFiles(Path.Combine(Mistake.Folder, "../../docs/diagnostics"), "TEX*.md").Order(StringComparer.Ordinal)
            .SelectMany(page => Regex.Matches(File.ReadAllText(page).ReplaceLineEndings("\n"), "```csharp\n(.*?)```", RegexOptions.Singleline))
            .Select(match => match.Groups[1].Value),
    ];
}
