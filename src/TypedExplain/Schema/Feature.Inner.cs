using System.ComponentModel;

namespace TypedExplain;

public sealed partial class Feature<T>
{
    /// <summary>For generated code: the features of a record inside this one, as features of this one.</summary>
    /// <typeparam name="TInner">The inner record.</typeparam>
    /// <param name="name">The property that holds it; it stands before each name, with a dot.</param>
    /// <param name="index">Position of its first feature.</param>
    /// <param name="column">Its first column.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static IEnumerable<Feature<T>> Inside<TInner>(string name, int index, int column)
        where TInner : IFeatureRecord<TInner> => TInner.Schema.Features.Select(inner => new Feature<T>
        {
            Name = $"{name}.{inner.Name}",
            Kind = inner.Kind,
            Index = index + inner.Index,
            Column = column + inner.Column,
            Range = inner.Range,
            Limits = inner.Limits,
            Unit = inner.Unit,
            DateUnit = inner.DateUnit,
            Categories = inner.Categories,
            Constraints = inner.Constraints,
            Step = inner.Step,
            Cost = inner.Cost,
            IsProtected = inner.IsProtected,
            DisplayName = inner.DisplayName == inner.Name ? $"{name}.{inner.Name}" : inner.DisplayName,
            Description = inner.Description,
        });
}
