using System.Text.Json;

namespace TypedExplain.Receipts.Statements;

/// <summary>Which members of a part of a result are told where the instance is not: those listed, and all else is left out. Of a protected feature only its name remains.</summary>
internal sealed class Told
{
    private readonly Dictionary<string, Told?> _members = new(StringComparer.Ordinal);

    /// <summary>Members that are told whole.</summary>
    public Told(params ReadOnlySpan<string> whole)
    {
        foreach (string name in whole)
            _members.Add(name, null);
    }

    /// <summary>Adds a member of whose object, or of each of whose items, only some members are told.</summary>
    public Told With(string name, Told inside)
    {
        _members.Add(name, inside);
        return this;
    }

    /// <summary>Writes what is told of a part.</summary>
    public void Write(Utf8JsonWriter json, JsonElement part)
    {
        if (part.ValueKind == JsonValueKind.Array)
        {
            json.WriteStartArray();
            foreach (JsonElement item in part.EnumerateArray())
                Write(json, item);
            json.WriteEndArray();
            return;
        }

        bool isProtected = part.TryGetProperty("protected", out JsonElement marked) && marked.ValueKind == JsonValueKind.True;
        json.WriteStartObject();
        foreach (JsonProperty member in part.EnumerateObject())
        {
            if (isProtected ? member.Name is not ("name" or "protected") : !_members.ContainsKey(member.Name))
                continue;
            json.WritePropertyName(member.Name);
            if (!isProtected && _members[member.Name] is { } inside)
                inside.Write(json, member.Value);
            else
                member.Value.WriteTo(json);
        }

        json.WriteEndObject();
    }
}
