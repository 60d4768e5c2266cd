using System.Reflection;
using System.Text.RegularExpressions;
using TypedExplain.Generators.Tests.Programs;
using TypedExplain.Generators.Tests.Samples;
using TypedExplain.Generators.Tests.Zoo;

namespace TypedExplain.Generators.Tests.Mutations;

/// <summary>The programs that mutations begin with: the zoo, the wrong programs of the samples, all code of the pages on diagnostics, and programs that use the packages.</summary>
internal static class Programs
{
    public static string[] All { get; } =
    [
        .. Sources.All.Values,
        Sources.MissingArraysScalesCodes,
        Sources.GenericDerived,
        Sources.TextsAndImages,
        Sources.ReasonsAndLinks,
        .. Directory.EnumerateFiles(Mistake.Folder, "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText),
        .. Directory.EnumerateFiles(Path.Combine(Mistake.Folder, "../../docs/diagnostics"), "TEX*.md").Order(StringComparer.Ordinal)
            .SelectMany(page => Regex.Matches(File.ReadAllText(page).ReplaceLineEndings("\n"), "```csharp\n(.*?)```", RegexOptions.Singleline))
            .Select(match => match.Groups[1].Value),
        .. new[] { typeof(WrongUseTests), typeof(WrongModelTests) }.SelectMany(Members).Select(ProgramAssert.Whole),
    ];

    /// <summary>The last string of each set of data, which is the member of a class.</summary>
    private static IEnumerable<string> Members(Type tests) =>
        from test in tests.GetMethods().OrderBy(test => test.Name, StringComparer.Ordinal)
        from data in test.GetCustomAttributesData()
        where data.AttributeType == typeof(InlineDataAttribute)
        select (string)((IReadOnlyList<CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!)[^1].Value!;
}
