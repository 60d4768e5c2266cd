namespace TypedExplain.Generators.Model;

/// <summary>A reason that a person may be told.</summary>
/// <param name="Code">The code.</param>
/// <param name="Text">The text, or its name in the resources.</param>
/// <param name="Resources">The class of the resources as code refers to it from anywhere; null where the text stands here.</param>
internal sealed record ReasonModel(string Code, string Text, string? Resources)
{
    /// <summary>The inner record that states it, as code refers to it; null where the record does itself.</summary>
    public string? Inner { get; init; }

    /// <summary>The code as the name of an enum's member.</summary>
    public string Member => Identifier.Of(Code);

    /// <summary>Whether another reason has the same text.</summary>
    public bool HasTextOf(ReasonModel other) => (Text, Resources) == (other.Text, other.Resources);
}
