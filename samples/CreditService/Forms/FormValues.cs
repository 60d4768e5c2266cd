using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace CreditService.Forms;

/// <summary>What stands in the fields of a form, as it was typed: one text per feature.</summary>
public sealed class FormValues<T>
    where T : IFeatureRecord<T>
{
    private const int MostLetters = 100;

    private readonly string[] _texts;

    private FormValues(Func<Feature<T>, string?> text) =>
        _texts = [.. FeatureSchema.Of<T>().Features.Select(feature => text(feature)?.Trim() is { } typed ? typed[..Math.Min(typed.Length, MostLetters)] : "")];

    /// <summary>A form that nobody filled in.</summary>
    public static FormValues<T> Empty { get; } = new(_ => null);

    /// <summary>What stands in the field of a feature; empty where nothing does.</summary>
    public string this[Feature<T> feature] => _texts[feature.Index];

    /// <summary>A form that was sent.</summary>
    public static FormValues<T> Of(IFormCollection form) => new(feature => form.TryGetValue(feature.Name, out StringValues texts) ? texts[0] : null);

    /// <summary>A form that is filled in with a record.</summary>
    public static FormValues<T> Of(T record)
    {
        using JsonDocument json = JsonDocument.Parse(JsonRecord.Write(record));
        return new(feature => json.RootElement.GetProperty(feature.Name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : json.RootElement.GetProperty(feature.Name).GetRawText());
    }
}
