using Microsoft.CodeAnalysis;

namespace TypedExplain.Analyzers.Decisions;

/// <summary>The numbers with fractions of a record that may change and have no step, or no end on a side that they may move to.</summary>
internal sealed class OpenNumbers(Library library)
{
    private static readonly string[] Times = ["System.DateOnly", "System.DateTime", "System.DateTimeOffset", "System.TimeSpan", "System.Half"];

    private readonly INamedTypeSymbol? _record = library.Type("FeatureRecordAttribute");
    private readonly INamedTypeSymbol? _left = library.Type("NotAFeatureAttribute");
    private readonly INamedTypeSymbol? _immutable = library.Type("ImmutableAttribute");
    private readonly INamedTypeSymbol? _increases = library.Type("OnlyIncreasesAttribute");
    private readonly INamedTypeSymbol? _decreases = library.Type("OnlyDecreasesAttribute");
    private readonly INamedTypeSymbol? _step = library.Type("StepAttribute");
    private readonly INamedTypeSymbol? _numeric = library.Type("NumericAttribute");

    /// <summary>What each of them lacks, in the words of a message; nothing of a record whose schema is not made of its annotations.</summary>
    public IEnumerable<string> Of(INamedTypeSymbol record) => Find([.. record.GetAttributes()], _record) is null ? [] : Of(record, "", []);

    private IEnumerable<string> Of(INamedTypeSymbol record, string path, ISymbol[] around)
    {
        foreach (IPropertySymbol property in record.AndBases().Reverse().SelectMany(type => type.GetMembers()).OfType<IPropertySymbol>())
        {
            IParameterSymbol[] parameters = [.. record.AndBases().SelectMany(type => type.InstanceConstructors).SelectMany(constructor => constructor.Parameters).Where(parameter => parameter.Name.Equals(property.Name, StringComparison.OrdinalIgnoreCase))];
            AttributeData[] annotations = [.. parameters.SelectMany(parameter => parameter.GetAttributes()), .. property.GetAttributes()];
            if (property.IsStatic || property.IsIndexer || property.DeclaredAccessibility != Accessibility.Public || (property.SetMethod is null && parameters.Length == 0) || Find(annotations, _left) is not null)
                continue;

            ITypeSymbol type = ElementOf(property.Type);
            if (type is INamedTypeSymbol inner && Find([.. inner.GetAttributes()], _record) is not null)
            {
                foreach (string lack in around.Contains(inner, SymbolEqualityComparer.Default) ? [] : Of(inner, $"{path}{property.Name}.", [.. around, record]))
                    yield return lack;
            }
            else if (HasFractions(type) && Find(annotations, _immutable) is null && Lack(annotations) is { } words)
            {
                yield return $"'{path}{property.Name}' has no {words}";
            }
        }
    }

    private string? Lack(AttributeData[] annotations)
    {
        if (Find(annotations, _step) is not { } step)
            return "[Step]";
        if (step.NamedArguments.Any(argument => argument is { Key: "AtMost", Value.Value: > 0 }))
            return null;
        double[] ends = [.. Find(annotations, _numeric)?.ConstructorArguments.Select(argument => argument.Value).OfType<double>() ?? []];
        bool isBelow = ends.Length == 2 && !double.IsInfinity(ends[0]), isAbove = ends.Length == 2 && !double.IsInfinity(ends[1]);
        return !isAbove && Find(annotations, _decreases) is null ? "end above"
            : !isBelow && Find(annotations, _increases) is null ? "end below"
            : null;
    }

    private static AttributeData? Find(AttributeData[] annotations, INamedTypeSymbol? attribute) =>
        Array.Find(annotations, annotation => Symbols.Same(annotation.AttributeClass, attribute));

    private static bool HasFractions(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal || Times.Contains(type.ToDisplayString());

    /// <summary>The type of a value without the question mark, or of the numbers in an array.</summary>
    private static ITypeSymbol ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => ElementOf(nullable.TypeArguments[0]),
        INamedTypeSymbol { Name: "ImmutableArray", TypeArguments.Length: 1 } list => list.TypeArguments[0],
        _ => type,
    };
}
