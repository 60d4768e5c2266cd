using TypedExplain.Generators.Emitting;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Onnx.Reading;

namespace TypedExplain.Generators.Onnx.Contracts;

/// <summary>The parameters that a record of a model would have, for the fix that writes them.</summary>
internal static class RecordFromModel
{
    /// <summary>Under what the fix finds them in a diagnostic.</summary>
    public const string Key = "Parameters";

    /// <summary>
    /// One line per parameter, in the order of the model: the name of a property that stays as it is written, or the
    /// declaration of a new one after a "+". Empty where the model does not name its inputs.
    /// </summary>
    /// <param name="record">The record as it is.</param>
    /// <param name="filling">Which features fill which input.</param>
    /// <param name="unused">The properties that the model does not look at.</param>
    /// <param name="wrong">The properties whose type does not fit.</param>
    public static string Of(RecordModel record, InputFilling filling, IReadOnlyList<string> unused, HashSet<string> wrong)
    {
        if (filling.IsByPosition)
            return "";
        List<string> lines = [];
        List<Slot> filled = [.. filling.Inputs.SelectMany(input => input.Slots)];
        foreach (FilledInput input in filling.Inputs)
        {
            string[] own = [.. input.Slots.Select(slot => slot.Property).Concat(input.Media is null ? [] : [input.Media.Name]).Distinct()];
            if (own.Length == 0)
                lines.Add("+" + Declare(input.Input, PropertyName.From(input.Input.Name), isNullable: false));
            else if (own.Length == 1 && wrong.Contains(own[0]) && IsWhole(input, filling))
                lines.Add("+" + Declare(input.Input, own[0], StaysNullable(input, filled)));
            else
                lines.AddRange(own);
        }

        // What the model does not look at, and what is not a feature, stays as it is.
        lines.AddRange(record.Features.Select(feature => feature.Name).Where(unused.Contains));
        lines.AddRange(record.Ignored.Select(ignored => ignored.Name));
        return string.Join("\n", lines.Distinct());
    }

    /// <summary>Whether an input takes all the values of a property, so that its type is the property's.</summary>
    private static bool IsWhole(FilledInput input, InputFilling filling) =>
        !(input.Slots.Count > 0 && input.Slots.TrueForAll(slot => slot.IsFlag))
        && !filling.Inputs.Exists(other => other != input && other.Slots.Exists(slot => slot.Property == input.OnlyProperty && !slot.IsFlag));

    /// <summary>Whether a property may lack its value as before: its input can say so, or another one does.</summary>
    private static bool StaysNullable(FilledInput input, List<Slot> filled) => input.Slots.Exists(slot => slot.Feature.IsNullable)
        && (input.Input.Element is OnnxElement.Float or OnnxElement.Double or OnnxElement.String || filled.Exists(slot => slot.IsFlag && slot.Property == input.OnlyProperty));

    private static string Declare(OnnxValue input, string name, bool isNullable)
    {
        string type = input.Element switch
        {
            OnnxElement.Double => "double",
            OnnxElement.Int64 => "long",
            OnnxElement.Int32 => "int",
            OnnxElement.Bool => "bool",
            OnnxElement.String => input.Names.Count > 1 ? $"[Categories({string.Join(", ", input.Names.Select(Literal.Text))})] string" : "[Text] string",
            _ => "float",
        };
        return input.Width is > 1 and { } width && input.Element is not (OnnxElement.String or OnnxElement.Bool)
            ? FormattableString.Invariant($"[ArrayLength({width})] {type}[] {Identifier.Escape(name)}")
            : $"{type}{(isNullable ? "?" : "")} {Identifier.Escape(name)}";
    }
}
