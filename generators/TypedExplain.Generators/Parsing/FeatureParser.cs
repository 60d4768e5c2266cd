using Microsoft.CodeAnalysis;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Parsing;

/// <summary>Turns the properties of one record into features.</summary>
internal sealed class FeatureParser(Compilation compilation, IReadOnlyList<INamedTypeSymbol> path, Findings findings, CancellationToken cancellation)
{
    private readonly VectorMembers _members = VectorMembers.Of(compilation);
    private readonly DocComments _comments = new();

    /// <summary>The feature, or null where its type cannot be one.</summary>
    public FeatureModel? Parse(StoredProperty stored)
    {
        IPropertySymbol property = stored.Property;
        if (_members.OwnerOf(property.Name) is { } owner)
            findings.Add(DiagnosticDescriptors.HiddenName, stored.NameLocation, property.Name, owner);

        if (TypeOf(property.Type) is not { } type)
        {
            if (property.Type.TypeKind != TypeKind.Error)
                Report(DiagnosticDescriptors.UnsupportedType);
            return null;
        }

        InnerModel? inner = null;
        if (type == FeatureType.Record)
        {
            bool isRecursive = false;
            if (SymbolEqualityComparer.Default.Equals(property.Type.ContainingAssembly, compilation.Assembly))
                inner = RecordParser.ParseInner((INamedTypeSymbol)property.Type, path, compilation, out isRecursive, cancellation);
            else
                Report(DiagnosticDescriptors.ForeignRecord);
            if (isRecursive)
                Report(DiagnosticDescriptors.Recursive);
            if (inner is null)
                return null;
        }

        EnumModel? categories = type == FeatureType.Enum ? ParseEnum((INamedTypeSymbol)property.Type) : null;
        Annotations annotations = new(stored, type, findings, cancellation);
        if (annotations.IsOrdinal)
            type = FeatureType.OrdinalEnum;
        return new FeatureModel(property.Name, type, stored.Parameter?.Name, stored.IsInitialized)
        {
            Range = annotations.Range,
            Limits = annotations.Limits,
            Unit = annotations.Unit,
            Constraint = annotations.Constraint,
            Enum = categories,
            Inner = inner,
            TimeUnit = annotations.TimeUnit,
            Texts = annotations.Texts,
            Step = annotations.Step,
            Cost = annotations.Cost,
            IsProtected = annotations.IsProtected,
            DisplayName = annotations.DisplayName,
            Description = _comments.Of(stored, cancellation),
        };

        EnumModel ParseEnum(INamedTypeSymbol symbol)
        {
            EnumModel model = EnumParser.Parse(symbol);
            if (EnumParser.HasFlags(symbol))
                Report(DiagnosticDescriptors.FlagsEnum);
            else if (model.Categories.Count == 0)
                Report(DiagnosticDescriptors.EmptyEnum);
            return model;
        }

        void Report(DiagnosticDescriptor descriptor) => findings.Add(
            descriptor,
            stored.TypeLocation(cancellation),
            property.Name,
            property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
    }

    private static FeatureType? TypeOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Double => FeatureType.Double,
        SpecialType.System_Single => FeatureType.Single,
        SpecialType.System_Decimal => FeatureType.Decimal,
        SpecialType.System_SByte => FeatureType.SByte,
        SpecialType.System_Byte => FeatureType.Byte,
        SpecialType.System_Int16 => FeatureType.Int16,
        SpecialType.System_UInt16 => FeatureType.UInt16,
        SpecialType.System_Int32 => FeatureType.Int32,
        SpecialType.System_UInt32 => FeatureType.UInt32,
        SpecialType.System_Int64 => FeatureType.Int64,
        SpecialType.System_UInt64 => FeatureType.UInt64,
        SpecialType.System_Boolean => FeatureType.Boolean,
        SpecialType.System_String => FeatureType.Text,
        SpecialType.System_DateTime => FeatureType.DateTime,
        _ when type.TypeKind == TypeKind.Enum => FeatureType.Enum,
        _ when type is INamedTypeSymbol && type.GetAttributes().Any(attribute => attribute.IsOurs("FeatureRecord")) => FeatureType.Record,
        _ => type.ToDisplayString() switch
        {
            "System.Half" => FeatureType.Half,
            "System.DateOnly" => FeatureType.DateOnly,
            "System.DateTimeOffset" => FeatureType.DateTimeOffset,
            "System.TimeSpan" => FeatureType.TimeSpan,
            _ => null,
        },
    };
}
