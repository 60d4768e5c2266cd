namespace TypedExplain;

/// <summary>
/// Leaves a property or a field out of the schema: an identifier, a name, a note, a counter. A neighbor has the member's
/// value of its instance, and a record made from a row alone its default. Effects cannot tell what a model makes of it; where
/// its answer rests on it, the explanation has the caveat <c>RowLoss</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Field)]
public sealed class NotAFeatureAttribute : Attribute;
