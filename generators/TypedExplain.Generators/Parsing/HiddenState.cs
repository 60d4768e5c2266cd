using Microsoft.CodeAnalysis;
using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Parsing;

/// <summary>State that is marked as no feature and is not a public property: fields, and properties that others do not see.</summary>
internal static class HiddenState
{
    /// <summary>The members of a record and its base types that code in the record can read.</summary>
    public static IEnumerable<IgnoredMember> Of(INamedTypeSymbol type) =>
        from part in Declarations.SelfAndBases(type).Reverse()
        from member in part.GetMembers()
        where !member.IsStatic && !member.IsImplicitlyDeclared && RecordProperty.IsNotAFeature(member) && Reaches(type, part, member.DeclaredAccessibility)
        let reach = ReachOf(type, part, member)
        where reach is not MemberReach.Hidden
        select new IgnoredMember(member.Name, null, IsInitialized: false, reach);

    /// <summary>Whether generated code may read a member whose values can be compared.</summary>
    public static bool IsReadable(ISymbol member, ITypeSymbol value) =>
        value is { IsRefLikeType: false } and not (IPointerTypeSymbol or IFunctionPointerTypeSymbol)
        && !member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ExperimentalAttribute"
            || (attribute.AttributeClass?.Name == "ObsoleteAttribute" && attribute.ConstructorArguments.Any(argument => argument.Value is true)));

    private static MemberReach ReachOf(INamedTypeSymbol type, INamedTypeSymbol part, ISymbol member) => member switch
    {
        IFieldSymbol { IsConst: false } field when IsReadable(field, field.Type) => field.IsReadOnly ? MemberReach.ReadOnly : MemberReach.Automatic,
        IPropertySymbol { IsIndexer: false, DeclaredAccessibility: not Accessibility.Public, GetMethod: { } get } property
            when IsReadable(property, property.Type) && Reaches(type, part, get.DeclaredAccessibility) && part.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property)) =>
            property.SetMethod is { } set && Reaches(type, part, set.DeclaredAccessibility) ? MemberReach.Automatic : MemberReach.ReadOnly,
        _ => MemberReach.Hidden,
    };

    private static bool Reaches(INamedTypeSymbol type, INamedTypeSymbol part, Accessibility accessibility) =>
        accessibility != Accessibility.Private || SymbolEqualityComparer.Default.Equals(type, part);
}
