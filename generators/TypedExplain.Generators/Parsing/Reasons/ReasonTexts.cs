using Microsoft.CodeAnalysis;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Parsing.Annotations;

namespace TypedExplain.Generators.Parsing.Reasons;

/// <summary>The code and the text of a reason.</summary>
internal static class ReasonTexts
{
    private const string Manager = "ResourceManager";

    /// <summary>The reason; null where it has no code.</summary>
    public static ReasonModel? Read(AnnotationReader reader, AttributeData annotation, Compilation compilation, INamedTypeSymbol record)
    {
        string code = Text(annotation.ConstructorArguments[0]);
        if (string.IsNullOrWhiteSpace(code))
        {
            reader.Report(DiagnosticDescriptors.BlankReason, annotation, "code of a reason", "one, such as \"R07\"");
            return null;
        }

        string text = Text(annotation.ConstructorArguments[annotation.ConstructorArguments.Length - 1]);
        if (annotation.ConstructorArguments.Length == 3)
            return new(code, text, Resources(reader, annotation, code, text, compilation, record));
        if (string.IsNullOrWhiteSpace(text))
            reader.Report(DiagnosticDescriptors.BlankReason, annotation, $"text of the reason '{code}'", "what a person is told");
        else if (ReasonWords.SayNothing(text))
            reader.Report(DiagnosticDescriptors.InsufficientReason, annotation, code, text);
        else if (ReasonWords.Vague(text) is { } vague)
            reader.Report(DiagnosticDescriptors.VagueReason, annotation, code, text, vague);
        return new(code, text, Resources: null);
    }

    private static string Text(TypedConstant constant) => constant is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : "";

    /// <summary>The class of the resources as code refers to it; null where it is reported.</summary>
    private static string? Resources(AnnotationReader reader, AttributeData annotation, string code, string name, Compilation compilation, INamedTypeSymbol record)
    {
        // A type that does not exist is the compiler's to report.
        if (annotation.ConstructorArguments[1] is not { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol { TypeKind: not TypeKind.Error } type })
            return null;
        string shown = type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        if (!Has(Manager, property => property.Type.ToDisplayString() == "System.Resources.ResourceManager"))
            reader.Report(DiagnosticDescriptors.BadResources, annotation, code, shown, Manager, "state the class that a .resx file gives");
        else if (!Has(name, property => property.Type.SpecialType == SpecialType.System_String))
            reader.Report(DiagnosticDescriptors.BadResources, annotation, code, shown, name, $"add the text to the .resx file of '{shown}', or name another one with nameof");
        else
            return type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return null;

        bool Has(string member, Func<IPropertySymbol, bool> isRight) =>
            !type.IsUnboundGenericType && type.GetMembers(member).OfType<IPropertySymbol>().Any(property => property is { IsStatic: true, GetMethod: not null } && isRight(property) && compilation.IsSymbolAccessibleWithin(property, record));
    }
}
