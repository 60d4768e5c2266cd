using TypedExplain.Generators.Model;
using TypedExplain.Generators.Onnx.Reading;
using TypedExplain.Schema.Values;

namespace TypedExplain.Generators.Onnx.Contracts;

/// <summary>Finds out which features fill which input, by the rules of the runtime.</summary>
internal sealed class InputFilling
{
    private InputFilling(List<FilledInput> inputs, List<Slot> left, List<string> leftMedia, bool isByPosition)
    {
        (Inputs, Left, LeftMedia, IsByPosition) = (inputs, left, leftMedia, isByPosition);
    }

    /// <summary>The inputs, in the order of the model.</summary>
    public List<FilledInput> Inputs { get; }

    /// <summary>The features without an input.</summary>
    public List<Slot> Left { get; }

    /// <summary>The texts and images without an input.</summary>
    public List<string> LeftMedia { get; }

    /// <summary>Whether the model has one input that is named like no feature, so that all features fill it in their order.</summary>
    public bool IsByPosition { get; }

    /// <param name="record">The record.</param>
    /// <param name="all">Its features.</param>
    /// <param name="unused">The properties that the model does not look at.</param>
    /// <param name="model">The model.</param>
    public static InputFilling Of(RecordModel record, List<Slot> all, IReadOnlyList<string> unused, OnnxSignature model)
    {
        List<Slot> slots = [.. all.Where(slot => !unused.Contains(slot.Property))];
        List<FilledInput> inputs = [.. model.Inputs.Select(input => new FilledInput(input, [], MediaOf(record, input, model)))];
        ILookup<string, FilledInput> byName = inputs.ToLookup(input => NameKey.Of(input.Input.Name));
        List<Slot> left = [];
        foreach (Slot slot in slots)
        {
            FilledInput? input = Find(slot.Name) ?? Find(slot.Root);
            if (input is null)
                left.Add(slot);
            else
                input.Slots.Add(slot);
        }

        bool isByPosition = inputs.Count == 1 && inputs[0].IsOpen && slots.Count > 0;
        if (isByPosition)
        {
            // What is missing is told by NaN, where the matrix has no room for flags.
            List<Slot> values = slots.FindAll(slot => !slot.IsFlag);
            bool isNarrow = inputs[0].Input.Dimensions.Count == 1 || inputs[0].Input.Width == values.Sum(slot => slot.Columns);
            inputs[0].Slots.AddRange(isNarrow ? values : slots);
            left.Clear();
        }

        left.RemoveAll(slot => slot.IsFlag);
        HashSet<string?> filled = new(inputs.Select(input => input.Media?.Name));
        List<string> leftMedia = [.. record.Media.Select(media => media.Name).Where(name => !filled.Contains(name))];
        return new(inputs, left, leftMedia, isByPosition);

        FilledInput? Find(string name) => byName[NameKey.Of(name)].FirstOrDefault();
    }

    private static MediaModel? MediaOf(RecordModel record, OnnxValue input, OnnxSignature model) =>
        record.Media.FirstOrDefault(media => NameKey.Of(media.Name) == NameKey.Of(input.Name))
            ?? (record.Features.Count == 0 && record.Media.Count == 1 && model.Inputs.Count == 1 ? record.Media[0] : null);
}
