using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedExplain.Analyzers.Origins;

/// <summary>An object with options whose making is known, copies with other options too.</summary>
internal sealed class Made
{
    private readonly IObjectOrCollectionInitializerOperation?[] _settings;

    private Made(INamedTypeSymbol type, params IObjectOrCollectionInitializerOperation?[] settings) => (Type, _settings) = (type, settings);

    public INamedTypeSymbol Type { get; }

    /// <summary>How a value was made; null where that cannot be told.</summary>
    public static Made? Of(IOperation? value, CancellationToken cancellation) => value is null ? null : Origin.Of(value, cancellation) switch
    {
        IObjectCreationOperation { Type: INamedTypeSymbol type } creation => new(type, creation.Initializer),
        IWithOperation copy when Of(copy.Operand, cancellation) is { } made => new(made.Type, [copy.Initializer, .. made._settings]),
        IInvocationOperation { TargetMethod.Name: "Labels", Instance: { } options } => Of(options, cancellation),
        _ => null,
    };

    /// <summary>What an option is set to; null where it is not.</summary>
    public IOperation? Setting(string option) => _settings
        .SelectMany(settings => settings?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
        .FirstOrDefault(setting => setting.Target is IPropertyReferenceOperation { Property.Name: var name } && name == option)?.Value;

    /// <summary>The number that an option is set to, or what it is by default; null where neither is known.</summary>
    public double? Number(string option, double? otherwise) => Setting(option) is { } value ? Constants.Number(value) : otherwise;
}
