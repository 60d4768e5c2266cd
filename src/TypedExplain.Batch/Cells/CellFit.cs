using TypedExplain.Data.CsvFiles;
using TypedExplain.Schema.Values;

namespace TypedExplain.Batch.Cells;

/// <summary>Which kinds of cells fit what.</summary>
internal static class CellFit
{
    /// <summary>Null where a feature can be read from cells of a kind, or what it takes.</summary>
    public static string? Wanted<T>(Feature<T> feature, CellKind kind)
        where T : IFeatureRecord<T> => feature switch
        {
            _ when kind == CellKind.Empty => null,
            { Kind: FeatureKind.Flag } => kind is CellKind.Flag or CellKind.Whole or CellKind.Number or CellKind.Single or CellKind.Digits ? null : "true or false, or the numbers 1 and 0",
            { Categories.IsEmpty: false } => kind == CellKind.Text || (HasNumbers(feature) && IsNumber(kind)) ? null : "texts" + (HasNumbers(feature) ? ", or the numbers of the enum" : ""),
            { DateUnit: not null } => kind is CellKind.Date or CellKind.Time or CellKind.Text ? null : "dates, or texts such as 2024-05-31",
            { DurationUnit: not null } => kind == CellKind.Duration || IsNumber(kind) ? null : "durations, or numbers of its unit",
            _ => IsNumber(kind) ? null : "numbers",
        };

    /// <summary>Null where a key can be read from cells of a kind, or what it takes.</summary>
    public static string? Wanted(KeyForm form, CellKind kind) => form switch
    {
        _ when kind == CellKind.Empty => null,
        KeyForm.Whole => kind is CellKind.Whole or CellKind.Digits or CellKind.Text ? null : "whole numbers",
        KeyForm.Identifier => kind is CellKind.Identifier or CellKind.Text ? null : "unique identifiers, or their texts",
        KeyForm.Date => kind is CellKind.Date or CellKind.Text ? null : "dates without a time, or texts such as 2024-05-31",
        _ => kind is CellKind.Text or CellKind.Whole or CellKind.Identifier or CellKind.Date or CellKind.Digits ? null : "texts, whole numbers, identifiers or dates",
    };

    /// <summary>Whether numbers stand for names: those of an enum, or names that are numbers.</summary>
    private static bool HasNumbers<T>(Feature<T> feature)
        where T : IFeatureRecord<T> => !feature.EnumValues.IsEmpty || feature.Categories.Concat(feature.CategoryDisplayNames).Any(name => CsvNumber.TryWhole(name, out _));

    private static bool IsNumber(CellKind kind) => kind is CellKind.Number or CellKind.Single or CellKind.Whole or CellKind.Digits;
}
