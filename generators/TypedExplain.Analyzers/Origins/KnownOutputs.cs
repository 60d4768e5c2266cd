using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedExplain.Analyzers.Origins;

/// <summary>The outputs of a model, where its making tells them.</summary>
/// <param name="Names">Their names.</param>
/// <param name="Constants">The generated class with a constant for each, of a model in an ONNX file; else null.</param>
internal sealed record KnownOutputs(string[] Names, INamedTypeSymbol? Constants = null)
{
    /// <summary>The outputs of a model; null where they are not known.</summary>
    public static KnownOutputs? Of(IOperation model, Library library, CancellationToken cancellation)
    {
        if (Origin.Of(model, cancellation) is not IInvocationOperation made)
            return null;
        if (ClassOf(made, library, cancellation)?.GetTypeMembers("Outputs").FirstOrDefault() is { } outputs)
        {
            return new([.. outputs.GetMembers().OfType<IFieldSymbol>().Select(field => field.ConstantValue).OfType<string>()], outputs);
        }

        // Networks answer about two classes with one number.
        return made.TargetMethod is { Name: "Train" } train && library.Owns(train)
            && made.Arguments.FirstOrDefault(argument => argument.Parameter!.Name is "data" or "train") is { } data
            && LabelsOf(data.Value, library, cancellation) is { } labels
            && (train.ContainingType.Is(library.Type("RandomForest`1")) || labels.Length > 2)
                ? new(labels)
                : null;
    }

    /// <summary>The class marked with [OnnxModel] that a model is loaded by, or whose file is loaded; null where there is none.</summary>
    private static INamedTypeSymbol? ClassOf(IInvocationOperation load, Library library, CancellationToken cancellation)
    {
        if (load.TargetMethod is not { Name: "Load", IsStatic: true, ContainingType: var type })
            return null;

        // Options could choose another output.
        IOperation? file = load.Arguments.Count(argument => !argument.IsImplicit) == 1 ? load.Arguments[0].Value : null;
        INamedTypeSymbol? named = !library.Owns(type) ? type : file is null ? null : ModelFile.In(file, cancellation)?.Field.ContainingType;
        return named is not null && RecordOf(named, library) is not null ? named : null;
    }

    /// <summary>The record that a class marked with [OnnxModel] is a model of; null for any other type.</summary>
    public static ITypeSymbol? RecordOf(INamedTypeSymbol type, Library library) => library.Type("OnnxModelAttribute`1") is { } mark
        ? type.GetAttributes().Select(attribute => ((ITypeSymbol?)attribute.AttributeClass).RecordOf(mark)).FirstOrDefault(record => record is not null)
        : null;

    /// <summary>The classes that the rows of a data set have; null where they are not known.</summary>
    private static string[]? LabelsOf(IOperation data, Library library, CancellationToken cancellation) => Origin.Of(data, cancellation) switch
    {
        IInvocationOperation { TargetMethod: { Name: "WithLabels" } method } when library.Owns(method) => NamesOf(method.TypeArguments[0]),
        IInvocationOperation { TargetMethod: { Name: "Select" } method, Instance: { } rows } when library.Owns(method) => LabelsOf(rows, library, cancellation),
        IFieldReferenceOperation { Field.Name: "Train" or "Test", Instance: { } parts } => LabelsOfParts(parts, library, cancellation),
        ILocalReferenceOperation local when Divided(local) is { } parts => LabelsOfParts(parts, library, cancellation),
        _ => null,
    };

    private static string[]? LabelsOfParts(IOperation parts, Library library, CancellationToken cancellation) =>
        Origin.Of(parts, cancellation) is IInvocationOperation { TargetMethod: { Name: "Split" } method, Instance: { } whole } && library.Owns(method)
            ? LabelsOf(whole, library, cancellation)
            : null;

    /// <summary>What a local is a part of that is declared as one of several and never set again.</summary>
    private static IOperation? Divided(ILocalReferenceOperation local)
    {
        IOperation root = Calls.Root(local);
        return Locals.ReferencesTo(local.Local, root).Count(Locals.IsChanged) > 1 ? null : root.DescendantsAndSelf().OfType<IDeconstructionAssignmentOperation>()
            .FirstOrDefault(division => Locals.ReferencesTo(local.Local, division.Target).Any())?.Value;
    }

    private static string[]? NamesOf(ITypeSymbol labels) => labels.TypeKind == TypeKind.Enum
        ? [.. labels.GetMembers().OfType<IFieldSymbol>().Where(member => member.HasConstantValue).Select(member => member.Name)]
        : null;
}
