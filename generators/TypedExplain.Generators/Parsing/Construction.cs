using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Parsing.Annotations;

namespace TypedExplain.Generators.Parsing;

/// <summary>Finds how a record is made from its features: by a constructor, then an object initializer.</summary>
internal static class Construction
{
    /// <summary>The properties that carry state and what sets each; null where something cannot be set.</summary>
    public static IReadOnlyList<StoredProperty>? Find(
        INamedTypeSymbol type, TypeDeclarationSyntax declaration, Findings findings, CancellationToken cancellation)
    {
        LocationInfo name = LocationInfo.Of(declaration.Identifier);
        if (type.IsStatic || type.IsAbstract)
        {
            string modifier = type.IsStatic ? "static" : "abstract";
            return Refuse($"it is {modifier}; remove the {modifier} modifier", name);
        }

        List<RecordProperty> properties = RecordProperty.Of(type, cancellation);
        List<Constructor> constructors = Constructor.Of(type, properties, cancellation);
        if (constructors.Count == 0)
            return Refuse("every constructor takes something that is not a public property; make the record positional or add a parameterless constructor", name);

        Constructor? constructor = constructors.Find(candidate => properties.TrueForAll(candidate.Reaches));
        if (constructor is null)
        {
            IPropertySymbol lost = properties.Find(property => !constructors[0].Reaches(property)).Symbol;
            return Refuse($"no constructor that takes only properties sets the get-only property '{lost.Name}'; give it an init accessor", LocationInfo.Of(lost.Locations[0]));
        }

        IReadOnlyList<StoredProperty> stored = constructor.Store(properties);
        if (constructor.LeavesRequired(type, stored) is { } required)
            return Refuse($"the required member '{required.Name}' is not a feature; make it a public property, or not required", LocationInfo.Of(required.Locations[0]));

        return stored;

        IReadOnlyList<StoredProperty>? Refuse(string reason, LocationInfo location)
        {
            findings.Add(DiagnosticDescriptors.NotConstructible, location, reason);
            return null;
        }
    }
}
