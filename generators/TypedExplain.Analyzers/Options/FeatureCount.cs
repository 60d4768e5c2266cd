using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedExplain.Analyzers.Options;

/// <summary>How many features a record has, from the names that the generator gave them, where each name stands for one.</summary>
internal sealed class FeatureCount(Library library)
{
    private readonly INamedTypeSymbol? _vector = library.Type("FeatureVector`1");
    private readonly INamedTypeSymbol? _feature = library.Type("Feature`1");
    private readonly Features.InnerRecords _records = new(library);

    /// <summary>The range of a position: below the number of features where it is one of a vector over them.</summary>
    public OptionRange Within(OptionRange range, IArgumentOperation argument) =>
        argument.Parent is IPropertyReferenceOperation { Instance.Type: INamedTypeSymbol type, Property.ContainingType: var declaring }
            && declaring.Is(_vector)
            && type.AndBases().FirstOrDefault(at => at.Is(_vector)) is { } vector
            && Of(vector.TypeArguments[0]) is { } count
            ? range with { AtMost = count - 1 }
            : range;

    /// <summary>The number; null where it is not known.</summary>
    public int? Of(ITypeSymbol record)
    {
        IPropertySymbol[] names = [.. _records.NamesOf(record)?.GetMembers().OfType<IPropertySymbol>() ?? []];
        return names.Length > 0 && names.All(name => name.Type.Is(_feature)) ? names.Length : null;
    }
}
