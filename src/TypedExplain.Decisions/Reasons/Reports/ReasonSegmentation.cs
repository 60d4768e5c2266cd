using TypedExplain.Errors;

namespace TypedExplain.Decisions;

/// <summary>What people are divided by in a <see cref="ReasonReport{T}"/>; made by <see cref="ReasonSegments"/>.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class ReasonSegmentation<T>
    where T : IFeatureRecord<T>
{
    internal ReasonSegmentation(string name, Feature<T>? feature, Func<T, string>? label) => (Name, Feature, Label) = (VisibleText.Name(name), feature, label);

    /// <summary>What a reader calls it.</summary>
    public string Name { get; }

    /// <summary>The feature; null where a function divides.</summary>
    public Feature<T>? Feature { get; }

    /// <summary>Whether it is a protected feature, whose segments are left out of a text that withholds those.</summary>
    public bool IsProtected => Feature?.IsProtected ?? false;

    internal Func<T, string>? Label { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name + (IsProtected ? " (protected)" : "");
}
