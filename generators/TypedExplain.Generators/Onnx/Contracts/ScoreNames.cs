using TypedExplain.Errors;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Onnx.Reading;

namespace TypedExplain.Generators.Onnx.Contracts;

/// <summary>The names of a model's scores, or why they are not known.</summary>
/// <param name="Output">The output that holds them; null where there is no such output.</param>
/// <param name="Names">The names, in their order.</param>
/// <param name="Fault">What is wrong with the output that the class names, or null.</param>
internal sealed record ScoreNames(OnnxValue? Output, EquatableArray<string> Names, string? Fault)
{
    /// <summary>Chooses by the rules of the runtime.</summary>
    public static ScoreNames Of(ModelClass type, OnnxSignature model)
    {
        string all = NameList.Names(model.Outputs.Select(output => $"'{output.Name}'"));
        OnnxValue[] scores = [.. model.Outputs.Where(output => output.IsMap || output.Element.IsReal())];
        OnnxValue[] probable = [.. scores.Where(output => output.Name.IndexOf("prob", StringComparison.OrdinalIgnoreCase) >= 0)];
        OnnxValue? chosen = type.Output is { } named ? model.Outputs.FirstOrDefault(output => output.Name == named)
            : scores.Length > 1 && probable.Length == 1 ? probable[0]
            : scores.Length == 1 ? scores[0]
            : null;
        if (chosen is null)
        {
            return new(null, default, type.Output is { } missing
                ? $"has no output '{missing}'; name one of {all}"
                : $"has {(scores.Length == 0 ? "no output" : "several outputs")} with scores; state Output = \"...\", one of {all}");
        }

        if (chosen.Width > OnnxLimits.MostNames)
            return new(null, default, FormattableString.Invariant($"has output '{chosen.Name}' with {chosen.Width} scores, more than the {OnnxLimits.MostNames} that get names; state another Output"));
        return Named(type, chosen, chosen.Dimensions.Count == 1 ? 1 : chosen.IsMap ? null : chosen.Width);
    }

    /// <param name="type">The class.</param>
    /// <param name="output">The output.</param>
    /// <param name="width">How many scores it holds, or null where the model does not tell.</param>
    private static ScoreNames Named(ModelClass type, OnnxValue output, int? width)
    {
        if (type.Classes.Count > 0)
        {
            int stated = type.Classes.Distinct().Count();
            int? needed = width ?? (output.Names.Count > 0 ? output.Names.Count : null);
            return stated == type.Classes.Count && (needed is null || needed == stated)
                ? new(output, type.Classes, null)
                : new(output, default, FormattableString.Invariant($"has output '{output.Name}' with {needed ?? type.Classes.Count} scores, and Classes names {stated} different ones; name each score once"));
        }

        if (output.Names.Count > 0 && (width is null || width == output.Names.Count))
            return new(output, output.Names, null);
        return width switch
        {
            null => new(output, default, $"does not tell how many scores output '{output.Name}' holds; state Classes = [\"...\"]"),
            1 => new(output, new([output.Name]), null),
            _ => new(output, Enumerable.Range(0, width.Value).Select(i => FormattableString.Invariant($"{output.Name}[{i}]")).ToEquatableArray(), null),
        };
    }
}
