using CreditService.Forms;

namespace CreditService.Pages;

/// <summary>One field of a form, made of what the schema says of a feature: a label, what is allowed, and what is wrong.</summary>
public static class FormField
{
    /// <summary>The field of a feature.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="value">What stands in it.</param>
    /// <param name="error">What is wrong; null where nothing is.</param>
    public static Html Of<T>(Feature<T> feature, string value, string? error)
        where T : IFeatureRecord<T> => $"""
        <div class="field{(error is null ? "" : " wrong")}">
        <label for="{feature.Name}">{feature.DisplayName}</label>
        <p class="hint" id="{feature.Name}-hint">{feature.Description}{Range(feature)}</p>
        {Message(feature, error)}{Control(feature, value, error is not null)}
        </div>

        """;

    /// <summary>What stands in all fields, to be sent with another form.</summary>
    public static Html Hidden<T>(FormValues<T> values)
        where T : IFeatureRecord<T> => Html.Join(FeatureSchema.Of<T>().Features.Select(feature => (Html)$"""<input type="hidden" name="{feature.Name}" value="{values[feature]}">"""));

    private static Html Message<T>(Feature<T> feature, string? error)
        where T : IFeatureRecord<T> => error is null ? Html.Nothing : $"""<p class="error" id="{feature.Name}-error"><strong>Error:</strong> {error}.</p>""";

    private static Html Control<T>(Feature<T> feature, string value, bool isWrong)
        where T : IFeatureRecord<T>
    {
        Html about = isWrong ? $"""aria-describedby="{feature.Name}-hint {feature.Name}-error" aria-invalid="true" """ : (Html)$"""aria-describedby="{feature.Name}-hint" """;
        if (feature.Kind is FeatureKind.Real or FeatureKind.Whole)
            return $"""<input type="text" inputmode="{(feature.Kind == FeatureKind.Whole ? "numeric" : "decimal")}" autocomplete="off" id="{feature.Name}" name="{feature.Name}" value="{value}" {about}>""";
        IEnumerable<(string Value, string Text)> options = feature.Kind == FeatureKind.Flag ? [("true", "Yes"), ("false", "No")] : feature.Categories.Zip(feature.CategoryDisplayNames);
        return $"""
            <select id="{feature.Name}" name="{feature.Name}" {about}><option value="">Choose</option>{options.Select(option => Option(option.Value, option.Text, value))}</select>
            """;
    }

    private static Html Option(string value, string text, string chosen) => string.Equals(value, chosen, StringComparison.OrdinalIgnoreCase)
        ? $"""<option value="{value}" selected>{text}</option>"""
        : (Html)$"""<option value="{value}">{text}</option>""";

    // What a list allows stands in the list.
    private static string Range<T>(Feature<T> feature)
        where T : IFeatureRecord<T>
    {
        string allowed = FieldText.Allowed(feature);
        return feature.Kind is FeatureKind.Real or FeatureKind.Whole ? $" {char.ToUpperInvariant(allowed[0])}{allowed[1..]}." : "";
    }
}
