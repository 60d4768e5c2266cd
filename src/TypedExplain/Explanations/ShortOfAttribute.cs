namespace TypedExplain.Explanations;

/// <summary>A case of a closed union that offers what a better case offers, and must not pass for it.</summary>
/// <param name="better">The better case.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class ShortOfAttribute(Type better) : Attribute
{
    /// <summary>The better case.</summary>
    public Type Better { get; } = better;
}
