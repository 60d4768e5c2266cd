using System.Globalization;
using System.Text.Json;
using TypedExplain.Errors;
using TypedExplain.Json;

namespace TypedExplain.Testing.Accepted;

/// <summary>In which members two texts of JSON differ, and numbers by how much.</summary>
internal static class JsonDifferences
{
    private const int LongestValue = 60;

    // Items with one of these are called by it, so that a message says "features[AnnualIncome]".
    private static readonly string[] s_names = ["name", "row"];

    /// <summary>The differences, in the order of the accepted text.</summary>
    public static IEnumerable<string> Of(string accepted, string received) =>
        Of(JsonText.Parse(JsonText.Utf8(accepted, "The accepted file"), "The accepted file"), JsonText.Parse(JsonText.Utf8(received, "The result"), "The result"), "");

    private static IEnumerable<string> Of(JsonElement accepted, JsonElement received, string path)
    {
        if (accepted.ValueKind == JsonValueKind.Object && received.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in accepted.EnumerateObject())
            {
                string inner = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
                foreach (string difference in received.TryGetProperty(member.Name, out JsonElement other) ? Of(member.Value, other, inner) : [$"{inner} is missing; it was {Shown(member.Value)}"])
                    yield return difference;
            }

            foreach (JsonProperty member in received.EnumerateObject().Where(member => !accepted.TryGetProperty(member.Name, out _)))
                yield return $"{(path.Length == 0 ? member.Name : $"{path}.{member.Name}")} is new: {Shown(member.Value)}";
        }
        else if (accepted.ValueKind == JsonValueKind.Array && received.ValueKind == JsonValueKind.Array)
        {
            if (accepted.GetArrayLength() != received.GetArrayLength())
                yield return string.Create(CultureInfo.InvariantCulture, $"{path} has {received.GetArrayLength()} items; it had {accepted.GetArrayLength()}");
            int item = 0;
            foreach ((JsonElement own, JsonElement other) in accepted.EnumerateArray().Zip(received.EnumerateArray()))
            {
                foreach (string difference in Of(own, other, $"{path}[{Named(own, item)}]"))
                    yield return difference;
                item++;
            }
        }
        else if (!JsonElement.DeepEquals(accepted, received))
        {
            yield return $"{path} is {Shown(received)}; it was {Shown(accepted)}{By(accepted, received)}";
        }
    }

    private static string By(JsonElement accepted, JsonElement received) =>
        accepted.ValueKind == JsonValueKind.Number && received.ValueKind == JsonValueKind.Number
            ? string.Create(CultureInfo.InvariantCulture, $" (by {received.GetDouble() - accepted.GetDouble():+0.###E+0;-0.###E+0})")
            : "";

    private static string Named(JsonElement item, int position)
    {
        foreach (string name in s_names)
        {
            if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out JsonElement own) && own.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                return VisibleText.Name(own.ToString());
        }

        return position.ToString(CultureInfo.InvariantCulture);
    }

    private static string Shown(JsonElement value)
    {
        string text = VisibleText.Name(value.GetRawText());
        return text.Length <= LongestValue ? text : text[..LongestValue] + " …";
    }
}
