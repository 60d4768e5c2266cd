using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Diagnostics;

/// <summary>A diagnostic as the pipeline caches it.</summary>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, LocationInfo Location, EquatableArray<string> Arguments)
{
    /// <summary>What a fix needs to know, by a key.</summary>
    public (string Key, string Value)? Property { get; init; }

    /// <summary>The diagnostic as it is reported.</summary>
    /// <param name="tree">The syntax tree that it is shown in, or null.</param>
    public Diagnostic ToDiagnostic(SyntaxTree? tree) =>
        Diagnostic.Create(
        Descriptor,
        Location.ToLocation(tree),
        Property is { } property ? ImmutableDictionary<string, string?>.Empty.Add(property.Key, property.Value) : null,
        Arguments.Cast<object>().ToArray());
}
