using System.ComponentModel;
using System.Globalization;

namespace TypedExplain;

// For generated code: the features that one property gives, where it gives more than one.
public sealed partial class Feature<T>
{
    /// <summary>For generated code: the features of a record inside this one, as features of this one.</summary>
    /// <typeparam name="TInner">The inner record.</typeparam>
    /// <param name="name">The property that holds it; it stands before each name, with a dot.</param>
    /// <param name="index">Position of its first feature.</param>
    /// <param name="column">Its first column.</param>
    /// <param name="isProtected">Whether the property, and so every feature inside, is protected.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static IEnumerable<Feature<T>> Inside<TInner>(string name, int index, int column, bool isProtected = false)
        where TInner : IFeatureRecord<TInner> => TInner.Schema.Features.Select(inner => Copy(inner, $"{name}.{inner.Name}", index + inner.Index, column + inner.Column, inner._displayName, isProtected));

    /// <summary>For generated code: the features of an array, one per number.</summary>
    /// <param name="first">The first of them, under the name of the property.</param>
    /// <param name="length">How many there are.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static IEnumerable<Feature<T>> Elements(Feature<T> first, int length) => Enumerable.Range(0, length).Select(i =>
        Copy(first, string.Create(CultureInfo.InvariantCulture, $"{first.Name}[{i}]"), first.Index + i, first.Column + i, first._displayName is { } shown ? string.Create(CultureInfo.InvariantCulture, $"{shown}[{i}]") : null));

    private static Feature<T> Copy<TOther>(Feature<TOther> other, string name, int index, int column, string? displayName, bool isProtected = false)
        where TOther : IFeatureRecord<TOther> => new()
        {
            Name = name,
            Kind = other.Kind,
            Index = index,
            Column = column,
            Range = other.Range,
            Limits = other.Limits,
            Unit = other.Unit,
            DateUnit = other.DateUnit,
            DurationUnit = other.DurationUnit,
            Precision = other.Precision,
            Scale = other.Scale,
            LogOffset = other.LogOffset,
            Categories = other.Categories,
            CategoryDisplayNames = other.CategoryDisplayNames,
            EnumValues = other.EnumValues,
            Encoding = other.Encoding,
            Codes = other.Codes,
            Covers = other.Covers,
            _draw = other._draw,
            DrawScale = other.DrawScale,
            Constraints = other.Constraints,
            Step = other.Step,
            MostSteps = other.MostSteps,
            Cost = other.Cost,
            MovesWith = [.. other.MovesWith.Select(link => link with { Source = link.Source + index - other.Index })],
            Within = other.Within + index - other.Index,
            Reasons = other.Reasons,
            NoReason = other.NoReason,
            IsProtected = isProtected || other.IsProtected,
            _displayName = displayName,
            Description = other.Description,
        };
}
