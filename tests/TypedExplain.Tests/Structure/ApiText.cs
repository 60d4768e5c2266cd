using System.Text;
using Microsoft.CodeAnalysis;

namespace TypedExplain.Tests.Structure;

/// <summary>The visible types and members of an assembly, sorted. What the compiler adds to every record is left out.</summary>
internal static class ApiText
{
    private static readonly SymbolDisplayFormat s_types = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat s_members = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeRef,
        kindOptions: SymbolDisplayKindOptions.IncludeMemberKeyword,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        extensionMethodStyle: SymbolDisplayExtensionMethodStyle.StaticMethod,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeExtensionThis | SymbolDisplayParameterOptions.IncludeDefaultValue,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat s_bases = s_members.RemoveGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeConstraints);

    public static string Of(IAssemblySymbol assembly)
    {
        StringBuilder text = new();
        foreach (IGrouping<string, INamedTypeSymbol> types in Types(assembly.GlobalNamespace).GroupBy(type => type.ContainingNamespace.ToDisplayString()).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.AppendLine($"namespace {types.Key}");
            foreach (INamedTypeSymbol type in types.OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal))
            {
                text.AppendLine().AppendLine(Header(type) + Hidden(type));
                foreach ((string _, string line) in type.GetMembers().Where(IsShown).Select(member => (member.Name, Line: Line(member) + Hidden(member))).Order())
                    text.Append("    ").AppendLine(line);
            }
        }

        return text.ToString();
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) =>
        from member in container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        where member is INamespaceSymbol || IsVisible(member)
        from type in member is INamedTypeSymbol self ? Types(self).Prepend(self) : Types(member)
        select type;

    private static string Header(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Delegate)
            return $"delegate {type.ToDisplayString(s_types.RemoveKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword))}";

        bool isClass = type.TypeKind == TypeKind.Class, isRecord = type.GetMembers("Equals").Any(IsSynthesized);
        string modifiers = isClass && type.IsStatic ? "static " : isClass && type.IsAbstract ? "abstract " : isClass && type.IsSealed ? "sealed " : "";
        IEnumerable<INamedTypeSymbol> bases = type.Interfaces.Where(face => face.Name != "IEquatable" || !isRecord);
        if (isClass && type.BaseType is { SpecialType: not SpecialType.System_Object } parent)
            bases = bases.Prepend(parent);
        string list = type.TypeKind == TypeKind.Enum ? "" : string.Join(", ", bases.Select(parent => parent.ToDisplayString(s_bases)));

        // The constraints come last, as in source.
        string[] parts = type.ToDisplayString(s_types).Split(" where ", 2);
        string name = type.IsValueType && isRecord ? parts[0].Replace("struct ", "record struct ") : parts[0];
        return $"{modifiers}{name}{(list.Length > 0 ? " : " + list : "")}{(parts.Length > 1 ? " where " + parts[1] : "")}";
    }

    private static string Line(ISymbol member) => member switch
    {
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } name => $"{name.Name} = {name.ConstantValue}",
        { ContainingType.TypeKind: TypeKind.Interface, IsStatic: true } => $"static {(member.IsAbstract ? "abstract" : "virtual")} {member.ToDisplayString(s_members)}",
        _ => member.ToDisplayString(s_members),
    };

    private static bool IsShown(ISymbol member) =>
        IsVisible(member)
        && member is not ITypeSymbol
        && member is not IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove }
        && member.ContainingType.TypeKind != TypeKind.Delegate
        && !(member.ContainingType.TypeKind == TypeKind.Enum && member is not IFieldSymbol)
        && !(member.ContainingType.IsValueType && member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.IsEmpty: true })
        && !IsSynthesized(member)
        && !(member is IPropertySymbol { Name: "EqualityContract", GetMethod: { } contract } && IsSynthesized(contract));

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    private static bool IsSynthesized(ISymbol member) =>
        member is IMethodSymbol && member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute");

    private static string Hidden(ISymbol symbol) =>
        symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "EditorBrowsableAttribute" && attribute.ConstructorArguments[0].Value is 1)
            ? "  // hidden in editors"
            : "";
}
