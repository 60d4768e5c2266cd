using Microsoft.CodeAnalysis;

namespace TypedExplain.Generators.Parsing.Annotations;

/// <summary>Recognizes attributes part by part: to write out the full name of each would take longer than all else.</summary>
internal static class KnownAttributes
{
    private const string Suffix = "Attribute";

    /// <summary>Whether this is the annotation of that name, which is said without <c>Attribute</c> at its end.</summary>
    public static bool IsOurs(this AttributeData attribute, string name) => attribute.IsOf("TypedExplain", name);

    public static bool IsFlags(this AttributeData attribute) => attribute.IsOf("System", "Flags");

    /// <summary>Whether this is <c>[Display]</c> of <c>System.ComponentModel.DataAnnotations</c>.</summary>
    public static bool IsDisplay(this AttributeData attribute) =>
        attribute.AttributeClass is { Name: "Display" + Suffix, ContainingNamespace: { Name: "DataAnnotations", ContainingNamespace: { Name: "ComponentModel", ContainingNamespace.Name: "System" } } };

    private static bool IsOf(this AttributeData attribute, string space, string name) =>
        attribute.AttributeClass is { Arity: 0, ContainingType: null, ContainingNamespace: { ContainingNamespace.IsGlobalNamespace: true } own } type
        && type.Name.Length == name.Length + Suffix.Length
        && type.Name.StartsWith(name, StringComparison.Ordinal)
        && type.Name.EndsWith(Suffix, StringComparison.Ordinal)
        && own.Name == space;
}
