using System.ComponentModel;

namespace TypedExplain.Media;

/// <summary>
/// A text or an image of a record. It fills no column of encoded rows: what is attributed are its words, or its segments or
/// pixels, which each instance has its own of.
/// </summary>
/// <typeparam name="T">The record that has it.</typeparam>
public sealed class MediaFeature<T>
    where T : IFeatureRecord<T>
{
    private string? _displayName;

    /// <summary>For generated code: a feature is made by its schema only.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public MediaFeature()
    {
    }

    /// <summary>The name of the property.</summary>
    public required string Name { get; init; }

    /// <summary>Position among the texts and images of the record, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The shape of an image; null for a text.</summary>
    public ImageShape? Shape { get; init; }

    /// <summary>Whether it is a text; if not, it is an image.</summary>
    public bool IsText => Shape is null;

    /// <summary>What a reader calls it; its name where nothing else was stated.</summary>
    public string DisplayName
    {
        get => _displayName ?? Name;
        init => _displayName = value;
    }

    /// <summary>Whether it is shown as protected only; it may still be part of a model's input and of measurements.</summary>
    public bool IsProtected { get; init; }

    /// <summary>What it means, in the words of its documentation comment, or null.</summary>
    public string? Description { get; init; }

    /// <summary>What it may hold, in words.</summary>
    internal string Allowed => Shape is { } shape ? $"an image of {shape}, so {shape.Length} finite numbers" : "a text, which may be empty";

    /// <summary>The name of the property.</summary>
    public override string ToString() => Name;
}
