using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedExplain.Tests.Structure;

/// <summary>What the library can refer to.</summary>
internal static class Libraries
{
    /// <summary>The platform and the packages, without this repository's own assemblies.</summary>
    public static ImmutableArray<MetadataReference> Others { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(file => !Path.GetFileName(file).StartsWith("TypedExplain", StringComparison.Ordinal) && File.Exists(file))
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];
}
