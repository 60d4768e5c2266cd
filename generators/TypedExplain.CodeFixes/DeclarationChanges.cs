using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>What of a property or a positional parameter changes so that it is what a model takes. All else stays, comments too.</summary>
internal static class DeclarationChanges
{
    // Annotations of one kind of value, which another kind cannot have.
    private static readonly string[] s_ofNumbers = ["Numeric", "Step", "Cyclic", "LogScale", "MeasuredIn"];
    private static readonly string[] s_ofNames = ["Categories", "Categorical", "Ordinal", "EncodedAs", "Text"];

    public static IEnumerable<TextChange> Of(SyntaxNode own, ParameterSyntax wanted, DocumentPlaces places)
    {
        TypeSyntax type = own is ParameterSyntax parameter ? parameter.Type! : ((PropertyDeclarationSyntax)own).Type;
        ITypeSymbol symbol = places.Model.GetTypeInfo(type, places.Cancellation).Type!;
        string wantedType = wanted.Type!.ToString();

        // The members of an enum are the user's own: other code names them.
        if (Bare(symbol).TypeKind == TypeKind.Enum)
            yield break;

        foreach (AttributeSyntax annotation in wanted.AttributeLists.SelectMany(list => list.Attributes))
        {
            if (Annotation.Find(own, annotation.Name.ToString()) is { } known)
            {
                if (Arguments(known, annotation) is { } change)
                    yield return change;
            }
            else
            {
                yield return Annotation.Add(own, $"[{annotation}]", places);
            }
        }

        if (symbol.ToMinimalDisplayString(places.Model, NullableFlowState.None, type.SpanStart) == wantedType)
            yield break;
        yield return new(type.Span, wantedType);
        foreach (TextChange change in Unfit(own, wanted, places).Concat(Default(own, wantedType, places)))
            yield return change;
    }

    /// <summary>Other values for those that an annotation has; what it states by name stays.</summary>
    private static TextChange? Arguments(AttributeSyntax known, AttributeSyntax wanted)
    {
        AttributeArgumentSyntax[] own = [.. known.ArgumentList?.Arguments.Where(argument => argument.NameEquals is null) ?? []];
        string values = string.Join(", ", wanted.ArgumentList?.Arguments.Select(argument => argument.ToString()) ?? []);
        if (own.Length == 0 || values.Length == 0 || string.Join(", ", own.Select(argument => argument.ToString())) == values)
            return null;
        return new(TextSpan.FromBounds(own[0].SpanStart, own[own.Length - 1].Span.End), values);
    }

    /// <summary>Without the annotations that cannot be on what the property is now.</summary>
    private static IEnumerable<TextChange> Unfit(SyntaxNode own, ParameterSyntax wanted, DocumentPlaces places)
    {
        HashSet<string> kept = [.. wanted.AttributeLists.SelectMany(list => list.Attributes).Select(annotation => annotation.Name.ToString())];
        string type = wanted.Type!.ToString().TrimEnd('?');
        IEnumerable<string> unfit = (type is "string" ? s_ofNumbers : type is "bool" ? s_ofNumbers.Concat(s_ofNames) : s_ofNames)
            .Concat(wanted.Type is ArrayTypeSyntax ? [] : ["Length"]);
        AttributeSyntax[] removed = [.. unfit.Where(name => !kept.Contains(name)).Select(name => Annotation.Find(own, name)).OfType<AttributeSyntax>()];
        return removed.GroupBy(annotation => (AttributeListSyntax)annotation.Parent!)
            .SelectMany(group => AttributeRemoval.Spans(group.Key, [.. group], places.Text))
            .Select(span => new TextChange(span, ""));
    }

    /// <summary>A default value as one of the new type: a whole number without a fraction, and no null where there is none.</summary>
    private static IEnumerable<TextChange> Default(SyntaxNode own, string type, DocumentPlaces places)
    {
        EqualsValueClauseSyntax? clause = own is ParameterSyntax parameter ? parameter.Default : ((PropertyDeclarationSyntax)own).Initializer;
        if (clause is null || !places.Model.GetConstantValue(clause.Value, places.Cancellation).HasValue)
            yield break;
        object? value = places.Model.GetConstantValue(clause.Value, places.Cancellation).Value;
        if (value is null && !type.EndsWith("?", StringComparison.Ordinal) && type != "string")
            yield return new(clause.Value.Span, "default");
        else if (type.TrimEnd('?') is "long" or "int" && value is double or float or decimal && Whole(value) is { } whole)
            yield return new(clause.Value.Span, whole);
    }

    private static string? Whole(object value)
    {
        double number = Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);
        return Math.Abs(number) < 1e15 && number == Math.Floor(number) ? ((long)number).ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    private static ITypeSymbol Bare(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
}
