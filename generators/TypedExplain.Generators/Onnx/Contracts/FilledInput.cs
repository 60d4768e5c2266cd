using TypedExplain.Generators.Onnx.Reading;

namespace TypedExplain.Generators.Onnx.Contracts;

/// <summary>An input of a model and the features that fill it.</summary>
/// <param name="Input">The input.</param>
/// <param name="Slots">The features, in the order of the schema.</param>
/// <param name="Media">The text or image that fills it, or null.</param>
internal sealed record FilledInput(OnnxValue Input, List<Slot> Slots, Model.MediaModel? Media)
{
    /// <summary>Whether nothing of the record fills it.</summary>
    public bool IsOpen => Slots.Count == 0 && Media is null;

    /// <summary>Whether the names of categories fill it.</summary>
    public bool TakesNames => Input.Element == OnnxElement.String;

    /// <summary>The property that all features are of; null where they are of several.</summary>
    public string? OnlyProperty => Slots.Count > 0 && Slots.TrueForAll(slot => slot.Property == Slots[0].Property) ? Slots[0].Property : null;
}
