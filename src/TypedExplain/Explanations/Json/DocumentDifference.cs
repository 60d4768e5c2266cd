using System.Text.Json;
using TypedExplain.Json;

namespace TypedExplain.Explanations.Json;

/// <summary>Finds where a text says something else than what was read from it says.</summary>
internal static class DocumentDifference
{
    // Answers are computed with elementary functions, of which a later version may round the last digits otherwise.
    private const double Rounding = 1e-9;
    private const string Computed = "localPrediction";

    /// <summary>Refuses a text whose numbers contradict each other, or that has a member that nothing reads.</summary>
    /// <param name="text">The text as it was given.</param>
    /// <param name="again">What was read from it, written again.</param>
    /// <exception cref="InvalidJsonException">There is a difference; the message says where.</exception>
    public static void Refuse(JsonElement text, JsonElement again) => Compare(text, again, new());

    private static void Compare(JsonElement text, JsonElement again, JsonPath path)
    {
        if (text.ValueKind != again.ValueKind)
            throw Contradiction(path);
        switch (text.ValueKind)
        {
            case JsonValueKind.Object:
                CompareObjects(text, again, path);
                break;
            case JsonValueKind.Array:
                CompareLists(text, again, path);
                break;
            case JsonValueKind.Number when text.TryGetDouble(out double number) && again.TryGetDouble(out double other) && !number.Equals(other):
                if (!path.ToString().EndsWith(Computed, StringComparison.Ordinal) || Math.Abs(number - other) > Rounding * Math.Abs(other))
                    throw Contradiction(path);
                break;
            case JsonValueKind.String when !text.ValueEquals(again.GetString()):
                throw Contradiction(path);
            default:
                break;
        }
    }

    private static void CompareObjects(JsonElement text, JsonElement again, JsonPath path)
    {
        // Looked up by name, since an explainer of the user's own may have any number of options.
        Dictionary<string, JsonElement> left = again.EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
        foreach (JsonProperty member in text.EnumerateObject())
        {
            path.Enter(member.Name);
            if (!left.Remove(member.Name, out JsonElement other))
                throw new InvalidJsonException($"{path} is a member that nothing here has a use for. This library knows version {ResultDocument.Version}.");
            Compare(member.Value, other, path);
            path.Leave();
        }

        foreach (string name in left.Keys)
        {
            path.Enter(name);
            throw new InvalidJsonException($"{path} is missing.");
        }
    }

    private static void CompareLists(JsonElement text, JsonElement again, JsonPath path)
    {
        if (text.GetArrayLength() != again.GetArrayLength())
            throw Contradiction(path);
        int item = 0;
        foreach ((JsonElement own, JsonElement other) in text.EnumerateArray().Zip(again.EnumerateArray()))
        {
            path.Enter(item++);
            Compare(own, other, path);
            path.Leave();
        }
    }

    private static InvalidJsonException Contradiction(JsonPath path) => new($"{path} contradicts the rest: it is not what the other members give.");
}
