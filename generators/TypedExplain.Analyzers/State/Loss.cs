using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExplain.Analyzers.State;

/// <summary>Why a member of a record, or of a base type, holds something that a record made from a row lacks; null where it does not.</summary>
/// <param name="record">The record.</param>
/// <param name="carried">What a record made from a row is given.</param>
/// <param name="seam">The interface that generated code implements.</param>
/// <param name="compilation">The compilation of the record.</param>
/// <param name="cancellation">Ends the work early.</param>
internal sealed class Loss(INamedTypeSymbol record, Carried carried, INamedTypeSymbol seam, Compilation compilation, CancellationToken cancellation)
{
    private static readonly string[] s_changing = ["NewGuid", "CreateVersion7", "Now", "UtcNow", "Today", "TickCount", "TickCount64", "GetTimestamp", "GetUtcNow", "Random", "Increment"];

    /// <summary>Of a property, or of the field behind one.</summary>
    public string? Of(IPropertySymbol property, bool isAutomatic)
    {
        if (carried.Has(property) || IsOverridden(property))
            return null;
        if (property.SetMethod is { } set && (property.ExplicitInterfaceImplementations.Length > 0 || (IsReachable(property) && IsReachable(set))))
        {
            return property.DeclaredAccessibility == Accessibility.Public ? "its own code and not a row sets it; declare it where the record is, as a partial property if another generator writes its body"
                : property.ExplicitInterfaceImplementations.Length > 0 ? "it can be set through an interface, and only public properties are features; make it public"
                : "it can be set and is not public, so it is not a feature; make it public";
        }

        if (!isAutomatic)
            return null;
        return OfField(property, property.SetMethod is null, IsReachable(property), property.Type, "give it an init accessor");
    }

    /// <summary>Of a field that the user declared.</summary>
    public string? Of(IFieldSymbol field) => IsReachable(field) && !field.IsReadOnly
        ? "it is a field, and only properties are features; make it a public property"
        : OfField(field, field.IsReadOnly, IsReachable(field), field.Type, "make it a public property that can be set");

    /// <summary>Of the parameter of a class's primary constructor, which becomes a field where a member uses it.</summary>
    public string? Of(IParameterSymbol parameter)
    {
        Uses uses = new(parameter, isMutable: false, compilation, cancellation);
        INamedTypeSymbol type = parameter.ContainingType;
        if (!Bodies.Of(type, cancellation).Any(body => uses.AreIn(body.Code)))
            return null;
        return GoesRound((IMethodSymbol)parameter.ContainingSymbol)
            ? "a constructor takes it that rows do not go through; make it a public property"
            : OfField(parameter, isReadOnly: false, isReachable: false, parameter.Type, "make it a public property");
    }

    private string? OfField(ISymbol field, bool isReadOnly, bool isReachable, ITypeSymbol type, string remedy)
    {
        bool isMutable = Mutability.IsMutable(type);
        Uses uses = new(field, isMutable, compilation, cancellation);
        Body[] bodies = [.. Owners(field).SelectMany(owner => Bodies.Of(owner, cancellation)).Where(body => !IsGenerated(body))];
        if (IsBehindFeature(uses, bodies))
            return null;
        foreach (Body body in bodies)
        {
            bool isConstructor = body.Kind == BodyKind.Constructor;
            if (body.Kind == BodyKind.Getter || (body.Kind == BodyKind.Setter && IsCarried(body)) || (isReadOnly && !isConstructor && !isMutable))
                continue;
            if (isConstructor ? Declared(body.Member) is IMethodSymbol constructor && GoesRound(constructor) && uses.AreChangedIn(body.Code) : uses.AreChangedIn(body.Code))
                return $"'{NameOf(body.Member)}' {(isConstructor ? "is a constructor that rows do not go through, and sets it" : "changes it")}; {remedy}";
        }

        if (isReachable && isMutable)
            return "what it holds can be changed, and no feature brings that back; leave it out";
        return ChangesByItself(field) ? "its initializer gives every record another value; leave it out" : null;
    }

    /// <summary>Whether a feature writes the field and reads it, so that its value comes back with the feature.</summary>
    private bool IsBehindFeature(Uses uses, Body[] bodies) => bodies
        .Where(body => body.Kind == BodyKind.Getter && uses.AreIn(body.Code))
        .Any(getter => Declared(getter.Member) is IPropertySymbol property
            && (IsLeftOut(property, record) || (carried.Has(property) && (carried.Passes(property)
                || bodies.Any(body => body.Kind == BodyKind.Setter && body.Member == getter.Member && uses.AreIn(body.Code))))));

    /// <summary>Whether a record can be made by this constructor without the one that rows go through.</summary>
    private bool GoesRound(IMethodSymbol constructor)
    {
        if (Symbols.Same(constructor.ContainingType, record.OriginalDefinition))
            return !Symbols.Same(constructor, carried.Constructor) && !IsCopy(constructor);

        // The constructor of a base type is given what the record's own constructors give it.
        return record.InstanceConstructors.Any(own => !own.IsImplicitlyDeclared && GoesRound(own) && !IsCopy(constructor)
            && own.DeclaringSyntaxReferences.Select(part => part.GetSyntax(cancellation)).OfType<ConstructorDeclarationSyntax>()
                .Any(declaration => declaration.Initializer is { ThisOrBaseKeyword.ValueText: "base", ArgumentList.Arguments.Count: > 0 }));
    }

    /// <summary>The types whose code may change a field.</summary>
    private IEnumerable<INamedTypeSymbol> Owners(ISymbol field) => field.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedAndInternal
        ? record.AndBases().Select(type => type.OriginalDefinition)
        : [field.ContainingType.OriginalDefinition];

    private bool ChangesByItself(ISymbol field) => field.DeclaringSyntaxReferences
        .Select(part => part.GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer,
            PropertyDeclarationSyntax property => property.Initializer,
            _ => null,
        })
        .Any(initializer => initializer?.DescendantNodes().Any(node => node is SimpleNameSyntax name && s_changing.Contains(name.Identifier.ValueText)) is true);

    private bool IsOverridden(IPropertySymbol property) => record.AndBases().SelectMany(type => type.GetMembers(property.Name)).OfType<IPropertySymbol>()
        .Any(other => Symbols.Same(other.OverriddenProperty?.OriginalDefinition, property.OriginalDefinition));

    private bool IsCarried(Body setter) => Declared(setter.Member) is IPropertySymbol property && (carried.Has(property) || IsLeftOut(property, record));

    private bool IsGenerated(Body body) => body.Kind == BodyKind.Method && body.Member is MethodDeclarationSyntax { ExplicitInterfaceSpecifier: not null }
        && Declared(body.Member) is IMethodSymbol method && Carried.IsOf(method, seam);

    private ISymbol? Declared(MemberDeclarationSyntax member) =>
#pragma warning disable RS1030 // A few members are looked up, and not files.
        compilation.GetSemanticModel(member.SyntaxTree).GetDeclaredSymbol(member, cancellation);
#pragma warning restore RS1030

    private string NameOf(MemberDeclarationSyntax member) => Declared(member) is { } symbol
        ? symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? symbol.Shown() : symbol.Name
        : member.ToString();

    /// <summary>Whether the author said that a member is not a feature.</summary>
    public static bool IsLeftOut(ISymbol member, INamedTypeSymbol record) => IsMarked(member) || record.AndBases()
        .SelectMany(type => type.InstanceConstructors)
        .SelectMany(constructor => constructor.Parameters)
        .Any(parameter => parameter.Name == member.Name && IsMarked(parameter));

    private static bool IsMarked(ISymbol member) => member.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "NotAFeatureAttribute", ContainingNamespace.Name: "TypedExplain" });

    private static bool IsCopy(IMethodSymbol constructor) => constructor.Parameters.Length == 1 && Symbols.Same(constructor.Parameters[0].Type, constructor.ContainingType);

    private static bool IsReachable(ISymbol member) =>
        member.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;
}
