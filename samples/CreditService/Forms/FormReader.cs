using System.Text.Json;

namespace CreditService.Forms;

/// <summary>Reads a record from a form. What it may hold is known by its schema, so every field that is wrong is told at once.</summary>
public static class FormReader
{
    /// <summary>Reads a record.</summary>
    /// <param name="form">What was typed.</param>
    /// <param name="errors">What is wrong, in the order of the fields; empty where there is a record.</param>
    /// <returns>The record; no record where something is wrong.</returns>
    public static T? Read<T>(FormValues<T> form, out IReadOnlyList<FieldError<T>> errors)
        where T : class, IFeatureRecord<T>
    {
        try
        {
            T record = JsonRecord.Read<T>(Json(form).AsSpan());
            errors = [];
            return record;
        }
        catch (InvalidRecordException error)
        {
            errors = [.. error.Faults.Join(FeatureSchema.Of<T>().Features, fault => fault.Member, feature => feature.Name, (_, feature) => Error(feature))];
            if (errors.Count == 0)
                throw;
            return null;
        }
    }

    private static FieldError<T> Error<T>(Feature<T> feature)
        where T : IFeatureRecord<T> =>
        new(feature, $"{(feature.Categories.IsEmpty && feature.Kind != FeatureKind.Flag ? "Enter" : "Choose")} {FieldText.Allowed(feature)}");

    private static byte[] Json<T>(FormValues<T> form)
        where T : IFeatureRecord<T>
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter json = new(text))
        {
            json.WriteStartObject();
            foreach (Feature<T> feature in FeatureSchema.Of<T>().Features)
                Write(json, feature, form[feature]);
            json.WriteEndObject();
        }

        return text.ToArray();
    }

    private static void Write<T>(Utf8JsonWriter json, Feature<T> feature, string text)
        where T : IFeatureRecord<T>
    {
        if (text.Length == 0)
            return;
        if (feature.Kind == FeatureKind.Flag && bool.TryParse(text, out bool flag))
            json.WriteBoolean(feature.Name, flag);
        else if (feature.Kind is FeatureKind.Real or FeatureKind.Whole && FieldText.Number(text) is { } number)
            json.WriteNumber(feature.Name, number);
        else
            json.WriteString(feature.Name, text);
    }
}
