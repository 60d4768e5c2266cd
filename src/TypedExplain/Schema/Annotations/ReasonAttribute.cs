namespace TypedExplain;

/// <summary>
/// What a person is told where this feature was a principal reason for a decision against them. Several features may share a code,
/// and then count together; a feature may have several, for the values that <see cref="When"/> or <see cref="For"/> name. On a
/// record of which one feature has a reason, every feature needs reasons for all its values, or <see cref="NoReasonAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class ReasonAttribute : Attribute
{
    /// <summary>A reason with its text.</summary>
    /// <param name="code">The code, such as "R07"; with the same code goes the same text everywhere.</param>
    /// <param name="text">What the person is told.</param>
    public ReasonAttribute(string code, string text) => (Code, Text) = (code, text);

    /// <summary>A reason whose texts stand in resource files, one per language.</summary>
    /// <param name="code">The code.</param>
    /// <param name="resources">The class that the resource files gave; it has a static <c>ResourceManager</c>.</param>
    /// <param name="name">The name of the text in the files: <c>nameof(Reasons.IncomeTooLow)</c>.</param>
    public ReasonAttribute(string code, Type resources, string name) => (Code, Resources, Name) = (code, resources, name);

    /// <summary>By which reasons are counted and told apart; the same for features that are one reason.</summary>
    public string Code { get; }

    /// <summary>The text; null where it stands in resource files.</summary>
    public string? Text { get; }

    /// <summary>The class of the resource files, or null.</summary>
    public Type? Resources { get; }

    /// <summary>The name of the text in them, or null.</summary>
    public string? Name { get; }

    /// <summary>For which values it holds.</summary>
    public Adverse When { get; init; }

    /// <summary>The categories or ranks for which it holds, by name: <c>[nameof(Housing.Rent)]</c>. All others are not meant.</summary>
    public string[] For { get; init; } = [];
}
