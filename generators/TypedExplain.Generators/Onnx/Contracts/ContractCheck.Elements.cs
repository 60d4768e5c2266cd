using TypedExplain.Errors;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Onnx.Reading;

namespace TypedExplain.Generators.Onnx.Contracts;

internal sealed partial class ContractCheck
{
    private void CheckWidth(FilledInput input)
    {
        int width = input.TakesNames ? input.Slots.Count : input.Slots.Sum(slot => slot.Columns);
        if (input.Input.Width is not { } taken || taken == width)
            return;

        string feature = input.OnlyProperty is { } only ? $"Feature '{RecordName}.{only}'" : $"Record '{RecordName}'";
        string remedy = input.OnlyProperty is not null && taken == 1 && input.Slots[0].Feature is { IsCategory: true, Encoding: CategoryEncoding.OneHot } && input.Slots.Count == 1
            ? "give the property [Categorical(Encoding = CategoryEncoding.Code)], which fills one"
            : "add, remove or encode features until both agree: " + NameList.Names(input.Slots.Select(slot => FormattableString.Invariant($"{slot.Name} {(input.TakesNames ? 1 : slot.Columns)}")));
        _found.Add(new(
            OnnxDescriptors.WrongWidth,
            input.OnlyProperty is null ? MismatchPlace.Record : MismatchPlace.Property,
            input.OnlyProperty ?? "",
            new([feature, Count(width), File, input.Input.Name, FormattableString.Invariant($"{taken}"), remedy])));
    }

    private void CheckElements(FilledInput input, List<Slot> filled)
    {
        HashSet<string> told = [];
        foreach (Slot slot in input.Slots)
        {
            if (FaultOf(input.Input.Element, slot, filled) is { } fault && told.Add(slot.Property))
                At(fault.OfModel ? MismatchPlace.Property : MismatchPlace.Type, OnnxDescriptors.WrongElement, slot.Property, File, input.Input.Name, input.Input.Element.Words(), fault.Is, fault.Remedy);
        }
    }

    /// <summary>Why a feature cannot be such elements, and what to do; null where it can.</summary>
    private static (string Is, string Remedy, bool OfModel)? FaultOf(OnnxElement element, Slot slot, List<Slot> filled)
    {
        FeatureModel feature = slot.Feature;
        bool isName = !slot.IsFlag && (feature.IsCategory || feature.Type == FeatureType.OrdinalEnum);
        bool isFlag = slot.IsFlag || feature.Type == FeatureType.Boolean || (feature.IsCategory && feature.Encoding is CategoryEncoding.OneHot or CategoryEncoding.Binary);
        bool isWhole = isFlag || feature.Type.IsWhole() || (isName && feature.Encoding != CategoryEncoding.Given);
        bool isUnmarked = slot.MayBeMissing && !filled.Exists(other => other.IsFlag && other.Property == slot.Property);
        return element switch
        {
            OnnxElement.Float or OnnxElement.Double => null,
            OnnxElement.String => isName ? null : ("holds numbers", "make it an enum or a string with [Categories]", false),
            OnnxElement.Int64 or OnnxElement.Int32 when !isWhole => ("may have a fraction", "make it a whole number", false),
            OnnxElement.Bool when !isFlag => ("is neither true nor false", "make it a bool", false),
            OnnxElement.Int64 or OnnxElement.Int32 or OnnxElement.Bool => isUnmarked ? ("may be missing", "make it a property that is always there", false) : null,
            _ => ("is a number", "export the model with an input of float, double, int64, int32, bool or string", true),
        };
    }

    private void CheckMedia(FilledInput input, MediaModel media)
    {
        bool isText = media.Kind == MediaKind.Text;
        if (input.TakesNames != isText || (!isText && input.Input.Element != OnnxElement.Float))
        {
            At(OnnxDescriptors.WrongElement, media.Name, File, input.Input.Name, input.Input.Element.Words(), isText ? "is a text" : "is an image", $"export the model with an input of {(isText ? "string" : "float")}");
            return;
        }

        int numbers = isText ? 1 : media.Height * media.Width * media.Channels;
        if (input.Input.Width is { } taken && taken != numbers)
        {
            string shape = isText ? "1" : FormattableString.Invariant($"{media.Height} x {media.Width} x {media.Channels} numbers");
            _found.Add(new(
                OnnxDescriptors.WrongWidth,
                MismatchPlace.Property,
                media.Name,
                new([$"Feature '{RecordName}.{media.Name}'", shape, File, input.Input.Name, FormattableString.Invariant($"{taken}"), isText ? "export the model with one text per row" : "state the model's size in [Image]"])));
        }
    }

    /// <summary>Compares the categories of the one feature that fills an input with those that the model knows.</summary>
    private void CheckCategories(FilledInput input)
    {
        if (!input.TakesNames || input.Input.Names.Count == 0 || input.Slots.Count != 1)
            return;
        Slot slot = input.Slots[0];
        string[] unknown = [.. slot.Feature.Categories.Except(input.Input.Names)], lacking = [.. input.Input.Names.Except(slot.Feature.Categories)];
        if (slot.Feature.Categories.Count == 0)
            return;
        if (unknown.Length > 0)
            At(MismatchPlace.Categories, OnnxDescriptors.UnknownCategory, slot.Property, File, input.Input.Name, Quoted(unknown), Quoted(input.Input.Names));
        if (lacking.Length > 0)
            At(MismatchPlace.Categories, OnnxDescriptors.LackingCategory, slot.Property, File, input.Input.Name, Quoted(lacking));
    }
}
