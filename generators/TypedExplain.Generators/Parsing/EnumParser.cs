using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Parsing.Annotations;

namespace TypedExplain.Generators.Parsing;

/// <summary>Reads the categories of an enum.</summary>
internal static class EnumParser
{
    /// <summary>The enum with one category per distinct value; of several names for a value, the first counts.</summary>
    public static EnumModel Parse(INamedTypeSymbol type)
    {
        HashSet<object?> seen = [];
        IFieldSymbol[] members = type.GetMembers().OfType<IFieldSymbol>()
            .Where(member => member is { HasConstantValue: true, Name.Length: > 0 } && seen.Add(member.ConstantValue))
            .ToArray();
        return new(
            type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            type.Name,
            members.Select(member => member.Name).ToEquatableArray(),
            members.Where(HasOwnValue).Any() ? members.Select(member => ValueOf(member.ConstantValue!)).ToEquatableArray() : default,
            members.Any(member => ShownName(member) is not null) ? members.Select(member => ShownName(member) ?? member.Name).ToEquatableArray() : default,
            members.Select(CodeOf).ToEquatableArray(),
            members.Zip(members.Skip(1), (first, second) => IsLess(first.ConstantValue!, second.ConstantValue!)).All(rises => rises),
            type.GetAttributes().Any(attribute => attribute.IsOurs("Ordinal")));
    }

    private static string CodeOf(IFieldSymbol member) => Obsolescence.IsNamedByNumber(member)
        ? $"({Convert.ToString(member.ConstantValue, CultureInfo.InvariantCulture)})"
        : Identifier.Escape(member.Name);

    private static bool IsLess(object first, object second) => Comparer<object>.Default.Compare(first, second) < 0;

    public static bool HasFlags(INamedTypeSymbol type) =>
        type.GetAttributes().Any(KnownAttributes.IsFlags);

    /// <summary>Whether the author gave a member its number; what merely counts from 0 is not a code that data could hold.</summary>
    private static bool HasOwnValue(IFieldSymbol member, int position) =>
        member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is EnumMemberDeclarationSyntax declaration
            ? declaration.EqualsValue is not null
            : ValueOf(member.ConstantValue!) != position;

    /// <summary>What readers call a member, by <c>[ShownAs]</c> or <c>[Display]</c>; a name that stands in a resource file is not known here.</summary>
    private static string? ShownName(IFieldSymbol member)
    {
        AttributeData? shown = member.GetAttributes().FirstOrDefault(attribute => attribute.IsOurs("ShownAs"));
        if (shown is not null)
            return shown.ConstructorArguments.FirstOrDefault().Value as string;
        AttributeData? display = member.GetAttributes().FirstOrDefault(KnownAttributes.IsDisplay);
        return display is null || display.NamedArguments.Any(argument => argument.Key == "ResourceType")
            ? null
            : display.NamedArguments.FirstOrDefault(argument => argument.Key == "Name").Value.Value as string;
    }

    private static long ValueOf(object constant) =>
        constant is ulong large ? unchecked((long)large) : Convert.ToInt64(constant, CultureInfo.InvariantCulture);
}
