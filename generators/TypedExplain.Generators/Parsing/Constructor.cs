using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Parsing.Annotations;

namespace TypedExplain.Generators.Parsing;

/// <summary>A constructor of which every parameter sets the property of its name.</summary>
internal sealed class Constructor
{
    private readonly IMethodSymbol _symbol;
    private readonly bool _isPrimary;
    private readonly Dictionary<IPropertySymbol, IParameterSymbol> _parameters;

    private Constructor(IMethodSymbol symbol, bool isPrimary, Dictionary<IPropertySymbol, IParameterSymbol> parameters) =>
        (_symbol, _isPrimary, _parameters) = (symbol, isPrimary, parameters);

    /// <summary>
    /// The constructors of a type in order of preference: the primary one, the others from the shortest on, and last
    /// the one that every struct has.
    /// </summary>
    public static List<Constructor> Of(INamedTypeSymbol type, List<RecordProperty> properties, CancellationToken cancellation) =>
        type.InstanceConstructors
            .Select(symbol => Of(symbol, properties, cancellation))
            .OfType<Constructor>()
            .OrderBy(constructor => constructor._isPrimary ? 0 : constructor._symbol.IsImplicitlyDeclared ? 2 : 1)
            .ThenBy(constructor => constructor._parameters.Count)
            .ToList();

    /// <summary>Whether a record made by this constructor and an object initializer keeps the property's value.</summary>
    public bool Reaches(RecordProperty property) =>
        !property.HoldsState || !property.IsFeature || property.IsSettable || _parameters.ContainsKey(property.Symbol);

    /// <summary>What is set, and by what: in the order of a primary constructor's parameters, then of declaration.</summary>
    public IReadOnlyList<StoredProperty> Store(List<RecordProperty> properties) => properties
        .Where(property => property.IsSettable || _parameters.ContainsKey(property.Symbol) || (!property.IsFeature && property.IsAutomatic))
        .Select(property =>
        {
            _parameters.TryGetValue(property.Symbol, out IParameterSymbol? parameter);
            bool mustInitialize = property.Symbol.IsRequired && !SetsRequiredMembers;
            bool isInitialized = mustInitialize || (parameter is null && property.IsFeature);
            MemberReach reach = !IsReadable(property.Symbol) ? MemberReach.Hidden : !property.IsSettable ? MemberReach.ReadOnly : property.IsAutomatic ? MemberReach.Automatic : MemberReach.Accessors;
            return new StoredProperty(property.Symbol, parameter, isInitialized, property.IsFeature, reach);
        })
        .Where(property => property.IsFeature || property.Parameter is not null || property.IsInitialized || property.Reach != MemberReach.Hidden || RowKeyParser.IsRowKey(property.Property))
        .OrderBy(property => _isPrimary ? property.Parameter?.Ordinal ?? int.MaxValue : 0)
        .ToList();

    /// <summary>A required member that would stay unset, or null.</summary>
    public ISymbol? LeavesRequired(INamedTypeSymbol type, IReadOnlyList<StoredProperty> stored) =>
        SetsRequiredMembers
            ? null
            : Declarations.SelfAndBases(type).SelectMany(part => part.GetMembers()).FirstOrDefault(member =>
                member is IFieldSymbol { IsRequired: true } or IPropertySymbol { IsRequired: true }
                && !stored.Any(property => SymbolEqualityComparer.Default.Equals(property.Property, member)));

    /// <summary>Whether generated code in the record may read a property.</summary>
    private bool IsReadable(IPropertySymbol property) =>
        (property.GetMethod!.DeclaredAccessibility != Accessibility.Private || SymbolEqualityComparer.Default.Equals(property.ContainingType, _symbol.ContainingType))
        && HiddenState.IsReadable(property, property.Type);

    private bool SetsRequiredMembers =>
        _symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute");

    private static Constructor? Of(IMethodSymbol symbol, List<RecordProperty> properties, CancellationToken cancellation)
    {
        Dictionary<IPropertySymbol, IParameterSymbol> parameters = new(SymbolEqualityComparer.Default);
        foreach (IParameterSymbol parameter in symbol.Parameters)
        {
            RecordProperty? property = properties.Find(Named(StringComparison.Ordinal)) ?? properties.Find(Named(StringComparison.OrdinalIgnoreCase));
            if (property is null || parameter.RefKind is not (RefKind.None or RefKind.In) || parameters.ContainsKey(property.Symbol))
                return null;
            parameters.Add(property.Symbol, parameter);

            Predicate<RecordProperty> Named(StringComparison comparison) => candidate =>
                string.Equals(candidate.Symbol.Name, parameter.Name, comparison)
                && SymbolEqualityComparer.Default.Equals(candidate.Symbol.Type, parameter.Type);
        }

        bool isPrimary = symbol.DeclaringSyntaxReferences.Any(part => part.GetSyntax(cancellation) is TypeDeclarationSyntax);
        return new(symbol, isPrimary, parameters);
    }
}
