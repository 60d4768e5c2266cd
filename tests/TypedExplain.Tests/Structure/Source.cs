using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Structure;

/// <summary>The library's own source, as the compiler sees it.</summary>
internal static class Source
{
    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp14, DocumentationMode.None);

    public static string Folder { get; } = Path.Combine(Repository.Root, "src", "TypedExplain");

    /// <summary>One tree per file; its path is relative to the library, with forward slashes.</summary>
    public static ImmutableArray<SyntaxTree> Trees { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Where(path => !path.StartsWith("bin/") && !path.StartsWith("obj/"))
            .Order(StringComparer.Ordinal)
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Folder, path)), s_options, path)),
    ];
}
