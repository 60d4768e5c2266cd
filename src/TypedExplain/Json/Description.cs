using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using TypedExplain.Json;

namespace TypedExplain;

/// <summary>
/// What an explainer, a neighborhood or another choice behind an interface is, as data: the name of its type and its options.
/// Immutable. An explanation has that of its explainer in its JSON.
/// </summary>
public sealed class Description
{
    private const string TypeMember = "type";

    private static readonly SearchValues<char> s_endsOfNames = SearchValues.Create("`[{ (<");

    private readonly ImmutableArray<(string Name, string Json)> _options;

    /// <summary>A description without options.</summary>
    /// <param name="type">The name of the type, such as "MyApp.OwnKernel".</param>
    /// <exception cref="InvalidOptionException">The name is empty.</exception>
    public Description(string type)
        : this(type ?? throw new ArgumentNullException(nameof(type)), [])
    {
        if (string.IsNullOrWhiteSpace(type))
            throw new InvalidOptionException("type of a description is empty; it must name what is described.");
    }

    private Description(string type, ImmutableArray<(string Name, string Json)> options) => (Type, _options) = (type, options);

    /// <summary>The name of the type.</summary>
    public string Type { get; }

    /// <summary>The description with a number more; one of that name is replaced.</summary>
    /// <param name="name">The name of the option.</param>
    /// <param name="value">Its value; null where there is none.</param>
    /// <exception cref="InvalidOptionException">The name is empty, or "type".</exception>
    public Description With(string name, double? value) => With(name, json => Write(json, value));

    /// <summary>The description with a flag more; one of that name is replaced.</summary>
    /// <param name="name">The name of the option.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="InvalidOptionException">The name is empty, or "type".</exception>
    public Description With(string name, bool value) => With(name, json => json.WriteBooleanValue(value));

    /// <summary>The description with a text more; one of that name is replaced.</summary>
    /// <param name="name">The name of the option.</param>
    /// <param name="value">Its value; null where there is none.</param>
    /// <exception cref="InvalidOptionException">The name is empty, or "type".</exception>
    public Description With(string name, string? value) => With(name, json => json.WriteTextValue(value));

    /// <summary>The description with that of another choice inside; one of that name is replaced.</summary>
    /// <param name="name">The name of the option.</param>
    /// <param name="value">The choice; null where there is none.</param>
    /// <exception cref="InvalidOptionException">The name is empty, or "type".</exception>
    public Description With(string name, IDescribed? value) => With(name, json => Write(json, value?.Describe()));

    /// <summary>The description with that of another choice inside; one of that name is replaced.</summary>
    /// <param name="name">The name of the option.</param>
    /// <param name="value">The description of the choice; null where there is none.</param>
    /// <exception cref="InvalidOptionException">The name is empty, or "type".</exception>
    public Description With(string name, Description? value) => With(name, json => Write(json, value));

    /// <summary>The description with a list of others inside; one of that name is replaced.</summary>
    /// <param name="name">The name of the option.</param>
    /// <param name="values">The descriptions.</param>
    /// <exception cref="InvalidOptionException">The name is empty, or "type".</exception>
    public Description With(string name, IEnumerable<Description> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return With(name, json =>
        {
            json.WriteStartArray();
            foreach (Description value in values)
                Write(json, value);
            json.WriteEndArray();
        });
    }

    /// <summary>The description with a list of numbers more; one of that name is replaced.</summary>
    /// <param name="name">The name of the option.</param>
    /// <param name="values">The numbers.</param>
    /// <exception cref="InvalidOptionException">The name is empty, or "type".</exception>
    public Description With(string name, ImmutableArray<double> values) => With(name, json =>
    {
        json.WriteStartArray();
        foreach (double value in values)
            json.WriteDouble(value);
        json.WriteEndArray();
    });

    /// <summary>The description in canonical JSON: an object with the name of the type as "type" and one member per option.</summary>
    public override string ToString() => Encoding.UTF8.GetString(CanonicalJson.Of(JsonBuffer.Of(WriteTo)));

    /// <summary>That of a type of this library.</summary>
    internal static Description OfLibrary(string type) => new($"{nameof(TypedExplain)}.{type}");

    /// <summary>Whether it describes a type of this library.</summary>
    internal bool Is(string type) => Type == $"{nameof(TypedExplain)}.{type}";

    /// <summary>An option that is a number; null where there is none.</summary>
    internal double? Number(string name) => Option(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out double number) ? number : null;

    /// <summary>An option that must be there, as a part of JSON with its place.</summary>
    internal JsonPart this[string name] => Option(name) is { } value ? new(value, $"{Type}.{name}") : throw new InvalidJsonException($"{Type}.{name} is missing.");

    /// <summary>The value of an option; null where it was not written.</summary>
    internal JsonPart? Optional(string name) => Option(name) is { } value ? new(value, $"{Type}.{name}") : null;

    /// <summary>Of what says no more of itself: its type, as the first word of its text names it.</summary>
    internal static Description Named(string? text)
    {
        ReadOnlySpan<char> name = text.AsSpan().Trim();
        int end = name.IndexOfAny(s_endsOfNames);
        return new(end == 0 || name.IsEmpty ? "unknown" : (end < 0 ? name : name[..end]).ToString(), []);
    }

    /// <summary>The description that a JSON text has.</summary>
    internal static Description Read(JsonPart part)
    {
        string type = part[TypeMember].Text();
        return new(type, [.. part.Value.EnumerateObject().Where(member => member.Name != TypeMember).Select(member => (member.Name, member.Value.GetRawText()))]);
    }

    /// <summary>Writes the description as an object.</summary>
    internal void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteText(TypeMember, Type);
        foreach ((string name, string value) in _options)
        {
            json.WritePropertyName(JsonValues.Whole(name));
            json.WriteRawValue(value);
        }

        json.WriteEndObject();
    }

    private JsonElement? Option(string name)
    {
        foreach ((string own, string json) in _options)
        {
            if (own == name)
                return JsonElement.Parse(json);
        }

        return null;
    }

    private Description With(string name, Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (string.IsNullOrWhiteSpace(name) || name == TypeMember)
            throw new InvalidOptionException($"name of an option is {(name == TypeMember ? "type, which is that of the description itself" : "empty")}; it must be another word.");
        string value = Encoding.UTF8.GetString(JsonBuffer.Of(write));
        return new(Type, [.. _options.Where(option => option.Name != name), (name, value)]);
    }

    private static void Write(Utf8JsonWriter json, double? value)
    {
        if (value is { } number)
            json.WriteDouble(number);
        else
            json.WriteNullValue();
    }

    private static void Write(Utf8JsonWriter json, Description? value)
    {
        if (value is null)
            json.WriteNullValue();
        else
            value.WriteTo(json);
    }
}
