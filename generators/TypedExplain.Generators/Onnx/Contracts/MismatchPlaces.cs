using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Parsing;

namespace TypedExplain.Generators.Onnx.Contracts;

/// <summary>Finds where mismatches are shown: places are looked up last, so that a moved line reads and compares nothing again.</summary>
internal static class MismatchPlaces
{
    public static DiagnosticInfo Locate(Mismatch mismatch, ModelClass type, ImmutableArray<ParsedClass> parsed, Compilation compilation, CancellationToken cancellation)
    {
        ParsedClass own = parsed.First(other => type.Equals(other.Class));
        LocationInfo place = mismatch.Place switch
        {
            MismatchPlace.File => own.File,
            MismatchPlace.Output => own.Output,
            _ => PlaceIn(compilation.Assembly.GetTypeByMetadataName(type.Record.MetadataName), mismatch.Property, cancellation) ?? own.Name,
        };
        return new(mismatch.Descriptor, place, mismatch.Arguments) { Property = mismatch.Parameters.Length > 0 ? (RecordFromModel.Key, mismatch.Parameters) : null };
    }

    /// <summary>Where the property is named, or else the record.</summary>
    private static LocationInfo? PlaceIn(INamedTypeSymbol? record, string property, CancellationToken cancellation)
    {
        if (record is null)
            return null;
        Location? place = Declarations.SelfAndBases(record).SelectMany(part => part.GetMembers(property)).OfType<IPropertySymbol>()
            .Select(found => found.Locations[0])
            .FirstOrDefault(location => location.IsInSource);
        return place is not null ? LocationInfo.Of(place)
            : Declarations.PartsOf(record, cancellation).FirstOrDefault() is { } part ? LocationInfo.Of(part.Identifier)
            : null;
    }
}
