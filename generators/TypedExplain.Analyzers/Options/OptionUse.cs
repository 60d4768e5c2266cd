using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedExplain.Analyzers.Options;

/// <summary>An object that is made with options, and what is certain of it there.</summary>
internal sealed class OptionUse(IObjectCreationOperation creation, Library library)
{
    /// <summary>The record that the object is about; null where it is about none, or about any.</summary>
    public INamedTypeSymbol? Record => (creation.Type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault() as INamedTypeSymbol;

    /// <summary>Whether the record is known and none of its categories is the only one.</summary>
    public bool HasChoices => Record is { } record && new RecordShape(library).HasChoices(record);

    /// <summary>Whether nobody can make a copy with more options of it: it goes where its type is not known, or is used on the spot.</summary>
    public bool IsFinal => IsSpent(creation) || (LocalOf(Calls.User(creation)) is { } local
        && Locals.ReferencesTo(local, Calls.Root(creation)).All(IsSpent));

    /// <summary>How an option is set; null where it is not.</summary>
    public OptionSetting? Setting(string option) => creation.Initializer!.Initializers.OfType<ISimpleAssignmentOperation>()
        .Where(setting => setting.Target is IPropertyReferenceOperation { Property.Name: var name } && name == option)
        .Select(setting => new OptionSetting(setting))
        .FirstOrDefault();

    /// <summary>Whether an option is not set, or set to nothing.</summary>
    public bool Lacks(string option) => Setting(option) is null or { IsDefault: true };

    /// <summary>Whether an option is set to something that cannot be null.</summary>
    public bool IsPresent(string option) => Setting(option) is { IsDefault: false, Value.Type: { NullableAnnotation: not NullableAnnotation.Annotated, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } };

    /// <summary>Whether an option is set to what a method gives; a property may be the one that means nothing.</summary>
    public bool IsCalled(string option) => Setting(option)?.Value is IInvocationOperation;

    /// <summary>Whether an option is set to a neighborhood that needs no kernel.</summary>
    public bool WeighsItself(string option) => Setting(option)?.Value.Type is { } type
        && library.Type("IWeightedNeighborhood`1") is { } weighted && type.AllInterfaces.Append(type).Any(part => part.Is(weighted));

    /// <summary>Whether both options are set, and the first one first.</summary>
    public bool IsSetBefore(string first, string second) => Setting(first) is { } one && Setting(second) is { } other
        && one.Syntax.SpanStart < other.Syntax.SpanStart;

    /// <summary>The whole number that an option is; −1 where it is not known.</summary>
    public int Whole(string option, int otherwise) => Setting(option) is not { } setting ? otherwise : setting.Value.ConstantValue is { HasValue: true, Value: int number } ? number : -1;

    /// <summary>Whether the record is known and has so many features, or fewer.</summary>
    public bool HasAtMost(int features) => Record is { } record && new FeatureCount(library).Of(record) <= features;

    /// <summary>Whether the object is an argument of a method of the package; also of one with a certain parameter.</summary>
    public bool IsPassedTo(string type, string method, string? parameter = null) =>
        Calls.User(creation) is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var called } }
        && called.Name == method
        && Symbols.Same(called.ContainingType, library.Type(type))
        && (parameter is null || called.Parameters.Any(candidate => candidate.Name == parameter));

    private static ILocalSymbol? LocalOf(IOperation? user) =>
        user is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } ? declarator.Symbol : null;

    private static bool IsSpent(IOperation value) => value.Parent switch
    {
        IConversionOperation conversion => conversion.Type is { TypeKind: TypeKind.Interface },
        IInvocationOperation call => call.Instance == value,
        IPropertyReferenceOperation property => property.Instance == value,
        _ => false,
    };
}
