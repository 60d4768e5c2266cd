using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedExplain.Analyzers.Units;

/// <summary>In which unit an effect is: the answer per what.</summary>
internal sealed class EffectUnits(Library library)
{
    private readonly INamedTypeSymbol? _attribution = library.Type("Attribution`1");
    private readonly INamedTypeSymbol? _feature = library.Type("Feature`1");
    private readonly INamedTypeSymbol? _numeric = library.Type("NumericAttribute");
    private readonly INamedTypeSymbol? _math = library.Framework("System.Math");
    private readonly Features.InnerRecords _records = new(library);

    /// <summary>The stated unit of the feature whose effect a value is, whatever its sign; null for another value, or where none is stated.</summary>
    public string? Of(IOperation value) => Effect(value) is { } effect && FeatureOf(effect) is { } feature ? UnitOf(feature) : null;

    /// <summary>The record of an effect, where that is of whatever feature a parameter or the variable of a loop stands for.</summary>
    public INamedTypeSymbol? RecordOfAny(IOperation value, ISymbol feature) =>
        Effect(value) is IPropertyReferenceOperation { Arguments: { Length: 1 } index } effect
            && Calls.Bare(index[0].Value) switch
            {
                IParameterReferenceOperation { Parameter: var parameter } => Symbols.Same(parameter, feature),
                ILocalReferenceOperation { Local: var local } => Symbols.Same(local, feature),
                _ => false,
            }
            ? VectorOf(effect).RecordOf(_attribution) as INamedTypeSymbol
            : null;

    /// <summary>The record of all effects at once, as a span or an array of them.</summary>
    public INamedTypeSymbol? RecordOfAll(IOperation value) => Calls.Bare(value) switch
    {
        IInvocationOperation { TargetMethod.Name: "AsSpan", Instance: { } vector } when Calls.Bare(vector).Type.Is(_attribution) => Calls.Bare(vector).Type.RecordOf(_attribution) as INamedTypeSymbol,
        IInvocationOperation { TargetMethod.Name: "ToArray", Instance: { } span } => RecordOfAll(span),
        ILocalReferenceOperation local when Locals.OnlyValueOf(local.Local, Calls.Root(local)) is { } only => RecordOfAll(only),
        _ => null,
    };

    /// <summary>Two units of effects that stand in a list.</summary>
    public (string First, string Second)? Differing(IEnumerable<IOperation> values)
    {
        string[] units = [.. values.Select(Of).OfType<string>().Distinct()];
        return units.Length > 1 ? (units[0], units[1]) : null;
    }

    /// <summary>Two features of a record whose stated units differ; null where there are none.</summary>
    public (string First, string Second)? Differing(INamedTypeSymbol record)
    {
        string[] units = [.. record.AndBases().SelectMany(type => type.GetMembers()).OfType<IPropertySymbol>().Select(UnitOf).OfType<string>().Distinct()];
        return units.Length > 1 ? (units[0], units[1]) : null;
    }

    /// <summary>The effect itself, of which a value is the size or the opposite.</summary>
    private IOperation? Effect(IOperation value) => Calls.Bare(value) switch
    {
        IParenthesizedOperation { Operand: var inner } => Effect(inner),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus, Operand: var inner } => Effect(inner),
        IInvocationOperation { TargetMethod: { Name: "Abs" } method, Arguments: { Length: 1 } size } when Symbols.Same(method.ContainingType, _math) => Effect(size[0].Value),
        ILocalReferenceOperation local when Locals.OnlyValueOf(local.Local, Calls.Root(local)) is { } only => Effect(only),
        IPropertyReferenceOperation effect when VectorOf(effect).Is(_attribution) => effect,
        _ => null,
    };

    /// <summary>The vector that an effect is taken of; the generated names are declared on its base type.</summary>
    private static ITypeSymbol? VectorOf(IPropertyReferenceOperation effect) => effect.Instance is { } vector ? Calls.Bare(vector).Type : null;

    /// <summary>The property that an effect is of: by its own name, or by the name of a feature in an index.</summary>
    private IPropertySymbol? FeatureOf(IOperation effect)
    {
        var property = (IPropertyReferenceOperation)effect;
        string? name = property.Arguments.IsEmpty ? property.Property.Name
            : Calls.Bare(property.Arguments[0].Value) is IPropertyReferenceOperation { Property: { IsStatic: true, Type: var type, Name: var feature } } && type.Is(_feature) ? feature
            : null;
        return name is not null && VectorOf(property).RecordOf(_attribution) is INamedTypeSymbol record && _records.NamesOf(record) is not null
            ? record.AndBases().SelectMany(type => type.GetMembers(name)).OfType<IPropertySymbol>().FirstOrDefault()
            : null;
    }

    private string? UnitOf(IPropertySymbol property) => property.GetAttributes()
        .Concat(Records.StoredAsGiven.ParameterOf(property)?.GetAttributes() ?? Enumerable.Empty<AttributeData>())
        .FirstOrDefault(data => Symbols.Same(data.AttributeClass, _numeric))
        ?.NamedArguments.FirstOrDefault(argument => argument.Key == "Unit").Value.Value as string;
}
